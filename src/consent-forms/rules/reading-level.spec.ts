import { readingLevelOf, syllablesIn } from './reading-level';

describe('Syllables', () => {
  it.each([
    [1, 'we made use used notes rules the form its sound care yes note you your sign names asked plain'],
    [2, 'table needed uses ending people record session client being able person answer changes'],
    [3, 'video recorded recording decision family agreement condition visited'],
    [4, 'information emergency'],
  ])('%i in each of: %s', (count, words) => {
    const wrong = words.split(' ').filter((word) => syllablesIn(word) !== count);
    expect(wrong).toEqual([]);
  });

  it('of what is said letter by letter are its letters', () => {
    expect(syllablesIn('AI')).toBe(2);
    expect(syllablesIn('911')).toBe(3);
  });
});

describe('The grade of a text', () => {
  it('follows the formula of Kincaid and others', () => {
    // 6 words, 1 sentence, 6 syllables: 0.39 x 6 + 11.8 x 1 - 15.59
    expect(readingLevelOf('The cat sat on the mat.')).toEqual({
      grade: -1.4,
      sentences: 1,
      words: 6,
      syllables: 6,
    });
  });

  it('is none without words', () => expect(readingLevelOf(' \n ').grade).toBeNull());

  it('counts a block without a full stop as a sentence, and no stop within a name or a number', () => {
    expect(
      readingLevelOf('A heading\n\nIt comes from Fern Inc. and costs 2.5 dollars. Ask us!').sentences,
    ).toBe(3);
  });

  it('rises with longer sentences and longer words', () => {
    const easy = readingLevelOf('We keep it safe. We tell you why. You may say no.').grade as number;
    const hard = readingLevelOf(
      'Confidentiality obligations notwithstanding, authorization constitutes acknowledgement of institutional information dissemination.',
    ).grade as number;
    expect(easy).toBeLessThan(3);
    expect(hard).toBeGreaterThan(20);
  });
});
