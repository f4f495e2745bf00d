// How hard a text is to read: the grade level of Kincaid, Fishburne, Rogers and Chissom (1975, Research Branch Report 8-75, Chief of Naval Technical
// Training): 0.39 x words per sentence + 11.8 x syllables per word - 15.59. A grade of 8 reads as a school book of the eighth year. It counts lengths and
// knows nothing of sense: a low grade is no proof that a text is clear. Syllables are counted by rule, which is within one of a dictionary for nearly all
// English words.

export interface ReadingLevel {
  /** school years in the United States, with one decimal; null of a text without words */
  readonly grade: number | null;
  readonly sentences: number;
  readonly words: number;
  readonly syllables: number;
}

const WORD = /[\p{L}\p{N}]+(?:[’'][\p{L}]+)*/gu;
/** A full stop, question or exclamation mark or colon before a list counts as an end; a stop within a number or a short form such as "Inc." does not. */
const SENTENCE_END = /[.!?]+(?=\s+["“(]?[\p{Lu}\p{N}]|\s*$)/gu;
const SHORT_FORMS = /\b(?:Inc|Co|Corp|Ltd|St|Dr|Mr|Ms|Mrs|No|vs|etc)\.(?=\s)/g;

export function readingLevelOf(text: string): ReadingLevel {
  const plain = text.replace(SHORT_FORMS, (short) => short.slice(0, -1));
  const words = plain.match(WORD) ?? [];
  const sentences = sentencesIn(plain);
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  if (words.length === 0) return { grade: null, sentences: 0, words: 0, syllables: 0 };
  const grade = 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
  return { grade: Math.round(grade * 10) / 10, sentences, words: words.length, syllables };
}

function sentencesIn(text: string): number {
  const blocks = text.split(/\n\s*\n/).filter((block) => /[\p{L}\p{N}]/u.test(block));
  const counts = blocks.map((block) => {
    const ends = block.trim().match(SENTENCE_END)?.length ?? 0;
    return /[.!?]["”)]?$/.test(block.trim()) ? ends : ends + 1;
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Endings whose e is not heard: "notes", "used", "made", "rules"; heard after l with a consonant before it ("table") and in "uses", "needed". */
const SILENT_ENDINGS = [
  /(?<=[aeiouy]l)es?$/,
  /(?<=[^laeiouyscgxzh])es$/,
  /(?<=[^tdaeiouy])ed$/,
  /(?<=[^laeiouy])e$/,
];
/** Two vowels of which each is heard: "client", "video", "being", "usual". */
const HEARD_APART = /i(?:a(?!l|n)|e[nt]|o(?!n|u)|um)|eo(?!p)|[ey]ing|ua[lt]|rea(?=te)|oing/g;
const MOST_DIGITS_SAID = 4;

/** Groups of vowels without the silent endings. A number and a word in capitals are said letter by letter, about. */
export function syllablesIn(word: string): number {
  if (/^(?:\d+|[A-Z]{2,4})$/.test(word)) return Math.min(word.length, MOST_DIGITS_SAID);
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  const silent = SILENT_ENDINGS.find(
    (ending) => ending.test(letters) && /[aeiouy]/.test(letters.replace(ending, '')),
  );
  const heard = (silent ? letters.replace(silent, '') : letters).replace(/^y(?=[aeiou])/, '');
  const groups = heard.match(/[aeiouy]+/g)?.length ?? 0;
  return Math.max(1, groups + (heard.match(HEARD_APART)?.length ?? 0));
}
