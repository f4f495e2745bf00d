import { RemovedTexts } from './removed-texts';

const takenOut = (texts: string[], from: string): string => new RemovedTexts(texts).takenOutOf(from);

describe('a text that has to go is found', () => {
  it.each([
    ['in a sentence', 'Spoke with Marla Quent today', 'Spoke with [redacted] today'],
    ['in other letters', 'spoke with marla QUENT today', 'spoke with [redacted] today'],
    ['over the end of a line', 'Spoke with Marla\n  Quent.', 'Spoke with [redacted].'],
    ['each time', 'Marla Quent, Marla Quent', '[redacted], [redacted]'],
    ['beside signs', '(Marla Quent)/"Marla Quent"', '([redacted])/"[redacted]"'],
  ])('%s', (_where, text, left) => {
    expect(takenOut(['Marla Quent'], text)).toBe(left);
    expect(new RemovedTexts(['Marla Quent']).isIn(text)).toBe(true);
  });

  it.each([
    ['as a part of a word', ['Anna'], 'Annals of Hannah and Annaé'],
    ['as a pattern', ['a.c*'], 'abc abcc'],
    ['when it has fewer than four letters and digits', ['Al B'], 'Al B called; al b called again'],
    ['when it is nothing', ['', '   '], 'a  b'],
  ])('not %s', (_where, texts, text) => {
    expect(takenOut(texts, text)).toBe(text);
    expect(new RemovedTexts(texts).isIn(text)).toBe(false);
  });

  it.each(['Zo\u00eb Nu\u00f1ez', 'Zoe\u0308 Nun\u0303ez'])('with its accents in either form: %j', (text) => {
    expect(takenOut([text], 'Zo\u00eb Nu\u00f1ez, Zoe\u0308 Nun\u0303ez')).toBe('[redacted], [redacted]');
  });

  it.each([
    ['an apostrophe of another kind', "Marla O'Quent", 'Marla O’Quent'],
    ['a hyphen of another kind', '078-05-1120', '078–05‑1120'],
    ['a blank that does not break', 'Marla Quent', 'Marla\u00a0Quent'],
    ['blanks of no width', 'Marla Quent', 'Marla\u200b \u2060Quent'],
    ['quotes of another kind', 'Marla "Mo" Quent', 'Marla “Mo” Quent'],
  ])('with %s', (_what, text, typed) => {
    expect(takenOut([text], `of ${typed}.`)).toBe('of [redacted].');
    expect(takenOut([typed], `of ${text}.`)).toBe('of [redacted].');
  });

  it.each(['078-05-1120', '312-555-0143', '1985-03-12', 'mrn-448812', 'marla.quent', 'quentorp'])(
    'looking like a key or date: %s',
    (text) => {
      expect(takenOut([text], `told as ${text}, by ${text}`)).toBe('told as [redacted], by [redacted]');
    },
  );

  it('with signs in it, taken as they are', () => {
    expect(takenOut(['(312) 555-0143 [home]'], 'call (312) 555-0143 [home]!')).toBe('call [redacted]!');
  });

  it('the longest first, so that nothing of it stays', () => {
    expect(takenOut(['Marla', 'Marla Quent'], 'Marla Quent and Marla')).toBe('[redacted] and [redacted]');
  });
});

it('the mark of a text is a run of letters and digits that any holder has, in lower case', () => {
  expect(new RemovedTexts(['Jo Quent-Ärmel', '078-05-1120', 'ab']).marks).toEqual(['quent', '1120']);
  expect(new RemovedTexts(['Ирина']).marks).toEqual(['']);
});

describe('a text seems to be where it is', () => {
  it.each([
    ['run together', 'MRN 4488123', 'see MRN4488123'],
    ['with other signs between', '078-05-1120', 'no 078051120'],
    ['as a key', 'Marla Quent', 'marla-quent'],
    ['in an address', 'Marla Quent', 'marla.quent@example.org'],
    ['in a longer word', 'Quentorp', 'both Quentorps'],
    ['without its accents', 'Zo\u00eb Nu\u00f1ez', 'Zoe Nunez'],
  ])('%s', (_how, text, place) => {
    expect(new RemovedTexts([text]).seemsToBeIn(place)).toBe(true);
  });

  it.each([
    ['when it is short', 'Anna', 'Annals'],
    ['in a digest', '448812', 'a'.repeat(29) + '448812' + 'b'.repeat(29)],
    ['in an id', '448812', '0199aaaa-4488-7012-8448-812aaaaaaaaa'],
    ['when it is another', 'Marla Quent', 'Mark Quentin'],
  ])('but not %s', (_when, text, place) => {
    expect(new RemovedTexts([text]).seemsToBeIn(place)).toBe(false);
  });
});

it('fifty long texts are sought in a long one', () => {
  const texts = Array.from({ length: 50 }, (_, index) => `${index} of fifty `.repeat(300));
  const text = 'Nothing of what has to go is said in here, for all its length. '.repeat(2000);
  expect(takenOut(texts, text)).toBe(text);
  expect(takenOut(texts, `${texts[7]}and ${text}`)).toBe(`[redacted] and ${text}`);
});
