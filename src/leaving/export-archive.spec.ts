import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { archiveBytes, STALLED_MILLISECONDS, type ArchivedEntry, type ExportArchive } from './export-archive';
import { PackedArchive } from './packed-archive';

const AT = new Date('2026-03-01T09:30:00Z');
const nothing = () => Promise.resolve();

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'duecare-zip-'))));
afterAll(() => rm(folder, { recursive: true }));

async function packed(write: (archive: ExportArchive) => Promise<void>): Promise<PackedArchive> {
  const path = join(folder, 'archive.zip');
  await pipeline(archiveBytes(AT, write, nothing), createWriteStream(path));
  return PackedArchive.open(path);
}

it('is read as it was written, each entry with its size and digest', async () => {
  const content = Buffer.alloc(300_000, 'Security overview. ');
  let entries: ArchivedEntry[] = [];
  const archive = await packed(async (made) => {
    for (const name of ['README.txt', 'files/one', 'files/none']) {
      await made.add(
        name,
        name === 'files/none' ? [] : [content.subarray(0, 1_000), content.subarray(1_000)],
      );
    }
    entries = made.entries;
  });
  expect(archive.names).toEqual(['README.txt', 'files/one', 'files/none']);
  expect((await archive.readWhole('files/one', 1_000_000))?.equals(content)).toBe(true);
  const sha256 = createHash('sha256').update(content).digest('hex');
  expect(entries[1]).toEqual({ name: 'files/one', bytes: content.length, sha256 });
  archive.close();
});

it('holds out to the library no entry that is packed: it would look at each of them for each that follows', async () => {
  const names = Array.from({ length: 300 }, (_, index) => `files/${index}`);
  const held: number[] = [];
  const archive = await packed(async (made) => {
    const { zip } = made as unknown as { zip: { entries: object[] } };
    for (const name of names) {
      await made.add(name, [name]);
      held.push(zip.entries.length);
    }
  });
  expect(Math.max(...held)).toBe(1);
  expect(archive.names).toEqual(names);
  for (const name of ['files/0', 'files/150', 'files/299'])
    expect((await archive.readWhole(name, 100))?.toString()).toBe(name);
  archive.close();
});

it('asks for an entry only when somebody reads, and holds no more than a few pieces', async () => {
  let given = 0;
  const piece = Buffer.alloc(65_536);
  function* pieces() {
    for (; given < 2_000; given += 1) {
      for (let index = 0; index < piece.length; index += 4)
        piece.writeUInt32LE((given * 2654435761 + index * 40503) >>> 0, index);
      yield Buffer.from(piece);
    }
  }
  const bytes = archiveBytes(AT, async (archive) => void (await archive.add('large', pieces())), nothing);
  await new Promise((resolve) => setImmediate(resolve));
  expect(given).toBe(0);
  const reader = bytes[Symbol.asyncIterator]();
  await reader.next();
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  expect(given).toBeLessThan(200);
  await reader.return?.();
});

it('whoever stops reading ends the work: what it reads from is closed, and the end is not told', async () => {
  const source = new Readable({ read() {} });
  source.push(Buffer.alloc(100_000, 'x'));
  const handedOver = jest.fn(nothing);
  let ended: (failure: unknown) => void = () => undefined;
  const failure = new Promise((resolve) => (ended = resolve));
  const bytes = archiveBytes(
    AT,
    (archive) => archive.add('endless', source).then(() => undefined, ended),
    handedOver,
  );
  const reader = bytes[Symbol.asyncIterator]();
  await reader.next();
  await reader.return?.();
  expect(await failure).toMatchObject({ name: 'AbortError' });
  expect(handedOver).not.toHaveBeenCalled();
});

it('that nobody begins to read is closed after two minutes, without an error that nobody hears', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick'] });
  try {
    const bytes = archiveBytes(AT, nothing, nothing);
    const closed = once(bytes, 'close');
    jest.advanceTimersByTime(STALLED_MILLISECONDS);
    await closed;
    expect([bytes.destroyed, bytes.errored]).toEqual([true, null]);
  } finally {
    jest.useRealTimers();
  }
});

it('an entry that fails breaks the archive off: nobody takes it for whole', async () => {
  const bytes = archiveBytes(
    AT,
    async (archive) => void (await archive.add('bad', Readable.from(failing()))),
    nothing,
  );
  await expect(buffer(bytes)).rejects.toThrow('the disk is gone');
});

async function* failing(): AsyncGenerator<Buffer> {
  yield await Promise.resolve(Buffer.from('some'));
  throw new Error('the disk is gone');
}
