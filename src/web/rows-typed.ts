// Rows of a list in a form: name/0/field, name/1/field.
import type { FormBody } from '../common/http/form-body';

/** The longest list of any record has so many entries. */
export const MOST_ROWS = 200;

/** Places of the rows that a form has of a list, in order; also of those that were left empty. */
export function rowsTyped(form: FormBody, list: string): number[] {
  const start = `${list}/`;
  const rows = form.names.flatMap((name) =>
    name.startsWith(start) ? [Number(name.slice(start.length).split('/')[0])] : [],
  );
  return [...new Set(rows)].filter((row) => Number.isInteger(row)).sort((one, other) => one - other);
}
