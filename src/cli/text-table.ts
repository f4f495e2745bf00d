// A table in plain characters. The last column takes what is left of the line and wraps; the others are as wide as they must be.
import { displayWidth, onOneLine, wrapped } from './printable-text';

const GAP = '  ';
const NARROWEST_LAST_COLUMN = 24;

/** Header, rule and rows, each line without trailing blanks. Every row has as many cells as the header. */
export function textTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  lineWidth: number,
): string {
  const cells = [header, ...rows].map((row) => row.map(onOneLine));
  const widths = header.map((_, column) => Math.max(...cells.map((row) => displayWidth(row[column] ?? ''))));
  const taken = widths.slice(0, -1).reduce((sum, width) => sum + width + GAP.length, 0);
  const last = Math.min(widths.at(-1) ?? 0, Math.max(NARROWEST_LAST_COLUMN, lineWidth - taken));
  widths[widths.length - 1] = last;
  const [head = [], ...body] = cells.map((row) => linesOf(row, widths));
  const rule = widths.map((width) => '-'.repeat(width)).join(GAP);
  return [...head, rule, ...body.flat()].join('\n');
}

function linesOf(row: readonly string[], widths: readonly number[]): string[] {
  const wide = row.at(-1) ?? '';
  return wrapped(wide, widths.at(-1) ?? 0).map((line, index) => {
    const first = row
      .slice(0, -1)
      .map((cell, column) => padded(index === 0 ? cell : '', widths[column] ?? 0));
    return [...first, line].join(GAP).trimEnd();
  });
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}
