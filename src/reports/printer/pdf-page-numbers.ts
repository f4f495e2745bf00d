// On which page each linked heading came to lie: Chromium names a place in the PDF for every `href="#id"`.
import { PdfObjects, referenceIn } from './pdf-objects';
import { UnreadablePdfError } from './printer.errors';

/** Physical page, counted from 1, by the id of the element. Only ids that a link on some page points to are known. */
export type PageNumbers = ReadonlyMap<string, number>;

export function pageNumbersIn(pdf: Buffer): PageNumbers {
  const objects = new PdfObjects(pdf);
  const root = objects.object(objects.trailerReference('Root'));
  const places = referenceIn(root, 'Dests');
  const pages = referenceIn(root, 'Pages');
  if (pages === null) throw new UnreadablePdfError('the catalog has no pages');
  if (places === null) return new Map();
  const order = new Map(pageObjectsBelow(objects, pages).map((number, index) => [number, index + 1]));
  const found = new Map<string, number>();
  for (const [, name, page] of objects.object(places).matchAll(/\/([^\s/<>[\]()]+)\s*\[(\d+) 0 R/g)) {
    const pageNumber = order.get(Number(page));
    if (pageNumber === undefined) throw new UnreadablePdfError('a named place lies on no page');
    found.set(plainName(name as string), pageNumber);
  }
  return found;
}

/** Leaves of the page tree in reading order. */
function pageObjectsBelow(objects: PdfObjects, number: number, depth = 0): number[] {
  if (depth > 32) throw new UnreadablePdfError('the page tree is too deep');
  const text = objects.object(number);
  if (!/\/Type\s*\/Pages/.test(text)) return [number];
  const kids = /\/Kids\s*\[([^\]]*)\]/.exec(text)?.[1] ?? '';
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) =>
    pageObjectsBelow(objects, Number(kid), depth + 1),
  );
}

/** PDF writes unusual characters of a name as #xx. */
function plainName(name: string): string {
  return name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
