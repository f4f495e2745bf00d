// A ZIP archive that is made as it is read: an entry is asked for when the one before it has gone, and nothing of it lies on a disk. What is
// held is a piece of one entry, and a line in the directory for each.
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

export interface ArchivedEntry {
  name: string;
  /** unpacked */
  bytes: number;
  /** of the unpacked bytes, lower-case hex */
  sha256: string;
}

/** The list of yazl, which its types do not have. */
interface WithEntries {
  entries: object[];
}

export type Pieces = AsyncIterable<Buffer | string> | Iterable<Buffer | string>;

/** A client that takes nothing for so long is gone: what the archive is made from is held for it. */
export const STALLED_MILLISECONDS = 120_000;

export class ExportArchive {
  readonly entries: ArchivedEntry[] = [];
  private readonly zip: ZipFile & WithEntries = new ZipFile() as ZipFile & WithEntries;
  /** packed and out of the way */
  private readonly packed: object[] = [];
  private current: Readable | null = null;
  private readonly given = new AbortController();

  constructor(private readonly at: Date) {}

  get output(): Readable {
    return this.zip.outputStream as Readable;
  }

  /** Packs an entry. Resolves once its pieces have been taken, at the pace of whoever reads the archive. */
  async add(name: string, pieces: Pieces): Promise<ArchivedEntry> {
    this.given.signal.throwIfAborted();
    const entry = { name, bytes: 0, sha256: '' };
    this.current = Readable.from(measured(pieces, entry), { objectMode: false });
    this.current.on('error', () => undefined); // told by what waits for its end
    this.zip.addReadStream(this.current, name, { mtime: this.at, mode: 0o100644 });
    await finished(this.current, { signal: this.given.signal });
    this.entries.push(entry);
    this.putPackedAside();
    return entry;
  }

  /** The directory of the archive, with which it ends. */
  end(): void {
    this.zip.entries = [...this.packed, ...this.zip.entries];
    this.zip.end();
  }

  giveUp(error?: Error): void {
    this.given.abort(error);
    this.current?.destroy();
    this.output.destroy(error);
  }

  /**
   * yazl looks for the entry whose turn it is from the first one on, so that its work grows with the square of their number. All but the last are packed: they
   * stand in its list again for the directory alone.
   */
  private putPackedAside(): void {
    const { entries } = this.zip;
    this.packed.push(...entries.splice(0, entries.length - 1));
  }
}

/** Counts and digests what goes through. */
async function* measured(pieces: Pieces, entry: ArchivedEntry): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const piece of pieces) {
    const bytes = Buffer.from(piece);
    if (bytes.length === 0) continue;
    hash.update(bytes);
    entry.bytes += bytes.length;
    yield bytes;
  }
  entry.sha256 = hash.digest('hex');
}

/**
 * The bytes of an archive, which begins to be written when somebody reads them and is given up when they stop.
 * @param write adds the entries
 * @param handedOver called when the last byte was taken, before the reader is told that it was the last
 */
export function archiveBytes(
  at: Date,
  write: (archive: ExportArchive) => Promise<void>,
  handedOver: () => Promise<void>,
): Readable {
  return new ArchiveBytes(new ExportArchive(at), write, handedOver);
}

class ArchiveBytes extends Readable {
  private writing: Promise<void> | null = null;
  private readonly pieces: AsyncIterator<Buffer>;
  private stall: NodeJS.Timeout | undefined;

  constructor(
    private readonly archive: ExportArchive,
    private readonly write: (archive: ExportArchive) => Promise<void>,
    private readonly handedOver: () => Promise<void>,
  ) {
    super();
    this.pieces = archive.output[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    // Nobody may ever read it. No error: there is nobody to tell, either.
    this.stall = setTimeout(() => this.destroy(), STALLED_MILLISECONDS).unref();
  }

  override _read(): void {
    clearTimeout(this.stall);
    this.writing ??= this.begin();
    this.next(this.writing).catch((error: Error) => this.destroy(error));
  }

  /** What it was made from is given back before anybody is told that it is closed. */
  override _destroy(error: Error | null, callback: (error?: Error | null) => void): void {
    clearTimeout(this.stall);
    this.archive.giveUp(error ?? undefined);
    const closed = (): void => callback(error);
    (this.writing ?? Promise.resolve()).then(closed, closed);
  }

  private begin(): Promise<void> {
    const writing = this.write(this.archive).then(() => this.archive.end());
    writing.catch((error: Error) => this.archive.giveUp(error));
    return writing;
  }

  private async next(writing: Promise<void>): Promise<void> {
    const next = await this.pieces.next();
    if (!next.done) {
      this.stall = setTimeout(
        () => this.destroy(new Error('the reader of an export stalled')),
        STALLED_MILLISECONDS,
      ).unref();
      this.push(next.value);
      return;
    }
    await writing;
    await this.handedOver();
    this.push(null);
  }
}
