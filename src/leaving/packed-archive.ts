// Reading an archive that somebody sends: its directory, then one entry after the other, as streams.
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { open, type Entry, type ZipFile } from 'yauzl';

/** No archive, or one that is cut short. */
export class NoArchiveError extends Error {}

/** More entries than any practice has files. The end of an archive says how many it has, and no more are read. */
const MOST_ENTRIES = 5_000_000;

export class PackedArchive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    /** names that stand in the directory more than once */
    readonly repeated: readonly string[],
  ) {}

  /** @throws NoArchiveError */
  static async open(path: string): Promise<PackedArchive> {
    const zip = await opened(path);
    try {
      const { entries, repeated } = await directoryOf(zip);
      return new PackedArchive(zip, entries, repeated);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  read(name: string): Promise<Readable> {
    const entry = this.entries.get(name);
    if (!entry) throw new Error(`there is no entry ${name}`);
    return new Promise((resolve, reject) => {
      this.zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
    });
  }

  /** The whole of an entry; null when it is larger than `atMost`, or not there. */
  async readWhole(name: string, atMost: number): Promise<Buffer | null> {
    const size = this.entries.get(name)?.uncompressedSize;
    return size === undefined || size > atMost ? null : buffer(await this.read(name));
  }

  close(): void {
    this.zip.close();
  }
}

function opened(path: string): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true };
  return new Promise((resolve, reject) => {
    open(path, options, (error, zip) => {
      if (!error) return resolve(zip);
      const { code } = error as NodeJS.ErrnoException;
      reject(code === undefined ? new NoArchiveError(error.message) : error);
    });
  });
}

function directoryOf(zip: ZipFile): Promise<{ entries: Map<string, Entry>; repeated: string[] }> {
  const entries = new Map<string, Entry>();
  const repeated: string[] = [];
  return new Promise((resolve, reject) => {
    const refuse = (why: string): void => reject(new NoArchiveError(why));
    if (zip.entryCount > MOST_ENTRIES) return refuse('it has too many entries');
    zip.on('error', (error: Error) => refuse(error.message));
    zip.on('end', () => resolve({ entries, repeated }));
    zip.on('entry', (entry: Entry) => {
      if (entries.has(entry.fileName)) repeated.push(entry.fileName);
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}
