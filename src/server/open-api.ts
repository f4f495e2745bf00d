// The OpenAPI 3.1 document, generated from the code. docs/openapi.json is a copy that a test holds to it (npm run docs).
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { problemExamples } from '../common/http/api-problems';
import { PRODUCT_VERSION } from '../common/product-version';
import { inOpenApi31 } from './open-api-31';
import {
  describeIdempotency,
  HEADERS,
  describeLimits,
  describeProblem,
  describeTextConfirmation,
  operationsByMethod,
  type DescribedOperation,
} from './open-api-doors';
import { TAGS } from './open-api-tags';
import { REQUEST_EXAMPLES } from './request-examples';

const DESCRIPTION = `Due diligence on AI vendors for small therapy practices: records, scores and sealed risk assessments.
No field takes client data. Nothing here is legal advice.

Every answer carries \`X-Request-Id\`; every error is a problem document (RFC 9457) whose \`type\` leads to its description. A record's
\`version\` is its \`ETag\`; a change names it in \`If-Match\`. In a change an absent field is left alone and null clears it.

Every POST but a question of clearance takes an \`Idempotency-Key\`: what is sent again under the same key is not done again.`;

/** Routes that ask for no session and no key (the guard lets them pass): signing in, health, the descriptions of problems, discovery. */
export const PUBLIC_TAGS: ReadonlySet<string> = new Set(['Signing in', 'Health', 'Problems', 'Discovery']);

interface Operation extends DescribedOperation {
  operationId: string;
  tags?: string[];
  security?: object[];
  requestBody?: { content: Record<string, { schema: { $ref?: string }; example?: unknown }> };
}

export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setTitle('Duecare')
    .setDescription(DESCRIPTION)
    .setVersion(PRODUCT_VERSION)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .setOpenAPIVersion('3.1.0')
    .addServer('/', 'This installation')
    .addBearerAuth(
      {
        type: 'http',
        scheme: 'bearer',
        description: 'The token of a session, or an API key of an organization.',
      },
      'token',
    )
    .addSecurityRequirements('token');
  for (const [name, description] of TAGS) builder.addTag(name, description);
  const document = inOpenApi31(SwaggerModule.createDocument(app, builder.build()));
  for (const [method, operation] of operationsByMethod<Operation>(document)) {
    finish(operation, document);
    if (!operation.tags?.includes('Health')) describeLimits(operation);
    if (isStored(operation)) describeTextConfirmation(operation);
    if (isChange(method) && operation.operationId !== 'reopen-organization' && isOfOrganization(operation))
      describeProblem(operation, 'organization-closed');
    if (method === 'post' && !isQuestion(operation)) {
      describeIdempotency(operation, operation.security?.length === 0);
    }
  }
  return {
    ...document,
    components: { ...document.components, examples: problemExamples(), headers: HEADERS },
  };
}

/** Serves the document at /openapi.json and a reader for it at /docs. */
export function serveOpenApi(app: NestFastifyApplication): void {
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  fastify.addHook('onRoute', nameCharacterSet);
  let document: OpenAPIObject | null = null;
  SwaggerModule.setup('docs', app, () => (document ??= openApiDocument(app)), {
    jsonDocumentUrl: '/openapi.json',
  });
}

/** The page of the reader comes without it. */
function nameCharacterSet(route: RouteOptions): void {
  if (!/^\/docs\/?$/.test(route.url)) return;
  route.onSend = (_request, reply, payload, done) => {
    void reply.type('text/html; charset=utf-8');
    done(null, payload);
  };
}

function isChange(method: string): boolean {
  return method !== 'get' && method !== 'head';
}

function isOfOrganization({ parameters }: Operation): boolean {
  return (parameters ?? []).some((parameter) => (parameter as { name?: string }).name === 'organizationId');
}

/** Takes a JSON body of which something is kept. */
function isStored(operation: Operation): boolean {
  return 'application/json' in (operation.requestBody?.content ?? {}) && !isQuestion(operation);
}

/** Of a question of clearance nothing is kept. */
function isQuestion({ tags }: Operation): boolean {
  return tags?.includes('Clearance') ?? false;
}

/** What no decorator says: no key where none is asked, a body to paste, and that a body has no other fields. */
function finish(operation: Operation, document: OpenAPIObject): void {
  if (operation.tags?.some((tag) => PUBLIC_TAGS.has(tag))) operation.security = [];
  for (const body of Object.values(operation.requestBody?.content ?? {})) {
    body.example = REQUEST_EXAMPLES[operation.operationId];
    const schema = document.components?.schemas?.[body.schema.$ref?.split('/').at(-1) ?? ''];
    if (schema && !('$ref' in schema)) schema.additionalProperties = false;
  }
}
