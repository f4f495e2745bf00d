// The one place that turns errors into problem details. Known refusals keep their words; anything else is logged whole, once, and
// answered with nothing but a request id.
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from './domain.error';
import { isProblemCode, PROBLEM_TYPES, problemTypeUri, type ProblemCode } from './problem-catalogue';
import type { Problem } from './problem.dto';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

interface Refusal {
  code: ProblemCode;
  detail: string;
  errors?: Problem['errors'];
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), this.logger);
  }
}

/** What each refused request was answered with: the log names it. */
const answeredWith = new WeakMap<FastifyRequest, ProblemCode>();

export function problemOf(request: FastifyRequest): ProblemCode | null {
  return answeredWith.get(request) ?? null;
}

/** Also used for addresses that Fastify cannot read: they never reach Nest. */
export function sendProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  logger: Logger,
): void {
  const problem = noteProblem(error, request, reply, logger);
  if (problemOf(request) === 'unauthenticated')
    void reply.header('www-authenticate', 'Bearer realm="duecare"');
  void reply.status(problem.status).type(PROBLEM_MEDIA_TYPE).send(problem);
}

/** The problem that an error is, told to the log; whoever is to wait is told for how long. */
export function noteProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  logger: Logger,
): Problem {
  const refusal = refusalOf(error);
  answeredWith.set(request, refusal.code);
  if (refusal.code === 'internal-error') logger.error({ requestId: request.id, ...loggable(error) });
  if (error instanceof DomainError && error.retryAfterSeconds !== null) {
    void reply.header('retry-after', String(error.retryAfterSeconds));
  }
  const { status, title } = PROBLEM_TYPES[refusal.code];
  return {
    type: problemTypeUri(refusal.code),
    title,
    status,
    detail: refusal.detail,
    instance: request.url.split('?', 1)[0] ?? '',
    requestId: request.id,
    ...(refusal.errors?.length ? { errors: refusal.errors } : {}),
  };
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof DomainError && isProblemCode(error.code)) {
    return { code: error.code, detail: error.detail, errors: [...error.faults] };
  }
  const status = statusOf(error);
  const code = CODE_OF_STATUS[status];
  if (!code) return isUnreachable(error) ? of('unavailable') : of('internal-error');
  return of(code);
}

function of(code: ProblemCode): Refusal {
  return { code, detail: PROBLEM_TYPES[code].meaning };
}

/** Statuses that Nest and Fastify set themselves. */
const CODE_OF_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'body-unreadable',
  401: 'unauthenticated',
  // only for addresses beside the files of the API reference; what a role may not do is refused by the guard
  403: 'not-found',
  404: 'not-found',
  413: 'body-too-large',
  414: 'not-found',
  415: 'media-type-unsupported',
};

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : 500;
}

const UNREACHABLE = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EPIPE'],
  // PostgreSQL: shutting down, crashed, starting, connection failure, too many connections
  ...['57P01', '57P02', '57P03', '08006', '53300'],
  // waited too long for a lock, two waited for each other, somebody else was faster: nothing was done, and another try may do it
  ...['55P03', '40P01', '40001'],
]);

/** What the driver says without a code when a connection breaks or none gets free in time. */
const BROKEN_CONNECTION = /^(Connection terminated|timeout exceeded when trying to connect)/;

function isUnreachable(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === 'string' && UNREACHABLE.has(code)) return true;
  return typeof message === 'string' && BROKEN_CONNECTION.test(message);
}

/**
 * Name, code and stack without the message of a database error: a message of PostgreSQL may quote the row, and with it
 * what somebody typed.
 */
function loggable(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code, constraint, table } = error as { code?: string; constraint?: string; table?: string };
  const isDatabaseError = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  const stack = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at '));
  return {
    error: error.name,
    ...(isDatabaseError ? { code, constraint, table } : { message: error.message }),
    stack,
  };
}
