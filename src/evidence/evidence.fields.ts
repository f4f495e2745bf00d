// Evidence: a document that a fact rests on, with its dates. The document itself may be a stored file, named by its digest.
import type { CalendarDate } from '../common/calendar-date';
import {
  BooleanField,
  ChoiceField,
  DateField,
  IntegerField,
  KeyListField,
  PatternField,
  RecordField,
  TextField,
} from '../common/fields';
import { FILE_DIGEST } from '../files/file.dto';
import { MEDIA_TYPES } from '../files/media-types';

export const EVIDENCE_KINDS = [
  'executed_agreement',
  'soc2_report',
  'bridge_letter',
  'attestation_certificate',
  'penetration_test',
  'questionnaire_response',
  'security_documentation',
  'data_processing_documentation',
  'policy',
  'terms_snapshot',
  'screenshot',
  'validation_study',
  'bias_audit',
  'financial_statement',
  'insurance_certificate',
  'training_record',
  'blank_consent_form',
  'deletion_certificate',
  'correspondence',
  'other',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const EVIDENCE_SOURCES = ['practice', 'vendor', 'independent_auditor', 'authority', 'public'] as const;
export type EvidenceSource = (typeof EVIDENCE_SOURCES)[number];

export class EvidenceFileFields {
  @PatternField({ description: 'SHA-256 of the file.', ...FILE_DIGEST })
  digest: string;

  @IntegerField({ description: 'Size in bytes.', example: 48213, minimum: 1, maximum: 2147483647 })
  bytes: number;

  @ChoiceField(MEDIA_TYPES.map(({ mediaType }) => mediaType), {
    description: 'Media type.',
    example: 'application/pdf',
  })
  mediaType: string;
}

export class EvidenceFields {
  @TextField({
    description: 'Title of the document. Never the name of a client.',
    example: 'Northlight security overview, version 7',
    maxLength: 300,
  })
  title: string;

  @ChoiceField(EVIDENCE_KINDS, {
    description: 'What it is. Consents signed by clients are not evidence here; the blank form is.',
    example: 'security_documentation',
  })
  kind: EvidenceKind;

  @ChoiceField(EVIDENCE_SOURCES, { description: 'Who it comes from.', example: 'vendor' })
  source: EvidenceSource;

  @KeyListField({
    description: 'Keys of the services that it speaks of; none for the whole practice.',
    example: ['northlight-scribe'],
  })
  services: string[];

  @DateField({
    description: 'Date of the document itself: how old it is counts from here.',
    example: '2026-03-02',
  })
  issuedOn: CalendarDate;

  @DateField({ description: 'When the practice got it.', optional: true, example: '2026-03-10' })
  receivedOn?: CalendarDate | null;

  @DateField({ description: 'Last day on which it is valid by its own words.', optional: true })
  validUntil?: CalendarDate | null;

  @BooleanField({
    description: 'Does the document forbid to pass it on, as SOC 2 reports do?',
    optional: true,
    example: false,
  })
  restrictedUse?: boolean | null;

  @TextField({
    description: 'Where it can be found: an address, or the place in the files of the practice.',
    optional: true,
    example: 'https://northlight.example/security.pdf',
    maxLength: 500,
  })
  reference?: string | null;

  @RecordField(() => EvidenceFileFields, {
    description: 'The file, by its digest; upload it to have it kept.',
    optional: true,
  })
  file?: EvidenceFileFields | null;
}
