import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { ArchiveWriter } from './archive-writer';

it('an archive that is given up leaves no file, however early', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'duecare-archives-'));
  const recipients = [await identityToRecipient(await generateX25519Identity())];
  for (let turns = 0; turns < 60; turns += 1) {
    const path = join(folder, `${turns}.part`);
    const archive = ArchiveWriter.begin({ path, recipients, moment: new Date(0) });
    for (let turn = 0; turn < turns; turn += 1) await setImmediate();
    await archive.abandon();
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});
