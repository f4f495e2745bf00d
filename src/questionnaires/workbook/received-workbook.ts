// A workbook that somebody sends: read into memory up to a limit that no questionnaire comes near, and judged by its bytes.
import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type/core';
import { DomainError, type Fault } from '../../common/problems/domain.error';
import type { ProblemCode } from '../../common/problems/problem-catalogue';
import { receivedPart } from '../../files/received-part';
import { digestOfForm } from '../../idempotency/idempotency-key';
import type { RequestWithKey } from '../../idempotency/keyed-request';

const MOST_BYTES = 2 * 1024 * 1024;
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** @throws DomainError media-type-unsupported, request-invalid, body-unreadable, body-too-large, file-type-refused */
export async function receivedWorkbook(request: RequestWithKey): Promise<Buffer> {
  const { claim, stream, ended } = await receivedPart(request);
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of stream) {
      bytes += (piece as Buffer).length;
      if (bytes > MOST_BYTES)
        throw fileRefused(
          'body-too-large',
          'too-large',
          'the file has more than 2 MB; no questionnaire has: send the one that you downloaded here',
        );
      pieces.push(piece as Buffer);
    }
    await ended;
  } finally {
    stream.resume(); // what is refused is read to its end all the same, or a browser never reads the answer
  }
  const file = Buffer.concat(pieces);
  if (bytes === 0)
    throw fileRefused(
      'request-invalid',
      'empty-file',
      'the file is empty; choose the spreadsheet that you filled in',
    );
  const type = await fileTypeFromBuffer(file);
  if (type?.mime !== XLSX)
    throw fileRefused(
      'file-type-refused',
      'file-type-refused',
      'this is no XLSX workbook; save the spreadsheet as XLSX (Excel workbook) and send that',
    );
  const digest = `sha256:${createHash('sha256').update(file).digest('hex')}`;
  request.keyed?.received(digestOfForm(request, { ...claim, digest }));
  return file;
}

export function fileRefused(problem: ProblemCode, code: Fault['code'], detail: string): DomainError {
  return new DomainError(problem, `The spreadsheet cannot be taken: ${detail}.`, [
    { pointer: '/file', code, detail },
  ]);
}
