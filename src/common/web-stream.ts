import type { Readable } from 'node:stream';
import { ReadableStream } from 'node:stream/web';

/**
 * A stream of Node's as one of the web's, a piece at a time. Not by `Readable.toWeb`: where its stream ends at the moment at which whoever reads it gives up, such as on a
 * file that was tampered with, that throws where nobody can catch it.
 */
export function asWebStream(stream: Readable): globalThis.ReadableStream<Uint8Array> {
  return ReadableStream.from<Uint8Array>(stream);
}
