// What the library leaves to those who use it (its "features"): the filter in the header of each sheet, and paper of US size.
import type { Feature, Image } from 'write-excel-file/node';
import {
  findElement,
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings as insertInOrder,
  replaceElement,
  sanitizeTextContent,
} from 'write-excel-file/utility';
import type { Sheet } from './sheet';

const US_LETTER = 1;

type Files = NonNullable<NonNullable<Feature<Image['content']>['files']>['transform']>;

export function workbookFeatures(sheets: readonly Sheet[]): Feature<Image['content']> {
  const transform: Files = {
    'xl/worksheets/sheet{id}.xml': {
      transform: (xml, _options, { sheetIndex }) => withFilter(xml, rangeOf(sheets[sheetIndex])),
      transformElementAttributes: (tag, attributes) =>
        tag === 'pageSetup' ? { ...attributes, paperSize: US_LETTER } : attributes,
    },
    'xl/workbook.xml': { transform: (xml) => withNames(xml, filterNames(sheets)) },
  };
  return { files: { transform } };
}

/** Header and rows; null where there is nothing to filter. */
function rangeOf(sheet: Sheet | undefined): string | null {
  if (!sheet || sheet.rows.length === 0) return null;
  return `A1:${getCellAddress(sheet.rows.length, sheet.columns.length - 1)}`;
}

function withFilter(xml: string, range: string | null): string {
  if (!range) return xml;
  const order = getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? [];
  return insertInOrder(xml, `<autoFilter ref="${range}"/>`, order, 'worksheet');
}

/** The hidden names by which Excel knows the filters. */
function filterNames(sheets: readonly Sheet[]): string[] {
  return sheets.flatMap((sheet, index) => {
    const range = rangeOf(sheet)?.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
    if (!range) return [];
    const place = sanitizeTextContent(`'${sheet.name.replaceAll("'", "''")}'!${range}`);
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${place}</definedName>`,
    ];
  });
}

function withNames(xml: string, names: readonly string[]): string {
  if (names.length === 0) return xml;
  const markup = `<definedNames>${names.join('')}</definedNames>`;
  const empty = findElement(xml, 'definedNames'); // the library writes an empty one; two would make the file unreadable
  if (empty) return replaceElement(xml, empty, markup);
  return insertInOrder(xml, markup, getOrderOfSiblings('xl/workbook.xml', 'workbook') ?? [], 'workbook');
}
