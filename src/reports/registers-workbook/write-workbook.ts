// From sheets to the bytes of a workbook (Office Open XML): header bold, with a filter, frozen together with the first column; text
// wrapped, dates and numbers as what they are, no formulas. The same sheets give the same bytes.
import writeExcelFile, { type CellObject, type Image, type Sheet as FileSheet } from 'write-excel-file/node';
import { cellText, looksLikeFormula } from '../../common/spreadsheets/cell-text';
import { repeatableZip } from '../../common/spreadsheets/repeatable-zip';
import type { Cell, Sheet } from './sheet';
import { workbookFeatures } from './workbook-features';

const DATE_FORMAT = 'yyyy-mm-dd';
const INSTANT_FORMAT = 'yyyy-mm-dd hh:mm "UTC"';
/** The format "Text": what stands in the cell stays text, also when somebody edits the cell and leaves it. */
const TEXT_FORMAT = '@';
const HEADER_TINT = '#E7EBF0';
/** Excel counts days from 1900 and takes that year for a leap year: what lies before March is written as text. */
const FIRST_SAFE_DAY = '1900-03-01';

export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Buffer> {
  const files: FileSheet<Image['content']>[] = sheets.map((sheet) => ({
    sheet: sheet.name,
    columns: sheet.columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    orientation: 'landscape',
    data: [
      sheet.columns.map(({ title }) => header(title)),
      ...(sheet.rows.length > 0
        ? sheet.rows.map((row) => row.map(cellObject))
        : [[{ ...text(sheet.emptyLine), wrap: false }]]),
    ],
  }));
  const options = { fontFamily: 'Calibri', fontSize: 11, features: [workbookFeatures(sheets)] };
  return repeatableZip(await writeExcelFile(files, options).toBuffer());
}

function header(title: string): CellObject {
  return { ...text(title), fontWeight: 'bold', backgroundColor: HEADER_TINT };
}

function cellObject(cell: Cell): CellObject | null {
  if (cell === null) return null;
  if (typeof cell === 'string') return text(cell);
  if (typeof cell === 'number') return { value: cell, type: Number, alignVertical: 'top' };
  if (typeof cell === 'boolean') return text(cell ? 'Yes' : 'No');
  if ('date' in cell) return dated(cell.date, DATE_FORMAT);
  return dated(cell.instant, INSTANT_FORMAT);
}

function dated(value: string, format: string): CellObject {
  if (value < FIRST_SAFE_DAY) return text(value);
  return { value: new Date(value), type: Date, format, align: 'left', alignVertical: 'top' };
}

function text(value: string): CellObject {
  return {
    value: cellText(value),
    type: String,
    wrap: true,
    alignVertical: 'top',
    ...(looksLikeFormula(value) ? { format: TEXT_FORMAT } : {}),
  };
}
