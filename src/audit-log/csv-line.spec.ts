import { csvLine } from './csv-line';

describe('a line of CSV', () => {
  it.each([
    [['a', 1, null, 'b'], 'a,1,,b'],
    [['a,b', 'say "so"', 'two\nlines', ''], '"a,b","say ""so""","two\nlines",'],
    [['=1+1', '+1', '-1', '@x', '\t=1', '\r=1'], `'=1+1,'+1,'-1,'@x,'\t=1,"'\r=1"`],
    [['="a"', -1], `"'=""a""",-1`],
    [['a=b', '1-2'], 'a=b,1-2'],
  ])('%j is %j', (cells, line) => expect(csvLine(cells)).toBe(`${line}\r\n`));
});
