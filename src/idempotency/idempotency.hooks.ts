// Where a key meets the request: hooks of Fastify around the handlers. A request without a key pays for one look at its headers.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { asKeyedWork } from '../database/keyed-work';
import { IDEMPOTENCY_HEADER } from './idempotency-key';
import type { Answer } from './idempotency-keys';
import { KeyedRequest, type RequestWithKey } from './keyed-request';

/** What of an answer is its own; the rest (request id, limits, security) belongs to the request that is answered. */
const KEPT_HEADERS = ['content-type', 'etag', 'location'];

export function addIdempotencyHooks(fastify: FastifyInstance): void {
  fastify.decorateRequest('keyed', null);
  // Once the body has been read: its parser loses what an asynchronous context holds.
  fastify.addHook('preHandler', (request: RequestWithKey, _reply, done) => {
    const header = request.headers[IDEMPOTENCY_HEADER];
    if (header === undefined || request.method !== 'POST') return done();
    request.keyed = new KeyedRequest(String(header));
    asKeyedWork(request.keyed, done);
  });
  fastify.addHook('onSend', (request: RequestWithKey, reply, payload: unknown, done) => {
    if (!request.keyed?.isBegun) return done(null, payload);
    request.keyed.finish(answerOf(reply, payload)).then(
      () => done(null, payload),
      (error: unknown) => {
        noteLost(request, error);
        done(null, payload);
      },
    );
  });
}

function answerOf(reply: FastifyReply, payload: unknown): Answer {
  const headers = KEPT_HEADERS.flatMap((name) => {
    const value = reply.getHeader(name);
    return value === undefined ? [] : [[name, String(value)] as const];
  });
  return { status: reply.statusCode, headers: Object.fromEntries(headers), body: textOf(payload) };
}

function textOf(payload: unknown): string {
  if (payload === undefined || payload === null) return '';
  if (typeof payload === 'string') return payload;
  throw new Error('the answer of a POST is not text, so that it cannot be kept for its Idempotency-Key');
}

/** The work is done and marked: the answer goes out all the same. Who asks again is told that the outcome is not known. */
function noteLost(request: FastifyRequest, error: unknown): void {
  const { name, code } = (error ?? {}) as { name?: string; code?: string };
  request.log.error({
    requestId: request.id,
    context: 'Idempotency',
    error: name ?? 'unknown',
    code: code ?? null,
  });
}
