import { backupsAmong, isDraft, isDue, lastTimeAt, nameOfBackup, outlived } from './kept-backups';

// Moments without a zone are those of the server's own, whatever it is.
const at = (text: string) => new Date(text);
const made = (text: string) => ({ name: nameOfBackup(at(text)), madeAt: at(text) });

it('a name says when the backup was made and sorts by it; nothing else in the folder counts', () => {
  const names = [
    'duecare-20260302T020000Z.tar.gz.age',
    'duecare-20260301T235959Z.tar.gz.age',
    'duecare-20260303T020000Z.tar.gz.age.ab12.part',
    'last-failure.json',
    'my-own-backup.age',
  ];
  const found = backupsAmong(names, at('2026-03-03T12:00'));
  expect(found.map(({ name }) => name)).toEqual([names[1], names[0]]);
  expect(found[0]?.madeAt.toISOString()).toBe('2026-03-01T23:59:59.000Z');
  expect(found.map(({ madeAt }) => nameOfBackup(madeAt))).toEqual(found.map(({ name }) => name));
});

it('what is dated more than a day ahead is no backup to go by until its day has come', () => {
  const names = ['2026-03-01T02:00', '2026-03-02T22:00', '2099-01-01T02:00'].map((text) => made(text).name);
  expect(backupsAmong(names, at('2026-03-02T02:00')).map(({ name }) => name)).toEqual(names.slice(0, 2));
  expect(backupsAmong(names, at('2098-12-31T12:00')).map(({ name }) => name)).toEqual(names);
});

it.each<[string, boolean]>([
  ['duecare-20260303T020000Z.tar.gz.age.0a1b2c3d4e5f.part', true],
  ['last-failure.json.0a1b2c3d4e5f.part', true],
  ['duecare-20260303T020000Z.tar.gz.age', false],
  ['duecare-20260303T020000Z.tar.gz.age.part', false],
  ['by-hand.age.0a1b2c3d4e5f.part', false],
  ['film.mkv.part', false],
])('%s is a draft of ours: %s', (name, isOurs) => {
  expect(isDraft(name)).toBe(isOurs);
});

it('the oldest go, as many as there are too many', () => {
  const backups = ['2026-03-01T02:00', '2026-03-02T02:00', '2026-03-03T02:00'].map(made);
  expect(outlived(backups, 2)).toEqual([backups[0]]);
  expect(outlived(backups, 3)).toEqual([]);
  expect(outlived(backups, 7)).toEqual([]);
});

it.each([
  ['2026-03-02T01:59', '2026-03-01T02:00'],
  ['2026-03-02T02:00', '2026-03-02T02:00'],
  ['2026-03-02T23:00', '2026-03-02T02:00'],
  ['2026-03-01T00:00', '2026-02-28T02:00'],
])('at %s it was last two o’clock at %s', (now, last) => {
  expect(lastTimeAt(2, at(now))).toEqual(at(last));
});

it.each<[string, string | null, boolean, string]>([
  ['none was ever made', null, true, '2026-03-02T10:00'],
  ['the hour has come since the last', '2026-03-01T02:00', true, '2026-03-02T02:00'],
  ['the hour has not come since the last', '2026-03-01T02:00', false, '2026-03-02T01:59'],
  ['the server was off at the hour', '2026-03-01T09:00', true, '2026-03-02T09:00'],
  ['the one of today is there', '2026-03-02T09:00', false, '2026-03-02T18:00'],
])('due when %s', (_when, last, due, now) => {
  expect(isDue(last === null ? undefined : made(last), 2, at(now))).toBe(due);
});
