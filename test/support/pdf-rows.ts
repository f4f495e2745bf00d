// The rows of the tables of a PDF, as its tags tell of them: on which pages each has something.
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRef, type PDFObject } from '@cantoo/pdf-lib';

export interface PdfRows {
  all: number;
  /** the pages of each row that is broken: it has cells of its own on more than one */
  broken: number[][];
}

/** The head of a table is drawn anew on each page, so rows of nothing but heads are passed by. */
export async function rowsOf(pdf: Buffer): Promise<PdfRows> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const numbers = new Map(document.getPages().map(({ ref }, index) => [ref.toString(), index + 1]));
  const tags = new TagTree(document);
  const rows: PdfRows = { all: 0, broken: [] };
  for (const row of tags.called('TR')) {
    rows.all += 1;
    const pages = [...new Set(tags.pagesUnder(row))];
    if (pages.length > 1 && tags.childrenOf(row).some((cell) => tags.nameOf(cell) === 'TD'))
      rows.broken.push(pages.map((page) => numbers.get(page) ?? 0));
  }
  return rows;
}

/** ISO 32000-1, 14.7: elements with a name (S), what they hold (K), and the page (Pg) on which it is drawn unless it says so itself. */
class TagTree {
  constructor(private readonly document: PDFDocument) {}

  called(
    name: string,
    under = this.document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict),
  ): PDFDict[] {
    const below = this.childrenOf(under).flatMap((child) => this.called(name, child));
    return this.nameOf(under) === name ? [under, ...below] : below;
  }

  nameOf(element: PDFDict): string | undefined {
    return element.lookupMaybe(PDFName.of('S'), PDFName)?.decodeText();
  }

  childrenOf(element: PDFDict): PDFDict[] {
    return this.heldBy(element).filter((held) => held instanceof PDFDict);
  }

  /** References to the pages, one for each piece that is drawn. */
  pagesUnder(element: PDFDict, inherited = ''): string[] {
    const page = element.get(PDFName.of('Pg'))?.toString() ?? inherited;
    const held = this.heldBy(element);
    if (held.length === 0) return this.isPiece(element) ? [page] : [];
    return held.flatMap((one) => {
      if (one instanceof PDFNumber) return [page];
      return one instanceof PDFDict ? this.pagesUnder(one, page) : [];
    });
  }

  /** a piece of content that names its page itself (MCR) */
  private isPiece(element: PDFDict): boolean {
    return element.lookupMaybe(PDFName.of('Type'), PDFName)?.decodeText() === 'MCR';
  }

  private heldBy(element: PDFDict): PDFObject[] {
    const held = this.resolved(element.get(PDFName.of('K')));
    if (!held) return [];
    return held instanceof PDFArray ? held.asArray().flatMap((one) => this.resolved(one) ?? []) : [held];
  }

  private resolved(object: PDFObject | undefined): PDFObject | undefined {
    return object instanceof PDFRef ? this.document.context.lookup(object) : object;
  }
}
