import { chooseSocketFolder } from './socket-folder';

describe('the folder of the socket', () => {
  const long = `/srv/${'x'.repeat(100)}/postgres`;

  it('is the data directory while the kernel takes the path', () => {
    const longest = `/${'x'.repeat(103 - 1 - '/.s.PGSQL.5432'.length)}`;
    expect(chooseSocketFolder(longest, ['/tmp'])).toBe(longest);
    expect(chooseSocketFolder(`${longest}x`, ['/tmp'])).toMatch(/^\/tmp\/duecare-[0-9a-f]{16}$/);
  });

  it('counts bytes, not letters', () => {
    expect(chooseSocketFolder(`/srv/${'ü'.repeat(45)}`, ['/tmp'])).toMatch(/^\/tmp\//);
  });

  it('is always the same for one data directory and never for two', () => {
    expect(chooseSocketFolder(long, ['/tmp'])).toBe(chooseSocketFolder(long, ['/tmp']));
    expect(chooseSocketFolder(long, ['/tmp'])).not.toBe(chooseSocketFolder(`${long}2`, ['/tmp']));
  });

  it('is in the first temporary folder that is short enough, or nowhere', () => {
    expect(chooseSocketFolder(long, [`/${'t'.repeat(100)}`, '/tmp'])).toMatch(/^\/tmp\//);
    expect(chooseSocketFolder(long, [long])).toBeUndefined();
  });
});
