import { strToU8, zipSync } from 'fflate';
import { readSheet, UnreadableSheet } from './read-sheet';

const WORKBOOK =
  '<workbook xmlns:r="r"><sheets><sheet name="Other" r:id="r1"/><sheet name="Asked" r:id="r2"/></sheets></workbook>';
const RELATIONS =
  '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/sheet2.xml"/></Relationships>';

function workbook(sheet: string, also: Record<string, string> = {}): Buffer {
  const parts = {
    'xl/workbook.xml': WORKBOOK,
    'xl/_rels/workbook.xml.rels': RELATIONS,
    'xl/sharedStrings.xml':
      '<sst><si><t>first</t></si><si><r><t>rich </t></r><r><t>text</t></r><rPh><t>aloud</t></rPh></si><si><t>_x0041_ &amp; b</t></si></sst>',
    'xl/worksheets/sheet2.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    ...also,
  };
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))),
  );
}

async function cellsOf(sheet: string): Promise<unknown> {
  const rows = await readSheet(workbook(sheet), 'Asked');
  return [...rows].map(([row, cells]) => [row, Object.fromEntries(cells)]);
}

const faultOf = (file: Buffer): Promise<unknown> =>
  readSheet(file, 'Asked').then(
    () => null,
    (error: unknown) => (error instanceof UnreadableSheet ? error.fault : error),
  );

it('reads texts of every kind, numbers, errors, and tells formulas', async () => {
  const row =
    '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="s"><v>2</v></c><c r="D3" t="inlineStr"><is><t>inline</t></is></c>' +
    '<c r="E3"><v>30</v></c><c r="F3" t="e"><v>#REF!</v></c><c r="G3" t="str"><f>1+1</f><v>2</v></c><c r="H3" s="4"/></row>';
  const text = (words: string): object => ({ text: words, kind: 'text', isFormula: false });
  expect(await cellsOf(row)).toEqual([
    [
      3,
      {
        ...{ A: text('first'), B: text('rich text'), C: text('A & b'), D: text('inline') },
        ...{
          E: { text: '30', kind: 'number', isFormula: false },
          F: { text: '#REF!', kind: 'error', isFormula: false },
        },
        G: { text: '2', kind: 'text', isFormula: true },
      },
    ],
  ]);
});

it('counts rows and cells that do not say where they are, and takes prefixed names', async () => {
  const rows =
    '<row><c t="inlineStr"><is><t>a</t></is></c><c><v>1</v></c></row><x:row><x:c><x:v>2</x:v></x:c></x:row>';
  expect(await cellsOf(rows)).toMatchObject([
    [1, { A: { text: 'a' }, B: { text: '1' } }],
    [2, { A: { text: '2' } }],
  ]);
});

it('refuses what is no workbook, is not well-formed, has a document type or refers to texts that are not there', async () => {
  expect(await faultOf(Buffer.from('PK\u0003\u0004 nothing'))).toBe('unreadable');
  expect(await faultOf(workbook('<row><c></row>'))).toBe('unreadable');
  const typed = '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>';
  expect(await faultOf(workbook('', { 'xl/worksheets/sheet2.xml': typed }))).toBe('unreadable');
  expect(await faultOf(workbook('<row r="1"><c r="A1" t="s"><v>9</v></c></row>'))).toBe('unreadable');
  expect(await faultOf(workbook('', { 'xl/workbook.xml': '<workbook/>' }))).toBe('sheet-missing');
});

it('gives up a file that would unpack to far more than it weighs', async () => {
  const bomb = workbook('', { 'xl/sharedStrings.xml': `<sst>${' '.repeat(10 * 1024 * 1024)}</sst>` });
  expect(bomb.length).toBeLessThan(200_000);
  expect(await faultOf(bomb)).toBe('expands-too-much');
});

it('gives up one whose directory lies about what a part unpacks to', async () => {
  const bomb = workbook('', { 'xl/sharedStrings.xml': `<sst>${' '.repeat(10 * 1024 * 1024)}</sst>` });
  const size = Buffer.alloc(4);
  size.writeUInt32LE(10 * 1024 * 1024 + 11);
  for (let at = bomb.indexOf(size); at >= 0; at = bomb.indexOf(size, at + 1)) bomb.writeUInt32LE(1_000, at);
  expect(await faultOf(bomb)).toBe('unreadable');
});

it.each<[string, () => string]>([
  ['to elements deep in each other', () => '<a>'.repeat(1_000)],
  ['to millions of elements', () => `<worksheet>${'<c/>'.repeat(310_000)}</worksheet>`],
  [
    'to millions of attributes',
    () => `<worksheet ${Array.from({ length: 310_000 }, (_, index) => `a${index}=""`).join(' ')}/>`,
  ],
  [
    'to a cell longer than any',
    () => `<worksheet><row r="1"><c t="str"><v>${'a'.repeat(32_768)}</v></c></row></worksheet>`,
  ],
])('gives up one whose few kilobytes unpack %s', async (_what, sheet) => {
  expect(await faultOf(workbook('', { 'xl/worksheets/sheet2.xml': sheet() }))).toBe('expands-too-much');
});

it('lets others be served while it reads', async () => {
  const rows = Array.from({ length: 3_000 }, (_, row) => `<row r="${row + 1}"><c><v>${row}</v></c></row>`);
  let served = 0;
  const timer = setInterval(() => (served += 1), 0);
  await readSheet(workbook(`${rows.join('')}${' '.repeat(4_000_000)}`), 'Asked');
  clearInterval(timer);
  expect(served).toBeGreaterThan(3);
});

it('finds its sheet whatever the prefix of relations, reads character data, and leaves out how an inline text is read aloud', async () => {
  const file = workbook('', {
    'xl/workbook.xml':
      '<x:workbook xmlns:d3p1="r"><x:sheet name="Asked" sheetId="2" d3p1:id="r2"/></x:workbook>',
    'xl/worksheets/sheet2.xml':
      '<worksheet><row r="1"><c r="A1" t="inlineStr"><is><t>in</t><rPh><t>aloud</t></rPh></is></c><c r="B1" t="str"><v><![CDATA[a & b]]></v></c></row></worksheet>',
  });
  const rows = await readSheet(file, 'Asked');
  expect([...(rows.get(1) ?? [])].map(([letter, { text }]) => [letter, text])).toEqual([
    ['A', 'in'],
    ['B', 'a & b'],
  ]);
});
