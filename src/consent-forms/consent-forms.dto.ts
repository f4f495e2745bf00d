// What the steps of a form ask, and the form as it reads.
import type { CalendarDate } from '../common/calendar-date';
import {
  BooleanField,
  ChoiceField,
  DateField,
  NumberField,
  PatternField,
  RecordField,
  RecordListField,
  TextField,
} from '../common/fields';
import { CONSENT_KINDS, type ConsentKind } from '../practice-measures/practice-measures.fields';
import {
  CONSENT_ELEMENTS,
  CONSENT_FACTS,
  type ConsentElementId,
  type ConsentFactId,
} from './records/consent-element-ids';
import { NamedActFields } from './records/consent-form.fields';
import { CONSENT_FORM_STATES, type ConsentFormState } from './records/consent-form-state';
import { RECORDED_AT, type RecordedAt } from './rules/consent-elements-catalog';

export class AdoptConsentFormDto extends NamedActFields {
  @PatternField({
    description:
      'Digest of the text that was read, as `get-consent-form-text` gives it; when the text has changed since, nothing is adopted. Left out to adopt whatever stands now.',
    optional: true,
    example: 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
    pattern: '^[0-9a-f]{64}$',
    message: 'must be a SHA-256 digest in hex',
    maxLength: 64,
  })
  digest?: string | null;
}

export class AttestConsentFormDto extends NamedActFields {
  @DateField({ description: 'First day on which clients were asked by this form.', example: '2026-11-22' })
  inUseSince: CalendarDate;

  @BooleanField({ description: 'Is it signed in writing?', example: true })
  written: boolean;

  @BooleanField({ description: 'Has every client concerned been asked, and agreed?', example: true })
  attestedForAllClients: boolean;

  @BooleanField({ description: 'Has everyone who can be heard agreed?', example: true })
  coversEveryoneAudible: boolean;
}

export class WithdrawConsentFormDto extends NamedActFields {
  @TextField({
    description: 'Why the form is used no more.',
    example: 'The tool is used no more.',
    maxLength: 1000,
  })
  reason: string;
}

class MissingFactResponse {
  @ChoiceField(CONSENT_FACTS, { description: 'What is not on record, or not so.', example: 'countries' })
  fact: ConsentFactId;

  @TextField({
    description: 'What is missing, in words.',
    example: 'Where the tool keeps data is not on record.',
    maxLength: 500,
  })
  text: string;

  @ChoiceField(RECORDED_AT, { description: 'Where it is recorded.', example: 'tool' })
  at: RecordedAt;
}

class ElementResponse {
  @ChoiceField(CONSENT_ELEMENTS, { description: 'The element.', example: 'storage' })
  id: ConsentElementId;

  @TextField({ description: 'Its heading.', example: 'Where it is kept', maxLength: 200 })
  title: string;

  @TextField({
    description: 'What clients read; null while it is open.',
    optional: true,
    example: 'It is kept in the United States.',
    maxLength: 4000,
  })
  text: string | null;

  @BooleanField({ description: 'In the practice’s own words?', example: false })
  isOwn: boolean;

  @RecordListField(() => MissingFactResponse, { description: 'Why it is open.', maxItems: 20 })
  missing: MissingFactResponse[];
}

class SectionResponse {
  @TextField({ description: 'Heading.', example: 'Your information', maxLength: 200 })
  title: string;

  @RecordListField(() => ElementResponse, { description: 'Its elements.', maxItems: 60 })
  elements: ElementResponse[];
}

class LawNoteResponse {
  @TextField({
    description: 'What the practice should know.',
    example: 'Illinois: each party has to agree.',
    maxLength: 2000,
  })
  text: string;

  @TextField({ description: 'Citation.', example: '720 ILCS 5/14-2', optional: true, maxLength: 500 })
  citation: string | null;

  @ChoiceField(['high', 'medium', 'low'], { description: 'How sure the entry is.', optional: true })
  confidence: 'high' | 'medium' | 'low' | null;

  @TextField({
    description: 'How the entry is known.',
    example: 'secondary',
    optional: true,
    maxLength: 1000,
  })
  evidence: string | null;
}

class ChangedFactResponse {
  @ChoiceField(CONSENT_FACTS, { description: 'The fact.', example: 'toolKeeps' })
  fact: ConsentFactId;

  @TextField({
    description: 'As adopted; null where it was not on record.',
    example: 'for at most one day',
    optional: true,
    maxLength: 4000,
  })
  was: string | null;

  @TextField({
    description: 'As on record now.',
    example: 'for at most 30 days',
    optional: true,
    maxLength: 4000,
  })
  is: string | null;
}

class ChangedElementResponse {
  @ChoiceField(CONSENT_ELEMENTS, { description: 'The element.', example: 'vendor-retention' })
  element: ConsentElementId;

  @TextField({ description: 'Its heading.', example: 'How long the tool keeps it', maxLength: 200 })
  title: string;

  @ChoiceField(['changed', 'added', 'gone'], { description: 'What happened to it since the adoption.' })
  what: 'changed' | 'added' | 'gone';

  @RecordListField(() => ChangedFactResponse, { description: 'The facts that are others now.', maxItems: 60 })
  facts: ChangedFactResponse[];
}

class ReadingResponse {
  @NumberField({
    description: 'Grade by Flesch and Kincaid.',
    example: 4.1,
    minimum: -20,
    maximum: 100,
    optional: true,
  })
  grade: number | null;

  @NumberField({ description: 'Words.', example: 702, minimum: 0, maximum: 1000000 })
  words: number;
}

export class ConsentFormText {
  @ChoiceField(CONSENT_KINDS, { description: 'What the consent is to.', example: 'ai_use' })
  kind: ConsentKind;

  @ChoiceField(CONSENT_FORM_STATES, { description: 'How this version stands.', example: 'in_use' })
  state: ConsentFormState;

  @TextField({ description: 'Title.', example: 'Consent to the use of AI', maxLength: 200 })
  title: string;

  @TextField({ description: 'First sentences.', example: 'This form is about a tool.', maxLength: 1000 })
  opens: string;

  @RecordListField(() => SectionResponse, {
    description: 'The text: as adopted, or as it would be adopted now.',
    maxItems: 20,
  })
  sections: SectionResponse[];

  @PatternField({
    description: 'SHA-256 of that text, in hex; null while a draft has something open.',
    optional: true,
    example: 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
    pattern: '^[0-9a-f]{64}$',
    message: 'must be a SHA-256 digest in hex',
    maxLength: 64,
  })
  digest: string | null;

  @RecordField(() => ReadingResponse, { description: 'How hard the text is to read.' })
  reading: ReadingResponse;

  @RecordListField(() => LawNoteResponse, {
    description: 'The law of the states involved, for the practice alone.',
    maxItems: 200,
  })
  lawNotes: LawNoteResponse[];

  @RecordListField(() => ChangedElementResponse, {
    description: 'Elements of an adopted form whose ground has changed since; empty while nothing has.',
    maxItems: 60,
  })
  changed: ChangedElementResponse[];
}
