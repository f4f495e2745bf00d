// A line of CSV as RFC 4180 has it, safe to open in a spreadsheet: what would be read as a formula there begins with an apostrophe.

/** A tab or a line break in front is dropped by some, and what follows it is the formula then. */
const READ_AS_FORMULA = /^[=+\-@\t\r]/;

export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const harmless = READ_AS_FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
