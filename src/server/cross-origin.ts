// Pages of other origins may read answers only where a setting names them, one by one. Cookies never go with such a request: a page there
// sends the token of a session or key that it was given, and nobody's session is used behind their back.
import cors from '@fastify/cors';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const ASKED = [
  'authorization',
  'content-type',
  'if-match',
  'if-none-match',
  'idempotency-key',
  'x-request-id',
];
const TOLD = [
  ...['etag', 'location', 'retry-after', 'x-request-id', 'idempotency-replayed'],
  ...['ratelimit', 'ratelimit-policy', 'content-disposition'],
];

export async function allowOrigins(app: NestFastifyApplication, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  await app.register(cors, {
    origin: [...origins],
    credentials: false,
    methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: ASKED,
    exposedHeaders: TOLD,
    maxAge: 600,
  });
}
