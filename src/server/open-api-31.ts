// What the generator still writes in the manner of OpenAPI 3.0, said as 3.1 (JSON Schema 2020-12) says it: null as a type instead of
// `nullable`, `examples` instead of a schema's `example`. Only schemas are touched; whoever is quoted in an example is left alone.
import type { OpenAPIObject } from '@nestjs/swagger';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

/** Fields of the document that quote a value. */
const QUOTED = new Set(['example', 'examples']);
/** Keywords of a schema that hold schemas: one, several, or several by name. */
const ONE_SCHEMA = new Set(['items', 'additionalProperties', 'not']);
const SEVERAL_SCHEMAS = new Set(['allOf', 'anyOf', 'oneOf']);
const NAMED_SCHEMAS = new Set(['properties', 'patternProperties']);

/** The document anew, its schemas as 3.1 says them. */
export function inOpenApi31(document: OpenAPIObject): OpenAPIObject {
  const plain = JSON.parse(JSON.stringify(document)) as JsonObject;
  return convertedPart(plain) as unknown as OpenAPIObject;
}

function convertedPart(value: Json): Json {
  if (Array.isArray(value)) return value.map(convertedPart);
  if (!isObject(value)) return value;
  return mapped(value, (entry, key) => {
    if (QUOTED.has(key)) return entry;
    if (key === 'schema') return convertedSchema(entry);
    if (key === 'schemas' && isObject(entry)) return mapped(entry, convertedSchema);
    return convertedPart(entry);
  });
}

function convertedSchema(schema: Json): Json {
  if (!isObject(schema)) return schema;
  const { nullable, example, ...rest } = mapped(schema, (entry, key) => {
    if (ONE_SCHEMA.has(key)) return convertedSchema(entry);
    if (SEVERAL_SCHEMAS.has(key) && Array.isArray(entry)) return entry.map(convertedSchema);
    if (NAMED_SCHEMAS.has(key) && isObject(entry)) return mapped(entry, convertedSchema);
    return entry;
  });
  const stated = nullable === true ? orNull(rest) : rest;
  return example === undefined ? stated : { ...stated, examples: [example] };
}

function orNull(schema: JsonObject): JsonObject {
  if (typeof schema.type === 'string') {
    const typed: JsonObject = { ...schema, type: [schema.type, 'null'] };
    return Array.isArray(schema.enum) ? { ...typed, enum: [...schema.enum, null] } : typed;
  }
  const { description, ...reference } = schema;
  return {
    ...(description === undefined ? {} : { description }),
    anyOf: [...(Array.isArray(reference.allOf) ? reference.allOf : [reference]), { type: 'null' }],
  };
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mapped(object: JsonObject, change: (entry: Json, key: string) => Json): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, entry]) => [key, change(entry, key)]));
}
