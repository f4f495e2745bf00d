// What the generator still writes in the manner of OpenAPI 3.0, said as 3.1 (JSON Schema 2020-12) says it.
import type { OpenAPIObject } from '@nestjs/swagger';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

const PUBLIC_TAGS = new Set(['Health', 'Problems']);

/** Null as a type instead of `nullable`, no authentication where none is asked. */
export function inOpenApi31(document: OpenAPIObject): OpenAPIObject {
  const plain = JSON.parse(JSON.stringify(document)) as JsonObject;
  const converted = withNullTypes(plain) as unknown as OpenAPIObject;
  for (const path of Object.values(converted.paths)) {
    for (const operation of Object.values(path) as { tags?: string[]; security?: object[] }[]) {
      if (operation.tags?.some((tag) => PUBLIC_TAGS.has(tag))) operation.security = [];
    }
  }
  return converted;
}

function withNullTypes(value: Json): Json {
  if (Array.isArray(value)) return value.map(withNullTypes);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, entry]) => [key, withNullTypes(entry)] as const);
  const { nullable, ...schema } = Object.fromEntries(entries) as JsonObject;
  return nullable === true ? orNull(schema) : nullable === undefined ? schema : { ...schema, nullable };
}

function orNull(schema: JsonObject): JsonObject {
  if (typeof schema.type === 'string') {
    const typed: JsonObject = { ...schema, type: [schema.type, 'null'] };
    return Array.isArray(schema.enum) ? { ...typed, enum: [...schema.enum, null] } : typed;
  }
  const { description, example, ...reference } = schema;
  return {
    ...(description === undefined ? {} : { description }),
    ...(example === undefined ? {} : { example }),
    anyOf: [...(Array.isArray(reference.allOf) ? reference.allOf : [reference]), { type: 'null' }],
  };
}
