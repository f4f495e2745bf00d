import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readNote, writeNote } from './failure-note';

const FAILURE = { at: '2026-03-02T02:00:00.000Z', code: 'ENOSPC' };

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duecare-note-'));
  path = join(folder, 'last-failure.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('what is noted is read, by the owner alone, and nothing lies beside it', async () => {
  expect(await readNote(path)).toBeNull();
  await writeNote(path, { ...FAILURE, code: 'ENOTDIR' });
  await writeNote(path, FAILURE);
  expect(await readNote(path)).toEqual(FAILURE);
  expect([statSync(path).mode & 0o777, readdirSync(folder)]).toEqual([0o600, ['last-failure.json']]);
});

it.each(['', '{"at":"2026-03', 'null', '{}', '{"at":"yesterday","code":"x"}'])(
  'a note that says only %j is of a failure as old as the note',
  async (text) => {
    writeFileSync(path, text);
    utimesSync(path, new Date('2026-03-01T02:00:00Z'), new Date('2026-03-01T02:00:00Z'));
    expect(await readNote(path)).toEqual({ at: '2026-03-01T02:00:00.000Z', code: 'note-unreadable' });
  },
);

it('is replaced in one step: a write that comes to nothing leaves the one before', async () => {
  await writeNote(path, FAILURE);
  const { ino } = statSync(path);
  await writeNote(path, FAILURE);
  expect(statSync(path).ino).not.toBe(ino); // another file, renamed: the earlier one was never cut short
});
