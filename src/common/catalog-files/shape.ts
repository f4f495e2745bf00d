// Small combinators that check parsed YAML against a shape and say where it does not fit. What comes out is typed; nothing that
// the shape does not name is let through, so a misspelt key in a catalog stops the start instead of being ignored.
import { isCalendarDate, type CalendarDate } from '../calendar-date';

/** Checks a value found at a path (such as threats[2].controls[0].fact) and returns it typed, or throws a ShapeError. */
export type Shape<T> = (value: unknown, path: string) => T;

export class ShapeError extends Error {
  constructor(
    readonly path: string,
    readonly fault: string,
  ) {
    super(`${path || 'the document'} ${fault}`);
    this.name = 'ShapeError';
  }
}

export const text: Shape<string> = (value, path) => {
  if (typeof value !== 'string' || value.trim() === '') throw new ShapeError(path, 'must be text');
  return value;
};

export const calendarDate: Shape<CalendarDate> = (value, path) => {
  if (!isCalendarDate(value)) throw new ShapeError(path, 'must be a date such as 2026-11-22');
  return value;
};

export const flag: Shape<boolean> = (value, path) => {
  if (typeof value !== 'boolean') throw new ShapeError(path, 'must be true or false');
  return value;
};

export function integer(from: number, to: number): Shape<number> {
  return (value, path) => {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < from || value > to) {
      throw new ShapeError(path, `must be a whole number from ${from} to ${to}`);
    }
    return value;
  };
}

export function number(from: number, to: number): Shape<number> {
  return (value, path) => {
    if (typeof value !== 'number' || !(value >= from && value <= to)) {
      throw new ShapeError(path, `must be a number from ${from} to ${to}`);
    }
    return value;
  };
}

export function oneOf<T extends string>(choices: readonly T[]): Shape<T> {
  return (value, path) => {
    const found = choices.find((choice) => choice === value);
    if (found === undefined) throw new ShapeError(path, `must be one of: ${choices.join(', ')}`);
    return found;
  };
}

/** Null, or absent, or the shape. */
export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return (value, path) => (value === null || value === undefined ? null : shape(value, path));
}

export function listOf<T>(shape: Shape<T>, atLeast = 0): Shape<T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) throw new ShapeError(path, 'must be a list');
    if (value.length < atLeast) throw new ShapeError(path, `must have at least ${atLeast} entries`);
    return value.map((entry, index) => shape(entry, `${path}[${index}]`));
  };
}

export type Shapes<T> = { [Name in keyof T]-?: Shape<T[Name]> };

/** A record with exactly the named fields; a field whose shape is nullable may be left out. */
export function record<T extends object>(shapes: Shapes<T>): Shape<T> {
  const names = Object.keys(shapes) as (keyof T & string)[];
  return (value, path) => {
    const fields = asRecord(value, path);
    const strange = Object.keys(fields).find((name) => !names.includes(name as keyof T & string));
    if (strange !== undefined) throw new ShapeError(join(path, strange), 'is not a field known here');
    return Object.fromEntries(names.map((name) => [name, shapes[name](fields[name], join(path, name))])) as T;
  };
}

/** A record with one entry for every name of a closed list. */
export function recordOf<K extends string, T>(keys: readonly K[], shape: Shape<T>): Shape<Record<K, T>> {
  return record(Object.fromEntries(keys.map((key) => [key, shape])) as Shapes<Record<K, T>>);
}

/** A record whose shape follows from the word in one of its fields. */
export function variant<T>(field: string, shapes: Record<string, Shape<T>>): Shape<T> {
  return (value, path) => {
    const word = oneOf(Object.keys(shapes))(asRecord(value, path)[field], join(path, field));
    return (shapes[word] as Shape<T>)(value, path);
  };
}

function asRecord(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ShapeError(path, 'must be a record of named fields');
  }
  return value as Record<string, unknown>;
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
