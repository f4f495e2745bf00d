// Reads what the user names, or standard input for "-": never more than asked for, and a clear line for what cannot be read.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { CommandRefusal } from './command-refusal';
import { onOneLine } from './printable-text';

/**
 * The bytes of the file; one byte more than `maxBytes` at most, which tells the reader that it is too large.
 * @throws CommandRefusal when it is not there, a folder, or not ours to read
 */
export async function readInput(path: string, maxBytes: number): Promise<Buffer> {
  try {
    if (path !== '-' && (await stat(path)).isDirectory())
      throw new CommandRefusal([`${onOneLine(path)} is a folder; name a file.`]);
    const stream = path === '-' ? process.stdin : createReadStream(path, { end: maxBytes });
    return await collected(stream, maxBytes);
  } catch (error) {
    throw refusalOf(path, error);
  }
}

async function collected(stream: NodeJS.ReadableStream, maxBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    const bytes = Buffer.from(part as Uint8Array);
    parts.push(bytes);
    size += bytes.length;
    if (size > maxBytes) break;
  }
  return Buffer.concat(parts).subarray(0, maxBytes + 1);
}

function refusalOf(path: string, error: unknown): unknown {
  const name = onOneLine(path);
  switch ((error as NodeJS.ErrnoException).code ?? '') {
    case 'ENOENT':
    case 'ENOTDIR':
      return new CommandRefusal([`There is no file ${name}.`]);
    case 'EACCES':
    case 'EPERM':
      return new CommandRefusal([`${name} cannot be read: permission denied.`]);
    case 'ELOOP':
    case 'ENAMETOOLONG':
      return new CommandRefusal([`${name} is not a usable path.`]);
    default:
      return error;
  }
}
