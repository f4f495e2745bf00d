// The one thing that differs between two prints of the same HTML by the same browser is when they were made. The dates in the
// file become the document's own instant, digit for digit in place, so that the same document gives the same bytes.
import { PdfObjects } from './pdf-objects';
import { UnreadablePdfError } from './printer.errors';

const DATE = /(\/(?:CreationDate|ModDate) \()(D:\d{14}(?:[+-]\d{2}'\d{2}'|Z)?)(\))/g;

/** Overwrites both dates in `pdf` (in place) with `instant`, told in UTC. */
export function setPdfDates(pdf: Buffer, instant: Date): void {
  const objects = new PdfObjects(pdf);
  const information = objects.trailerReference('Info');
  const offset = objects.offsetOf(information);
  const digits = instant.toISOString().replace(/\D/g, '').slice(0, 14);
  let replaced = 0;
  for (const match of objects.object(information).matchAll(DATE)) {
    const [, before, date] = match as unknown as [string, string, string];
    const zone = date.length > 16 ? (date.endsWith('Z') ? 'Z' : "+00'00'") : '';
    pdf.write(`D:${digits}${zone}`, offset + match.index + before.length, 'latin1');
    replaced += 1;
  }
  if (replaced === 0) throw new UnreadablePdfError('it carries no dates');
}
