// What Excel is known to refuse, or to offer to repair, in a workbook: asked of every register with hostile texts in every cell.
import { sealedAssessment } from '../../../test/factories/assessment-document.factory';
import { readWorkbook, type ReadWorkbook } from '../../../test/support/read-workbook';
import { MOST_CHARACTERS } from '../../common/spreadsheets/cell-text';
import { registersOf } from './registers-of';
import type { Sheet } from './sheet';
import { writeWorkbook } from './write-workbook';

const HOSTILE = [
  '=HYPERLINK("http://x.example","click")',
  '+1-1',
  '-2+3',
  '@SUM(1+1)*cmd|"/c calc"!A0',
  '\t=1',
  '\u0000\u0007\u000b\u001b before and after',
  'half a pair \ud83d and its other half \udc4d',
  '\ufffe\uffff',
  ']]><v>1</v></si><f>1+1</f>',
  '&#0;&amp;<!-- --><?xml?>',
  '_x0000__x005F_',
  "'; drop",
  '\u202eright to left',
  'line\r\nline\u2028line\u0085',
  ' spaces around ',
  '',
  `${'😀'.repeat(MOST_CHARACTERS / 2)}xx`,
  '<&"'.repeat(MOST_CHARACTERS / 3),
];

function withHostileTexts(sheets: readonly Sheet[]): Sheet[] {
  let next = 0;
  const hostile = () => HOSTILE[(next += 1) % HOSTILE.length] as string;
  return sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? hostile() : cell))),
    emptyLine: hostile(),
  }));
}

/** Names of elements that are closed in another order than they were opened, and texts that no markup explains. */
function markupFaults(xml: string): string[] {
  const open: string[] = [];
  const faults: string[] = [];
  for (const [tag, closing, name, selfClosing] of xml.matchAll(/<(\/?)([A-Za-z][\w:]*)[^<>]*?(\/?)>/g)) {
    if (closing && open.pop() !== name) faults.push(tag);
    if (!closing && !selfClosing && name) open.push(name);
  }
  const left = xml.replace(/<\?xml [^<>]*\?>|<\/?[A-Za-z][^<>]*>/g, '').match(/[<>]/g) ?? [];
  return [...faults, ...open, ...left];
}

/** As one line of what is amiss, so that a failure does not print the whole part. */
function faultsOf({ parts, sheets }: ReadWorkbook): string[] {
  const faults: string[] = [];
  for (const [name, xml] of parts) {
    // eslint-disable-next-line no-control-regex
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml))
      faults.push(`${name}: a character that XML forbids`);
    if (/\p{Surrogate}|\ufffd/u.test(xml)) faults.push(`${name}: half a surrogate pair`);
    if (/&(?!(?:amp|lt|gt|quot|apos);)/.test(xml)) faults.push(`${name}: a reference that is none`);
    if (xml.includes('<f>')) faults.push(`${name}: a formula`);
    faults.push(...markupFaults(xml).map((fault) => `${name}: markup that does not close at ${fault}`));
  }
  const cells = sheets.flatMap(({ rows }) => rows.flat());
  const longest = Math.max(...cells.map((cell) => (cell?.type === 'text' ? cell.value.length : 0)));
  if (longest > MOST_CHARACTERS) faults.push(`a text of ${longest} characters`);
  return faults;
}

describe('A workbook with hostile texts in every cell', () => {
  let workbook: ReadWorkbook;

  beforeAll(async () => {
    workbook = await readWorkbook(await writeWorkbook(withHostileTexts(registersOf(sealedAssessment()))));
  });

  it('has nothing in any part that Excel refuses', () => {
    expect(faultsOf(workbook)).toEqual([]);
  });

  it('has sheets whose names Excel takes, each once whatever the case', () => {
    const names = workbook.sheets.map(({ name }) => name);
    for (const name of names) expect(name).toMatch(/^(?!')[^[\]/\\:*?]{1,31}(?<!')$/);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(names.map((name) => name.toLowerCase())).not.toContain('history');
  });

  it('has the parts of a sheet in the one order that the format knows', () => {
    const order = ['sheetPr', 'sheetViews', 'cols', 'sheetData', 'autoFilter', 'pageMargins', 'pageSetup'];
    for (const { xml } of workbook.sheets) {
      const places = order.map((name) => xml.indexOf(`<${name}`)).filter((place) => place >= 0);
      expect(places).toEqual([...places].sort((left, right) => left - right));
    }
  });

  it('names in its list of contents each part that there is, and no other', () => {
    const types = workbook.parts.get('[Content_Types].xml') ?? '';
    const named = [...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name);
    const there = [...workbook.parts.keys()].filter(
      (name) => name.startsWith('xl/') && !name.endsWith('.rels'),
    );
    expect([...named].sort()).toEqual(there.sort());
  });
});
