// Office documents are ZIP archives. Nobody here unpacks them, but the people who open them will: one that would unpack to far more
// than it weighs is refused. Read is the archive's directory alone.
import { fromBuffer, type ZipFile } from 'yauzl';

const MOST_ENTRIES = 5_000;
const MOST_UNPACKED_BYTES = 300 * 1024 * 1024;
const MOST_RATIO = 150;
/** Under this size any ratio is harmless. */
const SMALL_UNPACKED_BYTES = 20 * 1024 * 1024;

export type ArchiveFault = 'unreadable' | 'expands-too-much';

/** What is wrong with the archive; null when nothing is. */
export async function faultOfArchive(bytes: Buffer): Promise<ArchiveFault | null> {
  let archive: ZipFile;
  try {
    archive = await opened(bytes);
  } catch {
    return 'unreadable';
  }
  return new Promise((resolve) => {
    let entries = 0;
    let unpacked = 0;
    const finish = (fault: ArchiveFault | null) => {
      archive.close();
      resolve(fault);
    };
    archive.on('error', () => finish('unreadable'));
    archive.on('end', () => finish(null));
    archive.on('entry', ({ uncompressedSize }: { uncompressedSize: number }) => {
      entries += 1;
      unpacked += uncompressedSize;
      if (expandsTooMuch({ entries, unpacked, packed: bytes.length })) finish('expands-too-much');
      else archive.readEntry();
    });
    archive.readEntry();
  });
}

function expandsTooMuch(size: { entries: number; unpacked: number; packed: number }): boolean {
  if (size.entries > MOST_ENTRIES || size.unpacked > MOST_UNPACKED_BYTES) return true;
  return size.unpacked > SMALL_UNPACKED_BYTES && size.unpacked > size.packed * MOST_RATIO;
}

function opened(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, archive) =>
      error || !archive ? reject(error ?? new Error('no archive')) : resolve(archive),
    );
  });
}
