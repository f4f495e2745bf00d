import type { OpenAPIObject } from '@nestjs/swagger';
import { inOpenApi31 } from './open-api-31';

/** The document with one schema in it, and that schema in the manner of 3.1. */
function converted(schema: object): unknown {
  const document = { openapi: '3.1.0', info: {}, paths: {}, components: { schemas: { One: schema } } };
  return inOpenApi31(document as unknown as OpenAPIObject).components?.schemas?.One;
}

describe('a schema as OpenAPI 3.1 says it', () => {
  it.each([
    ['a type that may be null', { type: 'string', nullable: true }, { type: ['string', 'null'] }],
    ['a type that may not', { type: 'string', nullable: false }, { type: 'string' }],
    [
      'a choice that may be null holds null',
      { type: 'string', enum: ['a'], nullable: true },
      { type: ['string', 'null'], enum: ['a', null] },
    ],
    [
      'a reference that may be null',
      { allOf: [{ $ref: '#/x' }], nullable: true, description: 'One.' },
      { description: 'One.', anyOf: [{ $ref: '#/x' }, { type: 'null' }] },
    ],
    ['an example', { type: 'integer', example: 0 }, { type: 'integer', examples: [0] }],
    [
      'fields of fields and entries of lists',
      { properties: { list: { type: 'array', items: { type: 'string', nullable: true } } } },
      { properties: { list: { type: 'array', items: { type: ['string', 'null'] } } } },
    ],
    [
      'fields that are named like keywords',
      { properties: { nullable: { type: 'boolean' }, example: { type: 'string', nullable: true } } },
      { properties: { nullable: { type: 'boolean' }, example: { type: ['string', 'null'] } } },
    ],
    [
      'an example that quotes such a field',
      { type: 'object', example: { nullable: true, example: 1 } },
      { type: 'object', examples: [{ nullable: true, example: 1 }] },
    ],
  ])('%s', (_what, schema, expected) => {
    expect(converted(schema)).toEqual(expected);
  });

  it('leaves the examples of bodies and parameters alone, and the document that it was given', () => {
    const content = {
      'application/json': { schema: { nullable: true, type: 'string' }, example: { nullable: true } },
    };
    const given = { paths: { '/x': { post: { requestBody: { content } } } } } as unknown as OpenAPIObject;
    const before = structuredClone(given);
    expect(inOpenApi31(given).paths['/x']).toEqual({
      post: {
        requestBody: {
          content: {
            'application/json': { schema: { type: ['string', 'null'] }, example: { nullable: true } },
          },
        },
      },
    });
    expect(given).toEqual(before);
  });
});
