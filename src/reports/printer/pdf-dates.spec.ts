import { setPdfDates } from './pdf-dates';
import { pageNumbersIn } from './pdf-page-numbers';
import { UnreadablePdfError } from './printer.errors';

/** A PDF of the shape that Chromium writes: a table of offsets, plain objects, two levels of pages. */
function pdf(objects: Record<number, string>): Buffer {
  let text = '%PDF-1.4\n';
  const offsets: number[] = [];
  for (const [number, body] of Object.entries(objects)) {
    offsets[Number(number)] = text.length;
    text += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const start = text.length;
  const rows = Array.from({ length: offsets.length }, (_, number) =>
    offsets[number] === undefined
      ? '0000000000 65535 f \n'
      : `${String(offsets[number]).padStart(10, '0')} 00000 n \n`,
  );
  text += `xref\n0 ${rows.length}\n${rows.join('')}trailer\n<</Size ${rows.length}\n/Root 6 0 R\n/Info 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

const OBJECTS = {
  1: "<</Title (A /CreationDate in words)\n/CreationDate (D:20261122195848+00'00')\n/ModDate (D:20261122195848+00'00')>>",
  2: '<</Type /Page /Parent 4 0 R>>',
  3: '<</Type /Page /Parent 7 0 R>>',
  4: '<</Type /Pages /Count 2 /Kids [2 0 R 7 0 R]>>',
  5: '<</summary [2 0 R /XYZ 6 776 0]\n/a#2dsecond [3 0 R /XYZ 6 700 0]>>',
  6: '<</Type /Catalog /Pages 4 0 R /Dests 5 0 R>>',
  7: '<</Type /Pages /Count 1 /Kids [3 0 R]>>',
};

describe('what is read from and written into a printed PDF', () => {
  it('finds the page of every named place, through a tree of pages', () => {
    expect([...pageNumbersIn(pdf(OBJECTS))]).toEqual([
      ['summary', 1],
      ['a-second', 2],
    ]);
  });

  it('knows no places where nothing links inside', () => {
    expect(pageNumbersIn(pdf({ ...OBJECTS, 6: '<</Type /Catalog /Pages 4 0 R>>' })).size).toBe(0);
  });

  it('sets both dates in place without moving a byte', () => {
    const before = pdf(OBJECTS);
    const after = Buffer.from(before);
    setPdfDates(after, new Date('2026-01-02T03:04:05.678Z'));
    expect(after).toHaveLength(before.length);
    expect(after.toString('latin1')).toBe(
      before.toString('latin1').replace(/D:20261122195848/g, 'D:20260102030405'),
    );
  });

  it.each([
    ['no PDF at all', Buffer.from('hello')],
    ['an empty file', Buffer.alloc(0)],
    ['a PDF cut short', pdf(OBJECTS).subarray(0, 300)],
  ])('refuses %s by a named error', (_, bytes) => {
    expect(() => pageNumbersIn(bytes)).toThrow(UnreadablePdfError);
  });
});
