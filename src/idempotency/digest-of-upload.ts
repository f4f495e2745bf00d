// The digest of an upload that comes a second time: read to its end, kept nowhere.
import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { DomainError } from '../common/problems/domain.error';
import { digestOfForm } from './idempotency-key';

/** @throws DomainError body-unreadable */
export async function digestOfUpload(request: FastifyRequest): Promise<Buffer> {
  try {
    let digest = digestOfForm(request, { name: '', declared: '', digest: '' });
    for await (const part of request.files({ throwFileSizeLimit: false })) {
      const hash = createHash('sha256');
      await pipeline(part.file, hash);
      const content = `sha256:${hash.digest('hex')}`;
      digest = digestOfForm(request, { name: part.filename, declared: part.mimetype, digest: content });
    }
    return digest;
  } catch {
    throw new DomainError('body-unreadable', 'The body is not well-formed multipart/form-data.');
  }
}
