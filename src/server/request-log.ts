// The log: one JSON object a line, and one line a request. Ids, codes and route patterns, never the text that somebody typed.
import type { FastifyBaseLogger, FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import { LogController } from 'fastify';
import { problemOf } from '../common/problems/problem.filter';
import type { LogLevel } from '../config/environment';
import type { AuthenticatedRequest } from '../identity/caller';
import { LogLines } from './log-lines';

/** What Fastify is to know of logging. No logger of its own for each request: the one line of a request names its id itself. */
export function logOptions(level: LogLevel): FastifyServerOptions {
  return {
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    childLoggerFactory: (logger: FastifyBaseLogger) => logger,
    logger: {
      level,
      base: null,
      formatters: { level: (label: string) => ({ level: label }) },
      timestamp: () => `,"time":"${textOfNow()}"`,
      messageKey: 'message',
      stream: new LogLines(process.stdout),
    },
  };
}

/**
 * Route patterns, not addresses: what somebody typed into a query stays out of the log. Of what was refused it says too why, to whom (as far
 * as that is known) and from where: attempts on what somebody may not do show there.
 */
export function logResponse(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  request.log.info({
    requestId: request.id,
    method: request.method,
    route: request.routeOptions.url ?? null,
    status: reply.statusCode,
    milliseconds: Math.round(reply.elapsedTime),
    ...(reply.statusCode >= 400 ? refusalOf(request) : {}),
  });
  done();
}

function refusalOf(request: AuthenticatedRequest): object {
  const { caller } = request;
  return {
    problem: problemOf(request),
    actorKind: caller?.kind ?? null,
    actorId: caller?.id ?? null,
    address: request.ip,
  };
}

let moment = 0;
let text = '';

/** Lines come many to the millisecond, and writing a moment out costs more than the rest of its line. */
function textOfNow(): string {
  const now = Date.now();
  if (now !== moment) {
    moment = now;
    text = new Date(now).toISOString();
  }
  return text;
}
