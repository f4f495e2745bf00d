import { displayWidth, onOneLine, wrapped } from './printable-text';

describe('Text for a terminal', () => {
  it.each([
    ['a\nb\r\n\tc', 'a b c'],
    ['\u001b[31mred\u001b[0m', '\\u001b[31mred\\u001b[0m'],
    ['\u0007\u009b2J', '\\u0007\\u009b2J'],
    ['safe\u202egnp.exe', 'safe\\u202egnp.exe'],
    ['Zoë \u{1F33F}', 'Zoë \u{1F33F}'],
  ])('%j is shown as %j', (text, expected) => expect(onOneLine(text)).toBe(expected));

  it.each([
    ['abc', 3],
    ['e\u0301', 1],
    ['漢字', 4],
    ['\u{1F33F}', 2],
    ['', 0],
  ])('%j takes %i columns', (text, width) => expect(displayWidth(text)).toBe(width));

  it('is broken between words, and a long word keeps a line to itself', () => {
    expect(wrapped('no agreement in force covers the flow', 16)).toEqual([
      'no agreement in',
      'force covers the',
      'flow',
    ]);
    expect(wrapped('a northlight-scribe b', 5)).toEqual(['a', 'northlight-scribe', 'b']);
    expect(wrapped('', 5)).toEqual(['']);
  });
});
