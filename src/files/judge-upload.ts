// Is a file what it says it is, and one that is taken? Its name, what the sender says and what its bytes say must agree.
import { fileTypeFromBuffer } from 'file-type/core';
import type { Readable } from 'node:stream';
import { DomainError } from '../common/problems/domain.error';
import type { FaultCode } from '../common/problems/fault-codes';
import { declares, TAKEN, typeOfName, type MediaType } from './media-types';
import { faultOfArchive } from './office-archive';
import type { UploadInspection } from './upload-inspection';

export interface Claim {
  /** file name as sent */
  name: string;
  /** Content-Type of the part */
  declared: string;
}

/** @throws DomainError file-type-refused for a name whose type is not taken: nothing needs to be received */
export function claimedType({ name }: Claim): MediaType {
  const type = typeOfName(name);
  if (type) return type;
  throw new DomainError('file-type-refused', `Files of this type are not taken; taken are: ${TAKEN}.`, [
    { pointer: '/file', code: 'file-type-refused', detail: `must be one of: ${TAKEN}` },
  ]);
}

/**
 * The media type of a file that has been received whole.
 * @param whole gives the bytes once more, for types that cannot be told by their beginning
 * @throws DomainError file-type-mismatch, file-expands-too-much, request-invalid (empty)
 */
export async function judgedType(
  claim: Claim,
  seen: UploadInspection,
  whole: () => Promise<Readable>,
): Promise<string> {
  const type = claimedType(claim);
  if (seen.bytes === 0) refuse('request-invalid', 'empty-file', 'The file is empty.');
  const bytes = type.toldBy === 'office' ? await bytesOf(await whole()) : seen.beginning;
  const found = await fileTypeFromBuffer(bytes);
  const fits = type.toldBy === 'text' ? !found && seen.isText : found?.mime === type.mediaType;
  if (!fits || !declares(claim.declared, type)) {
    const is = found
      ? `its bytes are those of ${found.mime}`
      : `its bytes are not those of ${type.mediaType}`;
    const says = fits ? `it was sent as ${claim.declared}` : is;
    refuse(
      'file-type-mismatch',
      'file-type-mismatch',
      `The file is named as ${type.mediaType}, but ${says}. Send it under its true type.`,
    );
  }
  const fault = type.toldBy === 'office' ? await faultOfArchive(bytes) : null;
  if (fault === 'unreadable') {
    refuse(
      'file-type-mismatch',
      'file-type-mismatch',
      'The document cannot be opened: its archive is damaged.',
    );
  }
  if (fault === 'expands-too-much') {
    refuse(
      'file-expands-too-much',
      'file-expands-too-much',
      'Unpacked, the document would be far larger than it is.',
    );
  }
  return type.mediaType;
}

function refuse(
  problem: 'request-invalid' | 'file-type-mismatch' | 'file-expands-too-much',
  code: FaultCode,
  detail: string,
): never {
  throw new DomainError(problem, detail, [{ pointer: '/file', code, detail }]);
}

async function bytesOf(stream: Readable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(Buffer.from(piece as Uint8Array));
  return Buffer.concat(pieces);
}
