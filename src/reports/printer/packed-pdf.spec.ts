import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { packedPdf } from './packed-pdf';
import { UnreadablePdfError } from './printer.errors';

const TAGS = 450;

/** A PDF of the shape that Chromium writes: a table of offsets, one page with its drawing, and many small objects of tags. */
function pdf(changes: Record<number, string> = {}): Buffer {
  const tags = Object.fromEntries(
    Array.from({ length: TAGS }, (_, index) => [
      7 + index,
      `<</Type /StructElem\n/S /P\n/P 5 0 R\n/Alt (Row ${index} ends with endstream)\n/K [${index}]>>`,
    ]),
  );
  const objects: Record<number, string> = {
    1: "<</Title (A report)\n/CreationDate (D:20261122195848+00'00')>>",
    2: '<</Type /Catalog\n/Pages 3 0 R\n/Lang (en-US)\n/MarkInfo <</Marked true>>\n/StructTreeRoot 5 0 R>>',
    3: '<</Type /Pages\n/Count 1\n/Kids [4 0 R]>>',
    4: '<</Type /Page\n/Parent 3 0 R\n/MediaBox [0 0 612 792]\n/Contents 6 0 R>>',
    5: `<</Type /StructTreeRoot\n/K [${Object.keys(tags)
      .map((number) => `${number} 0 R`)
      .join(' ')}]>>`,
    6: '<</Length 18>> stream\n1 0 0 1 0 0 cm q Q\nendstream',
    ...tags,
    ...changes,
  };
  let text = '%PDF-1.4\n%\xd3\xeb\xe9\xe1\n';
  const rows = ['0000000000 65535 f \n'];
  for (const [number, body] of Object.entries(objects)) {
    rows[Number(number)] = `${String(text.length).padStart(10, '0')} 00000 n \n`;
    text += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const start = text.length;
  text += `xref\n0 ${rows.length}\n${rows.join('')}trailer\n<</Size ${rows.length}\n/Root 2 0 R\n/Info 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

describe('a packed PDF', () => {
  it('holds every object of before under its number', async () => {
    const [before, after] = await Promise.all(
      [pdf(), await packedPdf(pdf())].map((bytes) => PDFDocument.load(bytes, { updateMetadata: false })),
    );
    const told = (document: PDFDocument | undefined) =>
      new Map(
        document?.context.enumerateIndirectObjects().map(([ref, object]) => [ref.toString(), String(object)]),
      );
    const [one, other] = [told(before), told(after)];
    expect(one.size).toBe(TAGS + 6);
    for (const [ref, object] of one) expect([ref, other.get(ref)]).toEqual([ref, object]);
  });

  it('keeps tags, language, title and the drawing of its page', async () => {
    const document = await PDFDocument.load(await packedPdf(pdf()), { updateMetadata: false });
    const { catalog, context } = document;
    expect(document.getTitle()).toBe('A report');
    expect(String(catalog.get(PDFName.of('Lang')))).toBe('(en-US)');
    const root = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
    const kids = root.lookup(PDFName.of('K'), PDFArray);
    expect(kids.size()).toBe(TAGS);
    kids.asArray().forEach((ref, index) => {
      const tag = context.lookup(ref, PDFDict);
      expect(tag.lookup(PDFName.of('K'), PDFArray).lookup(0, PDFNumber).asNumber()).toBe(index);
    });
    const drawing = document.getPage(0).node.lookup(PDFName.of('Contents')) as PDFRawStream;
    expect(Buffer.from(drawing.getContents()).toString('latin1')).toBe('1 0 0 1 0 0 cm q Q');
  });

  it('is a fraction as large, the same each time, and leaves catalog and information to be read without a reader', async () => {
    const [first, second] = [await packedPdf(pdf()), await packedPdf(pdf())];
    expect(first.equals(second)).toBe(true);
    expect(first.length).toBeLessThan(pdf().length / 4);
    const text = first.toString('latin1');
    expect(text.startsWith('%PDF-1.5\n')).toBe(true);
    expect(text).toContain('/MarkInfo <</Marked true>>');
    expect(text).toContain('/Title (A report)');
    expect(text).not.toContain('/StructElem');
  });

  it.each([
    ['no PDF at all', Buffer.from('hello')],
    ['a PDF cut short', pdf().subarray(0, 300)],
  ])('is not made of %s', async (_, bytes) => {
    await expect(packedPdf(bytes)).rejects.toThrow(UnreadablePdfError);
  });
});
