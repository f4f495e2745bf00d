// What a text has to be made into, so that the cell shows it as it was.

/** The most that Excel takes in a cell. */
export const MOST_CHARACTERS = 32_767;
const CUT = ' ... (cut: longer than a cell can be; the whole text is in the assessment)';

/** Excel reads _x0041_ in a text as the character with that number (ECMA-376 part 1, ST_Xstring): its underscore is spelt out. */
const ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** write-excel-file 4 keeps texts in an object and takes the name of anything that every object has for one that it already knows. */
const NAMES_OF_EVERY_OBJECT = new Set(Object.getOwnPropertyNames(Object.prototype));

export function cellText(text: string): string {
  const escaped = text.replace(ESCAPE, '_x005F_');
  if (NAMES_OF_EVERY_OBJECT.has(escaped)) return `${escaped} `;
  if (escaped.length <= MOST_CHARACTERS) return escaped;
  return `${escaped.slice(0, MOST_CHARACTERS - CUT.length)}${CUT}`;
}

/** Does a spreadsheet take it for a formula when somebody types it, or reads it back from CSV? */
export function looksLikeFormula(text: string): boolean {
  return /^[\s]*[=+\-@]/.test(text);
}
