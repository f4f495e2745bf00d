import { textTable } from './text-table';

const HEADER = ['Service', 'Level', 'Why'];

describe('A table of text', () => {
  it('aligns columns and wraps the last one', () => {
    const rows = [
      ['Scribe', 'very high', 'no agreement in force covers the flow of session audio'],
      ['漢字', 'low', 'names and times only'],
    ];
    expect(textTable(HEADER, rows, 50)).toBe(
      [
        'Service  Level      Why',
        '-------  ---------  ------------------------------',
        'Scribe   very high  no agreement in force covers',
        '                    the flow of session audio',
        '漢字     low        names and times only',
      ].join('\n'),
    );
  });

  it('stays readable on a very narrow line', () => {
    const lines = textTable(HEADER, [['A service', 'high', 'one two three four five six seven']], 10).split(
      '\n',
    );
    expect(lines.slice(2)).toEqual([
      'A service  high   one two three four five',
      '                  six seven',
    ]);
  });

  it('shows the names of services on one line, whatever is in them', () => {
    expect(textTable(['Service', 'Why'], [['A\nB\u001b[2J', 'x']], 80).split('\n')[2]).toBe(
      'A B\\u001b[2J  x',
    );
  });
});
