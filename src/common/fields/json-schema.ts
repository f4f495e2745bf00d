// The JSON Schema (2020-12) of a class of records, drawn from the same declarations that class-validator and the OpenAPI document come from.
import { fieldsOf, type Constructor, type Field, type FieldSchema } from './field';

export type JsonSchema = Record<string, unknown>;

/**
 * The schema of a record. Those of the records within it are referred to as `#/$defs/<class>`.
 * @param definitions is given them
 */
export function recordSchema(type: Constructor, definitions: Map<string, JsonSchema>): JsonSchema {
  const fields = fieldsOf(type);
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field, definitions)])),
    required: fields.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: false,
  };
}

function fieldSchema(field: Field, definitions: Map<string, JsonSchema>): JsonSchema {
  const { description, example, required, schema, nested } = field;
  const words = example === undefined ? { description } : { description, examples: [example] };
  const stated: JsonSchema = nested ? nestedSchema(schema, nested(), definitions) : { ...schema };
  return { ...words, ...(required ? stated : orNull(stated)) };
}

function nestedSchema(
  schema: FieldSchema,
  type: Constructor,
  definitions: Map<string, JsonSchema>,
): JsonSchema {
  const reference = { $ref: `#/$defs/${define(type, definitions)}` };
  return schema.type === 'array' ? { ...schema, items: reference } : reference;
}

function define(type: Constructor, definitions: Map<string, JsonSchema>): string {
  if (!definitions.has(type.name)) {
    definitions.set(type.name, {}); // before its fields, which may lead back here
    definitions.set(type.name, recordSchema(type, definitions));
  }
  return type.name;
}

/** Absent and null say the same: not stated. */
function orNull(schema: JsonSchema): JsonSchema {
  if (schema.$ref) return { anyOf: [schema, { type: 'null' }] };
  if (Array.isArray(schema.anyOf))
    return { ...schema, anyOf: [...(schema.anyOf as JsonSchema[]), { type: 'null' }] };
  const withNull = { ...schema, type: [schema.type, 'null'] };
  return Array.isArray(schema.enum) ? { ...withNull, enum: [...(schema.enum as string[]), null] } : withNull;
}
