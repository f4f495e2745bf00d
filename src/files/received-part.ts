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

/** A short text beside a file. */
const LONGEST_FIELD_BYTES = 4_000;

/** Short fields that a form may have before its file: how many, and who is told of them, also where the file is missing. */
export interface BesideFile {
  most: number;
  told: (fields: Readonly<Record<string, string>>) => void;
}

/**
 * @param beside what else the form may hold; nothing where it is left out
 * @throws DomainError media-type-unsupported, request-invalid when the part is missing or has no name, body-unreadable
 */
export async function receivedPart(request: FastifyRequest, beside?: BesideFile): Promise<ReceivedPart> {
  if (!request.isMultipart()) {
    throw new DomainError(
      'media-type-unsupported',
      'A file is sent as multipart/form-data, in the part "file".',
    );
  }
  const most = beside?.most ?? 0;
  const limits = { fields: most, parts: most + 1, fieldSize: LONGEST_FIELD_BYTES };
  const parts = request.files({ throwFileSizeLimit: false, ...(beside ? { limits } : {}) });
  const part = await nextOf(parts);
  if (part) beside?.told(fieldsBefore(part));
  if (!part || part.fieldname !== PART || !part.filename) {
    part?.file.resume();
    const detail = 'choose a file (it is sent in a part named "file", with its file name)';
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

function fieldsBefore({ fields }: MultipartFile): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, found]) => {
      const [first] = [found].flat();
      return first?.type === 'field' && typeof first.value === 'string' ? [[name, first.value]] : [];
    }),
  );
}
