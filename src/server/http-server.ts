// The HTTP side of the application: Fastify under Nest, request ids, one log line a request, bodies, documentation.
import multipart from '@fastify/multipart';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppModule, type AppOptions } from '../app.module';
import {
  asConfirmedText,
  CONFIRMATION,
  CONFIRMATION_HEADER,
} from '../common/client-identifiers/confirmed-text';
import { setRecordHeaders } from '../common/http/entity-tag';
import { REQUEST_ID_HEADER, requestIdOf } from '../common/http/request-id';
import { DomainError } from '../common/problems/domain.error';
import { sendProblem } from '../common/problems/problem.filter';
import { PublicAddress } from '../common/public-address';
import { addIdempotencyHooks } from '../idempotency/idempotency.hooks';
import { acceptForms, FormBody } from '../common/http/form-body';
import { allowOrigins } from './cross-origin';
import { serveOpenApi } from './open-api';
import { logOptions, logResponse } from './request-log';
import { securityHeaders } from '../common/http/security-headers';
import { StructuredLog } from './structured-log';

/** The largest body: a dossier. Anything larger is refused before it is read to its end. */
export const BODY_LIMIT_BYTES = 5 * 1024 * 1024;

/** A whole request must be here by then: who sends a byte now and then would hold a connection, and the shutdown, for ever. */
const REQUEST_TIMEOUT = 120_000;

const YAML_TYPES = ['application/yaml', 'application/x-yaml', 'text/yaml'];

/** Builds the application without listening. Tests use it as it is. */
export async function createHttpServer(options: AppOptions): Promise<NestFastifyApplication> {
  const { trustedProxies, publicUrl, allowedOrigins, largestFileBytes } = options.settings;
  const headers = securityHeaders(publicUrl);
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    genReqId: requestIdOf,
    requestIdHeader: false,
    trustProxy: trustedProxies.length > 0 ? trustedProxies : false,
    return503OnClosing: true,
    requestTimeout: REQUEST_TIMEOUT,
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) =>
      refuseAddress(request, reply.headers(headers.ofApi)),
    forceCloseConnections: 'idle',
    ...logOptions(options.settings.logLevel),
  });
  const fastify = adapter.getInstance<FastifyInstance>();
  fastify.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done) => {
    void reply.headers(isReference(request) ? headers.ofReference : headers.ofApi);
    void reply.header(REQUEST_ID_HEADER, request.id);
    done();
  });
  fastify.addHook('preSerialization', (request, reply, body: unknown, done) => {
    setRecordHeaders(request, reply, body);
    done(null, body);
  });
  addIdempotencyHooks(fastify);
  // Once the body has been read: its parser loses what an asynchronous context holds.
  fastify.addHook('preHandler', (request, _reply, done) => {
    const isConfirmed =
      request.headers[CONFIRMATION_HEADER] === CONFIRMATION ||
      (request.body instanceof FormBody && request.body.has('text-confirmed'));
    if (isConfirmed) asConfirmedText(done);
    else done();
  });
  fastify.addHook('onResponse', logResponse);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(options), adapter, {
    logger: new StructuredLog(fastify.log),
    rawBody: true,
    bodyParser: false,
    abortOnError: false,
  });
  // JSON, and YAML for dossiers: nothing else is taken, or a form could be posted where the API documents JSON.
  fastify.removeContentTypeParser('text/plain');
  app.useBodyParser('application/json', { bodyLimit: BODY_LIMIT_BYTES });
  // Kept as bytes: the dossier reader judges it, with bounds that a general parser does not have.
  app.useBodyParser(YAML_TYPES, { bodyLimit: BODY_LIMIT_BYTES }, (_request, body, done) => done(null, body));
  acceptForms(fastify, () => app.get(PublicAddress).origin);
  await allowOrigins(app, allowedOrigins);
  await app.register(multipart, { limits: uploadLimits(largestFileBytes) });
  serveOpenApi(app);
  return app;
}

/** One file and nothing beside it. Streams only: no part is kept in memory or in a temporary file. */
function uploadLimits(fileSize: number): object {
  return { fileSize, files: 1, fields: 0, parts: 1, headerPairs: 20 };
}

/** Addresses that Fastify cannot read never reach a route, nor Nest's filter. */
function refuseAddress(request: FastifyRequest, reply: FastifyReply): void {
  sendProblem(
    new DomainError('not-found', 'The address cannot be read.'),
    request,
    reply,
    new Logger('Problem'),
  );
}

/** The reader of the API reference and its files: the one thing here that is a page. */
function isReference({ url }: FastifyRequest): boolean {
  return /^\/docs(?:[/?]|$)/.test(url);
}
