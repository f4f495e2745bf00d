import { mayPass } from './reachability';

describe('an account may pass through a folder', () => {
  const account = { uid: 101, gid: 104 };
  it.each([
    ['open to all', { uid: 0, gid: 0, mode: 0o755 }, true],
    ['of root alone', { uid: 0, gid: 0, mode: 0o700 }, false],
    ['open to its group', { uid: 0, gid: 104, mode: 0o710 }, true],
    ['of its own', { uid: 101, gid: 0, mode: 0o700 }, true],
    ['of its own but closed to itself, though open to all others', { uid: 101, gid: 0, mode: 0o677 }, false],
    ['closed to its group, though open to all others', { uid: 0, gid: 104, mode: 0o701 }, false],
  ])('%s: rightly judged', (_, folder, expected) => {
    expect(mayPass(folder, account)).toBe(expected);
  });
});
