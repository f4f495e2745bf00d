// Reads an archive entry by entry. Each piece has been authenticated before it is seen; that nothing is missing at the end is known at the end only.
import { Decrypter } from 'age-encryption';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { asWebStream } from '../common/web-stream';
import { BackupError } from './backup.error';

export interface ArchiveEntry {
  name: string;
  bytes: number;
  content: AsyncIterable<Buffer>;
}

/**
 * Gives every entry of the archive to `take`, in order; what it does not read of one is skipped.
 * @throws BackupError not-a-backup, other-key, damaged; and whatever `take` throws
 */
export async function readArchive(
  path: string,
  identity: string,
  take: (entry: ArchiveEntry) => Promise<void>,
): Promise<void> {
  const [plain, gunzip, tar] = [Readable.fromWeb(await decrypted(path, identity)), createGunzip(), extract()];
  let isDamaged = false;
  for (const stream of [plain, gunzip, tar as unknown as NodeJS.ReadableStream]) {
    stream.on('error', () => (isDamaged = true));
  }
  const flow = pipeline(plain, gunzip, tar as unknown as NodeJS.WritableStream);
  flow.catch(() => undefined); // told below
  try {
    for await (const entry of tar) {
      const { name, size } = entry.header;
      await take({ name, bytes: size, content: entry as unknown as AsyncIterable<Buffer> });
      entry.resume();
    }
    await flow;
  } catch (error) {
    // Who reads an entry meets the end of a cut archive first: that is no fault of the reader.
    const fault = isDamaged ? damaged(path) : error;
    tar.destroy();
    await flow.catch(() => undefined);
    throw fault;
  }
}

/** The text of a small entry. */
export async function textOf({ content }: ArchiveEntry): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

async function decrypted(path: string, identity: string): Promise<ReadableStream<Uint8Array>> {
  const source = createReadStream(path);
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    const encrypted = asWebStream(source);
    return await decrypter.decrypt(encrypted);
  } catch (error) {
    source.destroy();
    throw headerError(path, error as NodeJS.ErrnoException);
  }
}

function headerError(path: string, error: NodeJS.ErrnoException): Error {
  if (error.code === 'ENOENT') return new BackupError('not-a-backup', `There is no file ${path}.`);
  if (error.code) return error;
  if (/no identity matched/.test(error.message)) {
    return new BackupError(
      'other-key',
      `${path} was encrypted to another key. Name the key file that belongs to it with --key.`,
    );
  }
  if (/HMAC|ended before/.test(error.message)) return damaged(path);
  return new BackupError('not-a-backup', `${path} is not a backup of Duecare: it is not encrypted as one.`);
}

function damaged(path: string): BackupError {
  return new BackupError(
    'damaged',
    `${path} is damaged or cut short. Nothing was restored; use another backup.`,
  );
}
