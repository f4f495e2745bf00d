// Values as they travel between PostgreSQL and the driver: as text, both ways.
import { types } from 'pg';

export interface ColumnDescription {
  name: string;
  dataTypeID: number;
}

export interface Column {
  name: string;
  read: (text: string) => unknown;
}

/** How to read the columns of an answer. The driver's parsers, with those that the application has set. */
export function columnsOf(descriptions: readonly ColumnDescription[]): Column[] {
  return descriptions.map(({ name, dataTypeID }) => ({
    name,
    read: types.getTypeParser(dataTypeID) as Column['read'],
  }));
}

export function rowOf(
  columns: readonly Column[],
  texts: readonly (string | null)[],
): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (let index = 0; index < columns.length; index += 1) {
    const { name, read } = columns[index] as Column;
    const text = texts[index] ?? null;
    row[name] = text === null ? null : read(text);
  }
  return row;
}

/** A parameter as PostgreSQL reads it. Lists and moments have more than one text: whoever sends one says which. */
export function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Error('a read takes texts, numbers, booleans and nulls');
}
