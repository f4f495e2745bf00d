import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PackedArchive } from './packed-archive';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'duecare-packed-'))));
afterAll(() => rm(folder, { recursive: true }));

/** The end of a ZIP64 archive (APPNOTE 4.3.14 to 4.3.16) that says how many entries come before it. */
function endOf(entries: bigint): Buffer {
  const end = Buffer.alloc(56 + 20 + 22);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeBigUInt64LE(entries, 24);
  end.writeBigUInt64LE(entries, 32);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeUInt32LE(1, 56 + 16);
  end.writeUInt32LE(0x06054b50, 76);
  end.fill(0xff, 76 + 8, 76 + 20);
  return end;
}

it.each([
  [5_000_001n, 'it has too many entries'],
  [1n, /signature/],
])('an archive that says it has %s entries is refused: %s', async (entries, why) => {
  const path = join(folder, 'archive.zip');
  await writeFile(path, endOf(entries));
  await expect(PackedArchive.open(path)).rejects.toThrow(why);
});
