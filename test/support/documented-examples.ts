// Every example in an OpenAPI document, beside the schema that it must fit, by the place of each.

export interface DocumentedExample {
  /** where the example stands, as tokens from the root */
  at: string[];
  value: unknown;
  /** where its schema stands */
  schemaAt: string[];
}

type Json = Record<string, unknown>;

/** Examples of schemas (`examples`), of parameters, headers and media types (`example`, `examples`); references are followed. */
export function documentedExamples(document: object): DocumentedExample[] {
  return [...inPart(document, [], document as Json)];
}

function* inPart(part: unknown, at: string[], document: Json): Generator<DocumentedExample> {
  if (Array.isArray(part)) {
    for (const [index, entry] of part.entries()) yield* inPart(entry, [...at, String(index)], document);
  }
  if (!isObject(part)) return;
  if (isObject(part.schema)) yield* besideSchema(part, at, document);
  for (const [key, entry] of Object.entries(part)) {
    if (key === 'example' || key === 'examples') continue;
    if (key === 'schema') yield* inSchema(entry, [...at, key]);
    else if (key === 'schemas' && isObject(entry)) yield* inNamed(entry, [...at, key]);
    else yield* inPart(entry, [...at, key], document);
  }
}

function* besideSchema(part: Json, at: string[], document: Json): Generator<DocumentedExample> {
  const schemaAt = [...at, 'schema'];
  if ('example' in part) yield { at: [...at, 'example'], value: part.example, schemaAt };
  for (const [name, example] of Object.entries((part.examples ?? {}) as Json)) {
    const { value } = resolved(example, document) as { value: unknown };
    yield { at: [...at, 'examples', name], value, schemaAt };
  }
}

function* inSchema(schema: unknown, at: string[]): Generator<DocumentedExample> {
  if (!isObject(schema)) return;
  for (const [index, value] of ((schema.examples ?? []) as unknown[]).entries()) {
    yield { at: [...at, 'examples', String(index)], value, schemaAt: at };
  }
  for (const key of ['items', 'additionalProperties', 'not']) yield* inSchema(schema[key], [...at, key]);
  for (const key of ['properties', 'patternProperties', 'allOf', 'anyOf', 'oneOf']) {
    if (typeof schema[key] === 'object') yield* inNamed(schema[key] as Json, [...at, key]);
  }
}

function* inNamed(schemas: Json, at: string[]): Generator<DocumentedExample> {
  for (const [name, schema] of Object.entries(schemas)) yield* inSchema(schema, [...at, name]);
}

function resolved(value: unknown, document: Json): unknown {
  const { $ref } = value as { $ref?: string };
  if (!$ref) return value;
  return $ref
    .split('/')
    .slice(1)
    .reduce<unknown>((part, token) => (part as Json)[token], document);
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
