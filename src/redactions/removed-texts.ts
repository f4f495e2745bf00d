// Texts that have to go, and how they are found again wherever else they were typed: in other letters, with other blanks, quotes or hyphens, inside a
// sentence.
import { REDACTED } from '../common/redacted-mark';

/** A shorter text is found in too much that has nothing to do with it. */
const FEWEST_CHARACTERS_SOUGHT = 4;
const FEWEST_CHARACTERS_SUSPECTED = 6;

const LETTER_OR_DIGIT = '[\\p{L}\\p{M}\\p{N}]';
/** One of them is as good as another of its group: editors and telephones put their own. */
const ALIKE = [
  { sign: /['’‘ʼ`´′]/, pattern: "['’‘ʼ`´′]" },
  { sign: /["“”„«»″]/, pattern: '["“”„«»″]' },
  { sign: /[-‐‑‒–—―−]/, pattern: '[\\-‐‑‒–—―−]' },
] as const;
const BLANKS = /[\s\u00ad\u200b-\u200d\u2060]+/u;
/** The same seen as a part of a pattern. */
const ANY_BLANKS = '[\\s\\u00ad\\u200b-\\u200d\\u2060]+';
const DIGEST_OR_ID = /^([0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

interface SoughtText {
  pattern: RegExp;
  /** Its longest run of the letters a to z and digits, in lower case. What holds no such run holds the text not either. */
  mark: string;
  /** its letters and digits alone; null when they are too few to say anything */
  squeezed: string | null;
}

export class RemovedTexts {
  private readonly sought: readonly SoughtText[];
  /** The marks of all of them, to ask the database for. One that is empty is held by everything. */
  readonly marks: readonly string[];

  constructor(texts: readonly string[]) {
    // An accent may be typed as a part of its letter or beside it.
    const written = texts.flatMap((text) => [text.normalize('NFC'), text.normalize('NFD')]);
    this.sought = [...new Set(written.map((text) => text.trim()))]
      .filter((text) => lettersAndDigits(text) >= FEWEST_CHARACTERS_SOUGHT)
      // The longest first: it may hold another.
      .sort((left, right) => right.length - left.length)
      .map((text) => ({ pattern: patternOf(text), mark: longestRun(text), squeezed: suspected(text) }));
    this.marks = [...new Set(this.sought.map(({ mark }) => mark))];
  }

  isIn(text: string): boolean {
    return this.soughtIn(text).some(({ pattern }) => text.search(pattern) >= 0);
  }

  /** Whether the text holds one of them in a form that is not taken out: run together, parted by other signs, within a longer word. */
  seemsToBeIn(text: string): boolean {
    if (DIGEST_OR_ID.test(text)) return false;
    if (this.isIn(text) || this.isIn(text.replaceAll(/[-_.]/g, ' '))) return true;
    const squeezed = squeeze(text);
    return this.sought.some((one) => one.squeezed !== null && squeezed.includes(one.squeezed));
  }

  /** The text without them. */
  takenOutOf(text: string): string {
    return this.soughtIn(text).reduce((left, { pattern }) => left.replace(pattern, REDACTED), text);
  }

  /** Those that may be there: a document has thousands of texts, and looking for a run is many times faster than looking for a pattern. */
  private soughtIn(text: string): readonly SoughtText[] {
    const lower = text.toLowerCase();
    return this.sought.filter(({ mark }) => lower.includes(mark));
  }
}

function lettersAndDigits(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

function patternOf(text: string): RegExp {
  const words = text.split(BLANKS).map((word) => [...word].map(patternOfSign).join(''));
  // "Ana" is not to be found in "analysis".
  return new RegExp(`(?<!${LETTER_OR_DIGIT})${words.join(ANY_BLANKS)}(?!${LETTER_OR_DIGIT})`, 'giu');
}

function patternOfSign(sign: string): string {
  const alike = ALIKE.find((group) => group.sign.test(sign));
  return alike ? alike.pattern : sign.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
}

function longestRun(text: string): string {
  const runs = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '');
}

function suspected(text: string): string | null {
  const squeezed = squeeze(text);
  return squeezed.length >= FEWEST_CHARACTERS_SUSPECTED ? squeezed : null;
}

function squeeze(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
