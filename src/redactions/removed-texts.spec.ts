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
