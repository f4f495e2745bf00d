import { readWorkbook } from '../../../test/support/read-workbook';
import { cellText, MOST_CHARACTERS } from '../../common/spreadsheets/cell-text';
import { sheetOf, type Cell, type Sheet } from './sheet';
import { writeWorkbook } from './write-workbook';

function sheetWith(cells: Cell[], name = 'Register'): Sheet {
  return sheetOf(name, 'Nothing is on record.', cells, [
    { title: 'First', width: 20, cell: (cell) => cell },
    { title: 'Second', width: 30, cell: () => null },
  ]);
}

async function written(cells: Cell[]) {
  const { sheets } = await readWorkbook(await writeWorkbook([sheetWith(cells)]));
  const [sheet] = sheets;
  if (!sheet) throw new Error('the workbook has no sheet');
  return { ...sheet, values: sheet.rows.slice(1).map(([cell]) => cell ?? null) };
}

describe('A workbook written', () => {
  it('has a header that is bold, frozen with the first column and filtered, and the widths asked for', async () => {
    const { rows, xml, styles } = await written(['one', 'two']);
    expect(rows[0]).toMatchObject([
      { type: 'text', value: 'First' },
      { type: 'text', value: 'Second' },
    ]);
    expect(xml).toMatch(
      /<pane ySplit="1" xSplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"\/>/,
    );
    expect(xml).toContain('<autoFilter ref="A1:B3"/>');
    expect(xml).toMatch(/<col min="1" max="1" width="20"[^>]*\/><col min="2" max="2" width="30"/);
    expect(styles[rows[0]?.[0]?.style ?? -1]).toMatchObject({ bold: true, wraps: true });
    expect(styles[rows[1]?.[0]?.style ?? -1]).toMatchObject({ bold: false, wraps: true });
  });

  it('keeps numbers numbers and dates dates, also those before a spreadsheet can count', async () => {
    const cells = [
      0,
      -3,
      99.5,
      { date: '2026-11-20' },
      { instant: '2026-11-20T18:00:00.000Z' },
      { date: '1899-12-31' },
    ];
    const { values, styles } = await written(cells);
    expect(values.map((cell) => [cell?.type, cell?.value])).toEqual([
      ['number', '0'],
      ['number', '-3'],
      ['number', '99.5'],
      ['number', '46346'],
      ['number', '46346.75'],
      ['text', '1899-12-31'],
    ]);
    expect(values.slice(3, 5).map((cell) => styles[cell?.style ?? -1]?.format)).toEqual([
      'yyyy-mm-dd',
      'yyyy-mm-dd hh:mm "UTC"',
    ]);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =HYPERLINK("http://x.example")', '\t=1', '=cmd|"/c calc"!A0'])(
    'leaves %j text: no formula, and none when the cell is edited',
    async (text) => {
      const { values, xml, styles } = await written([text]);
      expect(values[0]).toMatchObject({ type: 'text', value: text });
      expect(styles[values[0]?.style ?? -1]?.format).toBe('@');
      expect(xml).not.toContain('<f>');
    },
  );

  it.each(['<b>&amp;"', 'constructor', '__proto__', 'toString', '_x0041_', 'two\nlines', '한국어 😀'])(
    'gives %j back as it was',
    async (text) => {
      const { values } = await written([text]);
      expect(values[0]?.value.trimEnd()).toBe(text);
    },
  );

  it('cuts a text that is longer than a cell can be, and says so', () => {
    const cut = cellText('x'.repeat(MOST_CHARACTERS + 1));
    expect(cut).toHaveLength(MOST_CHARACTERS);
    expect(cut).toMatch(/\(cut: longer than a cell can be; the whole text is in the assessment\)$/);
  });

  it('says in one line under its header that a register is empty', async () => {
    const { rows, xml } = await written([]);
    expect(rows).toHaveLength(2);
    expect(rows[1]).toMatchObject([{ type: 'text', value: 'Nothing is on record.' }]);
    expect(xml).not.toContain('<autoFilter');
  });

  it('has the same bytes whenever it is written', async () => {
    const sheets = [sheetWith(['one', 2]), sheetWith([], 'Empty')];
    const first = await writeWorkbook(sheets);
    // The time in a zip counts by two seconds.
    jest.useFakeTimers({
      now: Date.now() + 3_600_000,
      doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'],
    });
    try {
      expect((await writeWorkbook(sheets)).equals(first)).toBe(true);
    } finally {
      jest.useRealTimers();
    }
  });

  it('names each part once: two lists of names would make it unreadable', async () => {
    const { workbookXml } = await readWorkbook(
      await writeWorkbook([sheetWith(['one']), sheetWith(['two'], 'More')]),
    );
    expect(workbookXml.match(/<definedNames/g)).toHaveLength(1);
    expect(workbookXml.match(/<definedName /g)).toHaveLength(2);
  });
});
