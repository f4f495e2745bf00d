// Who signs, and what the agreement takes in by link.
import { ChoiceField, DateField, PatternField, TextField } from '../common/fields';
import type { CalendarDate } from '../common/calendar-date';

export const SIGNING_PARTIES = ['practice', 'vendor'] as const;
export type SigningParty = (typeof SIGNING_PARTIES)[number];

export class SignatureFields {
  @ChoiceField(SIGNING_PARTIES, { description: 'For whom this person signed.' })
  party: SigningParty;

  @TextField({ description: 'Name of the person who signed.', example: 'Dana Whitfield', maxLength: 200 })
  name: string;

  @TextField({
    description: 'Role in which the person signed.',
    example: 'Owner',
    optional: true,
    maxLength: 200,
  })
  role?: string | null;

  @DateField({ description: 'Day of this signature.', optional: true, example: '2026-01-15' })
  signedOn?: CalendarDate | null;
}

/** Terms that the agreement makes its own by naming them: links change, so each is kept with its date. */
export class IncorporatedDocumentFields {
  @TextField({ description: 'Title of the document.', example: 'Terms of Service', maxLength: 200 })
  title: string;

  @PatternField({
    description: 'Its address.',
    example: 'https://northlight.example/terms',
    optional: true,
    maxLength: 500,
    pattern: '^https?://[\\x21-\\x7e]+$',
    message: 'must be an address that begins with https:// or http://, in plain ASCII without spaces',
  })
  link?: string | null;

  @DateField({
    description: 'Date or version date that the document bears.',
    optional: true,
    example: '2026-01-01',
  })
  datedOn?: CalendarDate | null;

  @DateField({
    description: 'Day on which it was read for this record.',
    optional: true,
    example: '2026-01-14',
  })
  readOn?: CalendarDate | null;
}
