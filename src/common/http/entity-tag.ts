// Optimistic locking over HTTP (RFC 9110): the version of a record is its ETag; a change must name it in If-Match.
import {
  createParamDecorator,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { tap, type Observable } from 'rxjs';
import { DomainError } from '../problems/domain.error';

/** The version that the caller read, from If-Match. */
export const IfMatch = createParamDecorator((_data: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined) {
    throw new DomainError(
      'precondition-required',
      'Send If-Match with the ETag of the record as you read it.',
    );
  }
  const match = /^"(\d{1,9})"$/.exec(header.trim());
  if (!match)
    throw new DomainError('stale-version', 'If-Match must be one ETag as the API sent it, such as "3".');
  return Number(match[1]);
});

/** Sets ETag from the `version` of an answered record, and Location when a POST created one. */
@Injectable()
export class RecordHeaders implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(tap((body: unknown) => setHeaders(body, request, reply)));
  }
}

function setHeaders(body: unknown, request: FastifyRequest, reply: FastifyReply): void {
  if (typeof body !== 'object' || body === null) return;
  const { version, id } = body as { version?: unknown; id?: unknown };
  if (typeof version === 'number') void reply.header('etag', `"${version}"`);
  if (request.method === 'POST' && typeof id === 'string' && !reply.hasHeader('location')) {
    void reply.header('location', `${request.url.split('?', 1)[0]}/${id}`);
  }
}
