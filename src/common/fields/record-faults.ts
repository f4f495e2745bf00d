// Checks a whole document against its class: every fault, each at its JSON pointer. class-validator judges the values; what it
// lets pass or cannot point at (foreign names such as "constructor", lists in place of records, the one wrong entry of a list)
// is found here, from the same declarations.
import { validateSync, type ValidationError } from 'class-validator';
import type { FaultCode } from '../problems/fault-codes';
import { nearestWord, pointerTo, type FaultList } from '../faults';
import { fieldsOf, type Constructor, type Field } from './field';
import { wrongEntriesIn } from './list-entries';
import { isRecord } from './record.validator';
import './remembered-rules';

/** class-validator's rules, most basic first: of the rules that one field breaks, only the first is worth a sentence. */
const RULES_BY_WEIGHT = [
  'isDefined',
  'isString',
  'isBoolean',
  'isInt',
  'isNumber',
  'isArray',
  'isRecord',
  'arrayMaxSize',
];

/** Stands in for what is not a record, so that no rule looks inside it. */
const NOT_A_RECORD = false;

/** Adds a fault for everything in `value` that the class does not allow; one per pointer. */
export function findRecordFaults(type: Constructor, value: unknown, faults: FaultList): void {
  if (!isRecord(value)) {
    faults.add('', 'invalid-field', 'must be a record of named fields');
    return;
  }
  const check = new RecordCheck(faults);
  const instance = check.instanceOf(type, value, '');
  check.report(validateSync(instance, { whitelist: true, forbidNonWhitelisted: true }), '', type);
}

/** The record with the declared fields only, in order of declaration, nothing that is null: call it on faultless values. */
export function plainRecordOf<T extends object>(type: Constructor<T>, value: object): T {
  return declaredFieldsOf(type, value, (held) => held !== null) as T;
}

/**
 * What a request gives of a record: null stays, since it clears a field. Inside a field absent and null mean the same, and absent is the one
 * form that is stored, as of a dossier: whichever way a record comes in, it is stored alike. Call it on faultless values.
 */
export function givenRecordOf<T extends object>(type: Constructor<T>, value: object): Partial<T> {
  return declaredFieldsOf(type, value, () => true) as Partial<T>;
}

function declaredFieldsOf(
  type: Constructor,
  value: object,
  isKept: (held: unknown) => boolean,
): Record<string, unknown> {
  const source = value as Record<string, unknown>;
  const kept: Record<string, unknown> = {};
  for (const { name, nested } of fieldsOf(type)) {
    const held = Object.hasOwn(source, name) ? source[name] : undefined;
    if (held !== undefined && isKept(held)) kept[name] = plainValueOf(held, nested?.());
  }
  return kept;
}

function plainValueOf(held: unknown, nested: Constructor | undefined): unknown {
  if (held === null || !nested) return Object.is(held, -0) ? 0 : held;
  if (Array.isArray(held)) return held.map((entry: object) => plainRecordOf(nested, entry));
  return plainRecordOf(nested, held as object);
}

class RecordCheck {
  private readonly reported = new Set<string>();

  constructor(private readonly faults: FaultList) {}

  /** An instance for class-validator, with the declared fields as they stand; unknown names are faults here and go no further. */
  instanceOf(type: Constructor, record: Record<string, unknown>, pointer: string): object {
    const fields = fieldsOf(type);
    const names = fields.map(({ name }) => name);
    for (const name of Object.keys(record)) {
      if (!names.includes(name))
        this.add(pointerTo(pointer, name), 'unknown-field', () => unknownField(name, names));
    }
    const instance = Object.create(type.prototype as object) as Record<string, unknown>;
    for (const field of fields) {
      if (!Object.hasOwn(record, field.name)) continue;
      instance[field.name] = this.valueFor(field, record[field.name], pointerTo(pointer, field.name));
    }
    return instance;
  }

  report(errors: readonly ValidationError[], pointer: string, type?: Constructor): void {
    const fields = type ? fieldsOf(type) : [];
    for (const error of errors) {
      const at = pointerTo(pointer, error.property);
      const field = fields.find(({ name }) => name === error.property);
      if (error.constraints) this.reportField(error, at, field);
      const nested = type ? field?.nested?.() : undefined;
      this.reportChildren(error, at, field, nested);
    }
  }

  private reportChildren(error: ValidationError, at: string, field?: Field, nested?: Constructor): void {
    if (!error.children?.length) return;
    if (field?.schema.type !== 'array') return this.report(error.children, at, nested);
    for (const entry of error.children) {
      const atEntry = pointerTo(at, entry.property);
      if (entry.constraints) this.add(atEntry, 'invalid-field', 'must be a record of named fields');
      this.report(entry.children ?? [], atEntry, nested);
    }
  }

  private reportField({ constraints = {}, value }: ValidationError, at: string, field?: Field): void {
    const rules = Object.keys(constraints);
    const rule = RULES_BY_WEIGHT.find((basic) => rules.includes(basic)) ?? rules[0] ?? '';
    const detail = constraints[rule] ?? '';
    if (rule === 'isDefined') return this.add(at, 'missing-field', 'is required');
    if (rule === 'isRecord' && Array.isArray(value)) return; // each entry is told of by itself
    const entries = rule === 'isArray' ? [] : wrongEntriesIn(value, field);
    if (entries.length === 0)
      return this.add(at, 'invalid-field', () => advice(detail, value, field?.schema.enum));
    for (const { index, detail: entryDetail } of entries) {
      const choices = field?.schema.items?.enum;
      const entry = (value as unknown[])[index];
      this.add(pointerTo(at, index), 'invalid-field', () => advice(entryDetail, entry, choices));
    }
  }

  private valueFor({ schema, nested }: Field, value: unknown, pointer: string): unknown {
    if (!nested || value === null || value === undefined) return value;
    if (schema.type !== 'array')
      return isRecord(value) ? this.instanceOf(nested(), value, pointer) : NOT_A_RECORD;
    if (!Array.isArray(value)) return NOT_A_RECORD;
    const maxItems = schema.maxItems ?? Infinity;
    if (value.length > maxItems) {
      this.add(pointer, 'invalid-field', `must have at most ${maxItems} entries`);
      return [];
    }
    return value.map((entry: unknown, index) =>
      isRecord(entry) ? this.instanceOf(nested(), entry, pointerTo(pointer, index)) : NOT_A_RECORD,
    );
  }

  private add(pointer: string, code: FaultCode, detail: string | (() => string)): void {
    if (this.reported.has(pointer)) return;
    this.reported.add(pointer);
    this.faults.add(pointer, code, detail);
  }
}

function unknownField(name: string, names: readonly string[]): string {
  const meant = nearestWord(name, names);
  return meant ? `is not a field here; did you mean "${meant}"?` : `is not a field here; take it out`;
}

/** The rule's sentence, with the likeliest way out where one shows. Never repeats the value itself. */
function advice(detail: string, value: unknown, choices?: readonly string[]): string {
  if (detail === 'must be text' && (typeof value === 'number' || typeof value === 'boolean')) {
    return 'must be text; put it in quotes';
  }
  const meant = choices && typeof value === 'string' ? nearestWord(value, choices) : undefined;
  return meant ? `${detail}; did you mean "${meant}"?` : detail;
}
