// A sheet of the workbook as plain data: what stands in which cell. How it becomes a file is write-workbook.ts.
import type { CalendarDate } from '../../common/calendar-date';

/** Text, a number, yes or no, a date of the calendar, an instant (ISO 8601 in UTC), or nothing. */
export type Cell =
  string | number | boolean | { readonly date: CalendarDate } | { readonly instant: string } | null;

export interface Column<Row> {
  title: string;
  /** in characters */
  width: number;
  cell: (row: Row) => Cell | undefined;
}

export interface Sheet {
  /** at most 31 characters, none of []/\:*? */
  name: string;
  columns: { title: string; width: number }[];
  rows: Cell[][];
  /** the line that stands in place of rows when there are none */
  emptyLine: string;
}

/** Width of a column of codes and dates, of names, of a sentence, of a paragraph. */
export const WIDTH = { short: 14, name: 28, sentence: 44, text: 64 } as const;

export function sheetOf<Row>(
  name: string,
  emptyLine: string,
  rows: readonly Row[],
  columns: readonly Column<Row>[],
): Sheet {
  return {
    name,
    emptyLine,
    columns: columns.map(({ title, width }) => ({ title, width })),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row) ?? null)),
  };
}

export function day(date: CalendarDate | null | undefined): Cell {
  return date ? { date } : null;
}

export function moment(instant: string | null | undefined): Cell {
  return instant ? { instant } : null;
}

/** One item a line; nothing for none. */
export function lines(items: readonly string[] | null | undefined): Cell {
  return items && items.length > 0 ? items.join('\n') : null;
}

/** A code as words: "use_with_conditions" is "Use with conditions". */
export function codeWords(code: string | null | undefined): string | null {
  if (!code) return null;
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
