import type { CalendarDate } from '../common/calendar-date';
import { DateField, TextField } from '../common/fields';

/** What a vendor says of a document that it attaches. */
export class VendorDocumentFields {
  @TextField({
    description: 'Title of the document.',
    example: 'Security overview, version 7',
    maxLength: 300,
  })
  title: string;

  @DateField({ description: 'Date of the document itself.', example: '2026-03-02' })
  issuedOn: CalendarDate;
}
