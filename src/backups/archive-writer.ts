// Writes an archive as it comes: nothing of it lies on the disk unencrypted, and no more than one part is in memory.
import { Encrypter } from 'age-encryption';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { createGzip } from 'node:zlib';
import { pack, type Pack } from 'tar-stream';
import { asWebStream } from '../common/web-stream';
import type { EntryDigest } from './archive-format';

export class ArchiveWriter {
  private readonly tar: Pack = pack();
  /** settles when everything has been written, or when writing has failed */
  private readonly written: Promise<void>;

  private constructor(
    private readonly path: string,
    private readonly moment: Date,
    encrypter: Encrypter,
    signal: AbortSignal | undefined,
  ) {
    this.written = this.flow(encrypter, signal);
    this.written.catch(() => undefined); // told to whoever adds or closes
  }

  /**
   * Begins a new file at `path`, readable by its owner alone.
   * @param recipients age1..., each of whose identities opens the archive
   * @param moment stands as the time of every entry
   */
  static begin(options: {
    path: string;
    recipients: readonly string[];
    moment: Date;
    signal?: AbortSignal;
  }): ArchiveWriter {
    const encrypter = new Encrypter();
    for (const recipient of options.recipients) encrypter.addRecipient(recipient);
    return new ArchiveWriter(options.path, options.moment, encrypter, options.signal);
  }

  /** Adds an entry; returns when there is room for the next. */
  async add(name: string, bytes: Buffer): Promise<EntryDigest> {
    return this.addStream(
      name,
      bytes.length,
      Readable.from(bytes.length > 0 ? [bytes] : [], { objectMode: false }),
    );
  }

  /** @param size bytes that `content` will give, neither more nor fewer */
  async addStream(name: string, size: number, content: Readable): Promise<EntryDigest> {
    const hash = createHash('sha256');
    const entry = this.tar.entry({ name, size, mode: 0o600, mtime: this.moment });
    const added = pipeline(content, watched(hash), entry as unknown as NodeJS.WritableStream);
    await Promise.race([added, this.written.then(() => added)]);
    return { bytes: size, sha256: hash.digest('hex') };
  }

  /** Ends the archive; it is on the disk when this resolves. */
  async close(): Promise<void> {
    this.tar.finalize();
    await this.written;
    const file = await open(this.path, 'r+');
    await file.sync().finally(() => file.close());
  }

  /** Gives the archive up and removes what was written of it. */
  async abandon(): Promise<void> {
    this.tar.destroy(new Error('the archive was given up'));
    await this.written.catch(() => undefined);
    await rm(this.path, { force: true });
  }

  /** Settles when both halves have ended, be it in failure: a file that was just being opened would come after it was removed. */
  private async flow(encrypter: Encrypter, givenUp: AbortSignal | undefined): Promise<void> {
    const failed = new AbortController();
    const signal = givenUp ? AbortSignal.any([givenUp, failed.signal]) : failed.signal;
    const gzip = createGzip({ level: 4 }); // rows are mostly text, files are encrypted and do not shrink
    const compressed = pipeline(this.tar as unknown as NodeJS.ReadableStream, gzip, { signal });
    compressed.catch(() => undefined); // told below, but it may fail before
    const plain = asWebStream(gzip);
    const encrypted = (await encrypter.encrypt(plain)) as ReadableStream<Uint8Array>;
    const file = createWriteStream(this.path, { flags: 'wx', mode: 0o600 });
    const halves = [compressed, pipeline(Readable.fromWeb(encrypted), file, { signal })];
    const done = Promise.all(halves); // fails as the first of them does
    done.catch(() => failed.abort());
    await Promise.allSettled(halves);
    await done;
  }
}

function watched(hash: ReturnType<typeof createHash>) {
  return async function* (content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of content) {
      hash.update(piece);
      yield piece;
    }
  };
}
