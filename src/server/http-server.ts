// The HTTP side of the application: Fastify under Nest, request ids, one log line a request, bodies, documentation.
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { AppModule, type AppOptions } from '../app.module';
import { setRecordHeaders } from '../common/http/entity-tag';
import type { LogLevel } from '../config/environment';
import { LogLines } from './log-lines';
import { serveOpenApi } from './open-api';
import { StructuredLog } from './structured-log';

/** The largest body: a dossier. Anything larger is refused before it is read to its end. */
export const BODY_LIMIT_BYTES = 5 * 1024 * 1024;

const YAML_TYPES = ['application/yaml', 'application/x-yaml', 'text/yaml'];
const GIVEN_REQUEST_ID = /^[A-Za-z0-9._-]{8,64}$/;

/** Builds the application without listening. Tests use it as it is. */
export async function createHttpServer(options: AppOptions): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: requestIdOf,
    requestIdHeader: false,
    return503OnClosing: true,
    forceCloseConnections: 'idle',
    logger: loggerOptions(options.settings.logLevel),
  });
  const fastify = adapter.getInstance<FastifyInstance>();
  fastify.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done) => {
    void reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff');
    done();
  });
  fastify.addHook('preSerialization', (request, reply, body: unknown, done) => {
    setRecordHeaders(request, reply, body);
    done(null, body);
  });
  fastify.addHook('onResponse', logResponse);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(options), adapter, {
    logger: new StructuredLog(fastify.log),
    rawBody: true,
    abortOnError: false,
  });
  // Kept as bytes: the dossier reader judges it, with bounds that a general parser does not have.
  app.useBodyParser(YAML_TYPES, { bodyLimit: BODY_LIMIT_BYTES }, (_request, body, done) => done(null, body));
  serveOpenApi(app);
  return app;
}

/** A caller's own request id is kept when it is a plain token, so that both sides' logs can be laid side by side. */
function requestIdOf(request: { headers: Record<string, string | string[] | undefined> }): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && GIVEN_REQUEST_ID.test(given) ? given : uuidv7();
}

/** Route patterns, not addresses: what somebody typed into a query stays out of the log. */
function logResponse(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  request.log.info({
    method: request.method,
    route: request.routeOptions.url ?? null,
    status: reply.statusCode,
    milliseconds: Math.round(reply.elapsedTime),
  });
  done();
}

function loggerOptions(level: LogLevel): object {
  return {
    level,
    base: null,
    formatters: { level: (label: string) => ({ level: label }) },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    messageKey: 'message',
    stream: new LogLines(process.stdout),
  };
}
