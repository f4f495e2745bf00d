// Text from files on its way to a terminal: nothing in it may move the cursor, change colours or pass for lines of ours.

const UNPRINTABLE = /[\p{Cc}\p{Cs}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** One line: line breaks become blanks, other control and direction-turning characters are shown as their code. */
export function onOneLine(text: string): string {
  return text.replaceAll(/[\t\n\r ]+/g, ' ').replaceAll(UNPRINTABLE, (character) => {
    return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
  });
}

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });
const TWO_COLUMNS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff01-\uff60\u3000-\u303f]|\p{Emoji_Presentation}|\ufe0f/u;

/** Columns that a text takes in a terminal: accents none, Chinese, Japanese, Korean and emoji two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const { segment } of GRAPHEMES.segment(text)) width += TWO_COLUMNS.test(segment) ? 2 : 1;
  return width;
}

/** Lines of at most `width` columns, broken between words; a longer word keeps a line to itself. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && displayWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
