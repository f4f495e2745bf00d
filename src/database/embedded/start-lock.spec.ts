import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAbandoned, LockHolder, underStartLock } from './start-lock';
import { processScope } from './process-state';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duecare-lock-'));
  path = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function holderWith(pid: number): Promise<LockHolder> {
  return { id: 'an-earlier-one', pid, scope: await processScope() };
}

describe('the start lock', () => {
  it('lets one work at a time and leaves nothing behind', async () => {
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, ++inside);
      await sleep(5);
      inside--;
    };
    await Promise.all(Array.from({ length: 8 }, () => underStartLock(path, work)));
    expect(most).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is given back when the work fails', async () => {
    await expect(underStartLock(path, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('of a process that has ended is taken over, by one at a time however many find it', async () => {
    writeFileSync(path, JSON.stringify(await holderWith(2147483647)));
    let inside = 0;
    const work = async (): Promise<number> => {
      const others = inside++;
      await sleep(5);
      inside--;
      return others;
    };
    expect(await Promise.all(Array.from({ length: 8 }, () => underStartLock(path, work)))).toEqual(
      Array(8).fill(0),
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it('of a process that runs is waited for', async () => {
    writeFileSync(path, JSON.stringify(await holderWith(process.pid)));
    let worked = false;
    const waiting = underStartLock(path, () => Promise.resolve((worked = true)));
    await sleep(200);
    expect(worked).toBe(false);
    rmSync(path);
    await waiting;
    expect(worked).toBe(true);
  });

  it('clears away what a process left that was killed while it took a lock over', async () => {
    writeFileSync(`${path}.an-earlier-one`, JSON.stringify(await holderWith(2147483647)));
    await underStartLock(path, () => Promise.resolve());
    expect(readdirSync(folder)).toEqual([]);
  });

  it('that was cut off while it was written is taken over when it has been silent for long', async () => {
    writeFileSync(path, '{"id":');
    const long = new Date(Date.now() - 60_000);
    utimesSync(path, long, long);
    expect(await underStartLock(path, () => Promise.resolve('done'))).toBe('done');
  });
});

describe('a lock is abandoned', () => {
  const holder: LockHolder = { id: 'x', pid: 7, startedAt: '100', scope: 'here' };
  const seen = { scope: 'here', startedAt: '100', alive: true };

  it.each([
    ['its process runs', holder, 60_000, seen, false],
    ['its process has ended', holder, 0, { ...seen, alive: false }, true],
    ['its number belongs to a later process', holder, 0, { ...seen, startedAt: '200' }, true],
    ['it was taken elsewhere and gives signs of life', holder, 5_000, { ...seen, scope: 'there' }, false],
    ['it was taken elsewhere and is silent', holder, 20_000, { ...seen, scope: 'there' }, true],
    ['it cannot be read and is new', undefined, 100, seen, false],
  ])('or not, when %s', (_, found, silentMs, now, expected) => {
    expect(isAbandoned(found, silentMs, now)).toBe(expected);
  });
});
