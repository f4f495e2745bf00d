// The one file of a multipart/form-data request, as a stream.
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { DomainError } from '../common/problems/domain.error';
import type { Claim } from './judge-upload';

export interface ReceivedPart {
  claim: Claim;
  /** fails when the form breaks off or is malformed: what came is then not the file */
  stream: Readable;
  /** resolves once the form has been read to its end; only then is the stream known to be the whole file */
  ended: Promise<void>;
  /** whether the rest was cut off at the limit, once the stream has ended */
  cutOff: () => boolean;
}

const PART = 'file';

/** @throws DomainError media-type-unsupported, request-invalid when the part is missing or has no name, body-unreadable */
export async function receivedPart(request: FastifyRequest): Promise<ReceivedPart> {
  if (!request.isMultipart()) {
    throw new DomainError(
      'media-type-unsupported',
      'A file is sent as multipart/form-data, in the part "file".',
    );
  }
  const parts = request.files({ throwFileSizeLimit: false });
  const part = await nextOf(parts);
  if (!part || part.fieldname !== PART || !part.filename) {
    part?.file.resume();
    const detail = 'send the file in a part named "file", with its file name';
    throw new DomainError('request-invalid', `No file came: ${detail}.`, [
      { pointer: '/file', code: 'invalid-field', detail },
    ]);
  }
  const ended = nextOf(parts).then(
    () => undefined,
    (error: Error) => {
      part.file.destroy(error);
      throw error;
    },
  );
  ended.catch(() => undefined); // told to whoever waits for it
  return {
    claim: { name: part.filename, declared: part.mimetype },
    stream: part.file,
    ended,
    cutOff: () => part.file.truncated,
  };
}

/** The parser tells of a form that breaks off when it is asked for the part after the last. */
async function nextOf(parts: AsyncIterableIterator<MultipartFile>): Promise<MultipartFile | undefined> {
  try {
    const { value, done } = (await parts.next()) as IteratorResult<MultipartFile, undefined>;
    return done ? undefined : value;
  } catch {
    throw new DomainError(
      'body-unreadable',
      'The body is not well-formed multipart/form-data with one file in it.',
    );
  }
}
