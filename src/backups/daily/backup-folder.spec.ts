import { mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BackupFolder } from './backup-folder';

const NOW = new Date('2026-03-05T02:00:00Z');
const OLD = new Date('2026-03-03T02:00:00Z');

let path: string;
beforeEach(() => (path = mkdtempSync(join(tmpdir(), 'duecare-backups-'))));
afterEach(() => rmSync(path, { recursive: true, force: true }));

it('a draft that has its name by the time it is looked at is nothing to remove, and no failure', async () => {
  const [renamed, left] = ['0', '1'].map((digit) => `last-failure.json.${digit.repeat(12)}.part`);
  symlinkSync(join(path, 'not-there-any-more'), join(path, renamed as string)); // listed, and not found
  writeFileSync(join(path, left as string), '{');
  utimesSync(join(path, left as string), OLD, OLD);
  await new BackupFolder(path).removeLeftDrafts(NOW);
  expect(readdirSync(path)).toEqual([renamed]);
});
