// One declaration per field of a record. From it follow, and cannot drift apart: what class-validator refuses, what the
// OpenAPI document shows and what the dossier's JSON Schema says (see dossiers/dossier-json-schema.ts).
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { IsDefined, ValidateIf } from 'class-validator';
import { PLAIN_TEXT_PATTERN } from './plain-text.validator';

export type Constructor<T = object> = new (...args: never[]) => T;

/** The part of JSON Schema 2020-12 that a field may state. */
export interface FieldSchema {
  type?: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';
  format?: string;
  pattern?: string;
  enum?: readonly string[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  items?: FieldSchema;
  /** one of several forms, in place of a type */
  anyOf?: readonly FieldSchema[];
}

export interface FieldOptions {
  /** what the field holds, in words a practice owner understands */
  description: string;
  example?: unknown;
  /** absent and null both mean "not stated"; in an update, absent means untouched and null means cleared */
  optional?: boolean;
  /** the order of a list's entries says something; elsewhere it carries no meaning */
  ordered?: boolean;
  /** numbers, names and addresses of people belong here, such as a business contact's: the text is not screened for a client's */
  mayHoldIdentifiers?: boolean;
}

export interface Field {
  name: string;
  description: string;
  example?: unknown;
  required: boolean;
  ordered: boolean;
  /** any text, as opposed to keys, dates and other patterns of their own */
  freeText: boolean;
  /** free text, looked through for what looks like a client before it is saved (common/client-identifiers) */
  screened: boolean;
  schema: FieldSchema;
  /** the class of a nested record, or of each entry when the schema's type is array */
  nested?: () => Constructor;
}

const FIELDS = Symbol('duecare:fields');

/** Worked out once a class: every record of a dossier asks. A further declaration puts all of it out of date. */
let knownFields = new WeakMap<Constructor, readonly Field[]>();

/** The fields declared on a class and on the classes it extends, base class first, in order of declaration. */
export function fieldsOf(type: Constructor): readonly Field[] {
  const known = knownFields.get(type);
  if (known) return known;
  const own = (Reflect.getOwnMetadata(FIELDS, type.prototype as object) as Field[] | undefined) ?? [];
  const parent = Object.getPrototypeOf(type) as Constructor | null;
  const inherited = parent && parent.prototype ? fieldsOf(parent) : [];
  const fields = [...inherited.filter((field) => !own.some(({ name }) => name === field.name)), ...own];
  knownFields.set(type, fields);
  return fields;
}

/** Declares a field: the shared end of every decorator in this folder. */
export function declareField(
  schema: FieldSchema,
  options: FieldOptions,
  validators: PropertyDecorator[],
  nested?: () => Constructor,
): PropertyDecorator {
  const required = !options.optional;
  const presence = required
    ? IsDefined({ message: 'is required' })
    : ValidateIf((_record, value) => value !== null && value !== undefined);
  return applyDecorators(
    remember(schema, options, nested),
    ApiProperty(apiProperty(schema, options, nested)),
    presence,
    ...validators,
  );
}

function remember(schema: FieldSchema, options: FieldOptions, nested?: () => Constructor): PropertyDecorator {
  return (target, property) => {
    const { description, example, optional, ordered, mayHoldIdentifiers } = options;
    rememberField(target, {
      name: String(property),
      description,
      example,
      required: !optional,
      ordered: ordered === true,
      freeText: isFreeText(schema),
      screened: isFreeText(schema) && mayHoldIdentifiers !== true,
      schema,
      nested,
    });
  };
}

function isFreeText(schema: FieldSchema): boolean {
  return [schema, ...(schema.items ? [schema.items] : []), ...(schema.anyOf ?? [])].some(
    ({ pattern }) => pattern === PLAIN_TEXT_PATTERN,
  );
}

/** Adds a field to those of a class, given by its prototype. */
export function rememberField(prototype: object, field: Field): void {
  const own = (Reflect.getOwnMetadata(FIELDS, prototype) as Field[] | undefined) ?? [];
  Reflect.defineMetadata(FIELDS, [...own, field], prototype);
  knownFields = new WeakMap();
}

function apiProperty(
  schema: FieldSchema,
  options: FieldOptions,
  nested?: () => Constructor,
): ApiPropertyOptions {
  const shared = {
    description: options.description,
    required: !options.optional,
    ...(options.optional ? { nullable: true } : {}),
    ...(options.example === undefined ? {} : { example: options.example }),
  };
  if (!nested) return { ...shared, ...schema } as ApiPropertyOptions;
  const { type: _type, items: _items, ...bounds } = schema;
  const form = { ...shared, ...bounds, isArray: schema.type === 'array', type: () => nested() };
  return form as ApiPropertyOptions;
}
