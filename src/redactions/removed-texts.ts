// Texts that have to go, and how they are found again wherever else they were typed: in other letters, with other blanks, inside a sentence.

/** Stands where a text was. The migrations know it too: an answer of a frozen questionnaire may only change to hold it. */
export const REDACTED = '[redacted]';

/** A shorter text is found in too much that has nothing to do with it. */
const FEWEST_CHARACTERS_SOUGHT = 4;

const LETTER_OR_DIGIT = '[\\p{L}\\p{M}\\p{N}]';

export class RemovedTexts {
  /** null when no text is long enough to be sought */
  private readonly pattern: RegExp | null;
  /**
   * Of each text its longest run of the letters a to z and digits, in lower case: whatever holds the text holds that too, however it is encoded. One
   * that is empty is held by everything.
   */
  readonly marks: readonly string[];

  constructor(texts: readonly string[]) {
    // An accent may be typed as a part of its letter or beside it.
    const written = texts.flatMap((text) => [text.normalize('NFC'), text.normalize('NFD')]);
    const sought = [...new Set(written.map((text) => text.trim()))]
      .filter((text) => lettersAndDigits(text) >= FEWEST_CHARACTERS_SOUGHT)
      // The longest first: it may hold another.
      .sort((left, right) => right.length - left.length);
    this.pattern = sought.length > 0 ? new RegExp(sought.map(patternOf).join('|'), 'giu') : null;
    this.marks = [...new Set(sought.map(longestRun))];
  }

  isIn(text: string): boolean {
    return text.search(this.pattern ?? NEVER) >= 0;
  }

  /** The text without them. */
  takenOutOf(text: string): string {
    return this.pattern ? text.replace(this.pattern, REDACTED) : text;
  }
}

const NEVER = /(?!)/;

function lettersAndDigits(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

function patternOf(text: string): string {
  const words = text.split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  // "Ana" is not to be found in "analysis".
  return `(?<!${LETTER_OR_DIGIT})${words.join('\\s+')}(?!${LETTER_OR_DIGIT})`;
}

function longestRun(text: string): string {
  const runs = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '');
}
