// The one file of a multipart/form-data request, as a stream.
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { DomainError } from '../common/problems/domain.error';
import type { Claim } from './judge-upload';

export interface ReceivedPart {
  claim: Claim;
  /** what the form says before the file, by name; only what was asked for can be there */
  fields: Readonly<Record<string, string>>;
  /** fails when the form breaks off or is malformed: what came is then not the file */
  stream: Readable;
  /** resolves once the form has been read to its end; only then is the stream known to be the whole file */
  ended: Promise<void>;
  /** whether the rest was cut off at the limit, once the stream has ended */
  cutOff: () => boolean;
}

const PART = 'file';

/** A short text beside a file. */
const LONGEST_FIELD_BYTES = 4_000;

/**
 * @param beside how many short fields the form may have before the file
 * @throws DomainError media-type-unsupported, request-invalid when the part is missing or has no name, body-unreadable
 */
export async function receivedPart(request: FastifyRequest, beside = 0): Promise<ReceivedPart> {
  if (!request.isMultipart()) {
    throw new DomainError(
      'media-type-unsupported',
      'A file is sent as multipart/form-data, in the part "file".',
    );
  }
  const limits = { fields: beside, parts: beside + 1, fieldSize: LONGEST_FIELD_BYTES };
  const parts = request.files({ throwFileSizeLimit: false, ...(beside > 0 ? { limits } : {}) });
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
    fields: fieldsBefore(part),
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

function fieldsBefore({ fields }: MultipartFile): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, found]) => {
      const [first] = [found].flat();
      return first?.type === 'field' && typeof first.value === 'string' ? [[name, first.value]] : [];
    }),
  );
}
