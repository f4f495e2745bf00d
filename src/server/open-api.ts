// The OpenAPI 3.1 document, generated from the code. docs/openapi.json is a copy that a test holds to it.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { PRODUCT_VERSION } from '../common/product-version';
import { inOpenApi31 } from './open-api-31';

const DESCRIPTION = `Due diligence on AI vendors for small therapy practices: records, scores and sealed risk assessments.
No field takes client data. Nothing here is legal advice.`;

export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setTitle('Duecare')
    .setDescription(DESCRIPTION)
    .setVersion(PRODUCT_VERSION)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .setOpenAPIVersion('3.1.0')
    .addServer('/', 'This installation')
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', description: 'An API key of this installation.' },
      'apiKey',
    )
    .addSecurityRequirements('apiKey')
    .build();
  return inOpenApi31(SwaggerModule.createDocument(app, builder));
}

/** Serves the document at /openapi.json and a reader for it at /docs. */
export function serveOpenApi(app: NestFastifyApplication): void {
  let document: OpenAPIObject | null = null;
  SwaggerModule.setup('docs', app, () => (document ??= openApiDocument(app)), {
    jsonDocumentUrl: '/openapi.json',
  });
}
