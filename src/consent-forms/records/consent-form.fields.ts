// A version of one form of consent: what the practice may still change while it is a draft, and what is frozen once it is adopted. The form is about services and
// never about a client: signed copies belong in clients' records.
import {
  BooleanField,
  ChoiceField,
  DateField,
  KeyField,
  KeyListField,
  PatternField,
  RecordField,
  RecordListField,
  TextField,
} from '../../common/fields';
import type { CalendarDate } from '../../common/calendar-date';
import { CONSENT_KINDS, type ConsentKind } from '../../practice-measures/practice-measures.fields';
import {
  CONSENT_ELEMENTS,
  CONSENT_FACTS,
  type ConsentElementId,
  type ConsentFactId,
} from './consent-element-ids';

export const MOST_ELEMENTS = 60;
const LONGEST_TEXT = 4000;

export class OwnWordsFields {
  @ChoiceField(CONSENT_ELEMENTS, { description: 'The element of the form.', example: 'record-status' })
  element: ConsentElementId;

  @TextField({
    description: 'What the form says in its place, for clients to read. Never about one client.',
    example: 'The recording is not part of your health record. The note that your clinician signs is.',
    maxLength: LONGEST_TEXT,
  })
  words: string;

  @TextField({
    description: 'Why the practice says it in its own words.',
    example: 'Decided by the owner in March 2026.',
    maxLength: 1000,
  })
  reason: string;
}

/** A lawyer's or a board's look at the form before it is used. */
export class FormReviewFields {
  @DateField({ description: 'Day of the review.', example: '2026-02-10' })
  reviewedOn: CalendarDate;

  @TextField({ description: 'Who reviewed the form.', example: 'Outside counsel', maxLength: 200 })
  reviewedBy: string;

  @TextField({
    description: 'What came of it.',
    example: 'Two sentences reworded.',
    optional: true,
    maxLength: 1000,
  })
  outcome?: string | null;
}

export class NamedActFields {
  @TextField({ description: 'Name.', example: 'Dana Whitfield', maxLength: 200 })
  name: string;

  @TextField({ description: 'Role in the practice.', example: 'Owner', maxLength: 200 })
  role: string;
}

export class AdoptedFactFields {
  @ChoiceField(CONSENT_FACTS, { description: 'What the element rested on.', example: 'toolKeeps' })
  fact: ConsentFactId;

  @TextField({
    description: 'The fact as it stood; left out where it was not on record.',
    example: 'for at most one day',
    optional: true,
    maxLength: LONGEST_TEXT,
  })
  value?: string | null;
}

export class AdoptedElementFields {
  @ChoiceField(CONSENT_ELEMENTS, { description: 'The element.', example: 'vendor-retention' })
  element: ConsentElementId;

  @TextField({ description: 'Heading of its part of the form.', example: 'Your information', maxLength: 200 })
  section: string;

  @TextField({ description: 'Its own heading.', example: 'How long the tool keeps it', maxLength: 200 })
  title: string;

  @TextField({
    description: 'What clients read.',
    example: 'The tool keeps what it gets for at most one day.',
    maxLength: LONGEST_TEXT,
  })
  text: string;

  @BooleanField({ description: 'In the practice’s own words?', example: false })
  isOwn: boolean;

  @RecordListField(() => AdoptedFactFields, {
    description: 'What it rested on.',
    optional: true,
    maxItems: MOST_ELEMENTS,
  })
  facts?: AdoptedFactFields[] | null;
}

/** The text as adopted. Nothing changes it but the removal of text that should never have been there. */
export class ConsentFormAdoptionFields extends NamedActFields {
  @DateField({ description: 'Day of adoption.', example: '2026-02-12' })
  adoptedOn: CalendarDate;

  @TextField({ description: 'Title of the form.', example: 'Consent to the use of AI', maxLength: 200 })
  title: string;

  @TextField({
    description: 'Its first sentences.',
    example: 'This form is about a tool with artificial intelligence (AI).',
    maxLength: 1000,
  })
  opens: string;

  @TextField({ description: 'What is ticked to agree.', example: 'I agree.', maxLength: 500 })
  agrees: string;

  @TextField({ description: 'What is ticked to decline.', example: 'I do not agree.', maxLength: 500 })
  declines: string;

  @TextField({ description: 'Version of the catalog of elements.', example: '1.0.0', maxLength: 50 })
  catalogVersion: string;

  @PatternField({
    description: 'SHA-256 of the text that clients read, in hex.',
    example: 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
    pattern: '^[0-9a-f]{64}$',
    message: 'must be a SHA-256 digest in hex',
    maxLength: 64,
  })
  digest: string;

  @RecordListField(() => AdoptedElementFields, {
    description: 'Its elements in the order of the form.',
    ordered: true,
    minItems: 1,
    maxItems: MOST_ELEMENTS,
  })
  elements: AdoptedElementFields[];
}

/** The word of whoever answers for it that clients are asked by this form. */
export class ConsentFormAttestationFields extends NamedActFields {
  @DateField({ description: 'Day of the attestation.', example: '2026-02-16' })
  attestedOn: CalendarDate;

  @DateField({
    description: 'First day on which clients were asked by this form.',
    example: '2026-02-16',
  })
  inUseSince: CalendarDate;

  @BooleanField({ description: 'Is it signed in writing?', example: true })
  written: boolean;

  @BooleanField({ description: 'Has every client concerned been asked, and agreed?', example: true })
  attestedForAllClients: boolean;

  @BooleanField({
    description: 'Has everyone who can be heard agreed (partners, family, group members)?',
    example: true,
  })
  coversEveryoneAudible: boolean;
}

export class ConsentFormWithdrawalFields extends NamedActFields {
  @DateField({ description: 'Day from which the form is used no more.', example: '2026-11-02' })
  withdrawnOn: CalendarDate;

  @TextField({ description: 'Why.', example: 'The tool is used no more.', maxLength: 1000 })
  reason: string;
}

/** What a draft is made of. */
export class ConsentFormFields {
  @ChoiceField(CONSENT_KINDS, { description: 'What the consent is to.', example: 'ai_use' })
  kind: ConsentKind;

  @TextField({
    description: 'Version of the form, as it is printed on it.',
    example: '2026-02',
    maxLength: 100,
  })
  formVersion: string;

  @KeyListField({
    description: 'Keys of the services that the form is about.',
    example: ['northlight-scribe'],
    maxItems: 20,
  })
  services: string[];

  @RecordListField(() => OwnWordsFields, {
    description: 'Elements that the practice says in its own words, each once.',
    optional: true,
    maxItems: MOST_ELEMENTS,
  })
  ownWords?: OwnWordsFields[] | null;

  @RecordField(() => FormReviewFields, {
    description: 'Review of the form by a lawyer or a board, before it is used.',
    optional: true,
  })
  review?: FormReviewFields | null;

  @KeyField({
    description: 'Key of the earlier version that this one replaces, once it is adopted.',
    example: 'ai-use-2025-09',
    optional: true,
  })
  replaces?: string | null;
}

/** A form as it is on record, with what was done about it. */
export class ConsentFormRecordFields extends ConsentFormFields {
  @RecordField(() => ConsentFormAdoptionFields, {
    description: 'The adoption, with the text as adopted.',
    optional: true,
  })
  adoption?: ConsentFormAdoptionFields | null;

  @RecordField(() => ConsentFormAttestationFields, {
    description: 'The attestation that it is in use.',
    optional: true,
  })
  attestation?: ConsentFormAttestationFields | null;

  @RecordField(() => ConsentFormWithdrawalFields, {
    description: 'The end of its use.',
    optional: true,
  })
  withdrawal?: ConsentFormWithdrawalFields | null;
}
