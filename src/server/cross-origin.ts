// Pages of other origins may read answers only where a setting names them, one by one. Cookies never go with such a request: a page there
// sends the token of a session or key that it was given, and nobody's session is used behind their back.
import cors from '@fastify/cors';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CONFIRMATION_HEADER } from '../common/client-identifiers/confirmed-text';
import { REQUEST_ID_HEADER } from '../common/http/request-id';
import { IDEMPOTENCY_HEADER } from '../idempotency/idempotency-key';
import { REPLAYED_HEADER } from '../idempotency/replayed-answer';
import { RATE_LIMIT_HEADERS } from '../rate-limits/rate-limits.service';

const ASKED = [
  ...['authorization', 'content-type', 'if-match', 'if-none-match'],
  ...[IDEMPOTENCY_HEADER, CONFIRMATION_HEADER, REQUEST_ID_HEADER],
];
const TOLD = [
  ...['etag', 'location', 'retry-after', 'content-disposition'],
  ...[REQUEST_ID_HEADER, REPLAYED_HEADER, ...RATE_LIMIT_HEADERS],
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
