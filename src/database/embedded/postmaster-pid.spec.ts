import { parseServerLockFile, ServerLockFile, whyServerIsGone, withoutOwner } from './postmaster-pid';

const text = '4711\n/srv/data/postgres\n1764000000\n5432\n/srv/data/postgres\n\n  123456    789\nready   \n';
const file = parseServerLockFile(text) as ServerLockFile;
const here = { cluster: '/srv/data/postgres', bootedAt: 1763000000 };
const itself = { zombie: false, command: 'postgres', workingFolder: here.cluster };

describe('the lock file of a server', () => {
  it('tells its process, when it started and where it listens', () => {
    expect(file).toEqual({
      pid: 4711,
      startedAt: 1764000000,
      port: 5432,
      socketFolder: '/srv/data/postgres',
      listenAddress: '',
    });
  });

  it.each(['', '\n', 'not a number\n'])('is none when it reads %j', (damaged) => {
    expect(parseServerLockFile(damaged)).toBeUndefined();
  });

  it('keeps the shared memory it names when its process number is taken out', () => {
    const cleared = withoutOwner(text);
    expect(parseServerLockFile(cleared)?.pid).toBe(2147483647);
    expect(cleared.split('\n').slice(1)).toEqual(text.split('\n').slice(1));
  });
});

describe('a server', () => {
  it('runs while a postgres of that number works in its folder', () => {
    expect(whyServerIsGone(file, itself, here)).toBeUndefined();
  });

  it.each([
    ['no process has its number', undefined, /has ended/],
    ['its process is a zombie', { ...itself, zombie: true }, /not collected/],
    ['another program has its number', { ...itself, command: 'sshd' }, /another program/],
    [
      'a postgres of another folder has its number',
      { ...itself, workingFolder: '/elsewhere' },
      /another PostgreSQL/,
    ],
  ])('is gone when %s', (_, owner, reason) => {
    expect(whyServerIsGone(file, owner, here)).toMatch(reason);
  });

  it('whose folder cannot be seen is gone when it started before this machine did, and not otherwise', () => {
    const unseen = { zombie: false, command: 'postgres' };
    expect(whyServerIsGone(file, unseen, here)).toBeUndefined();
    expect(whyServerIsGone(file, unseen, { ...here, bootedAt: file.startedAt + 30 })).toBeUndefined();
    expect(whyServerIsGone(file, unseen, { ...here, bootedAt: file.startedAt + 61 })).toMatch(/restarted/);
  });
});
