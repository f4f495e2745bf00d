// An attestation other than a SOC 2 report: a certificate, a test letter, a questionnaire that the vendor answered about itself.
// What each kind is worth is data: catalogs/attestations.yaml. None of them makes anybody fit for client data by itself.
import { ChoiceField, DateField, IntegerField, KeyListField, RecordField, TextField } from '../common/fields';
import type { CalendarDate } from '../common/calendar-date';
import { YES_NO_UNKNOWN, type YesNoUnknown } from '../common/words';

export const ATTESTATION_KINDS = [
  'soc3',
  'soc2_hipaa',
  'hipaa_seal',
  'hitrust_e1',
  'hitrust_i1',
  'hitrust_r2',
  'hitrust_ai',
  'iso_27001',
  'iso_27701',
  'iso_42001',
  'penetration_test',
  'self_assessment',
  'onc_health_it',
] as const;
export type AttestationKind = (typeof ATTESTATION_KINDS)[number];

/** How the practice knows of it: it saw the document, found it in a public register, or the vendor says so. */
export const ATTESTATION_PROOFS = ['document', 'public_register', 'vendor_statement'] as const;
export type AttestationProof = (typeof ATTESTATION_PROOFS)[number];

const FINDINGS = { minimum: 0, maximum: 10_000 };

export class OpenFindingsFields {
  @IntegerField({ description: 'Open findings of critical severity.', example: 0, ...FINDINGS })
  critical: number;

  @IntegerField({ description: 'Open findings of high severity.', example: 0, ...FINDINGS })
  high: number;

  @IntegerField({ description: 'Open findings of moderate severity.', example: 2, ...FINDINGS })
  moderate: number;

  @IntegerField({ description: 'Open findings of low severity.', example: 5, ...FINDINGS })
  low: number;
}

export class AttestationFields {
  @ChoiceField(ATTESTATION_KINDS, {
    description: 'What it is. "self_assessment" is a CAIQ, SIG or HECVAT that the vendor answered itself.',
    example: 'penetration_test',
  })
  kind: AttestationKind;

  @KeyListField({
    description: 'Keys of the services inside its scope.',
    example: ['northlight-scribe'],
  })
  services: string[];

  @TextField({
    description: 'Its scope, as printed.',
    example: 'Web application and interfaces of Northlight Scribe.',
    optional: true,
    maxLength: 2000,
  })
  scope?: string | null;

  @TextField({
    description: 'Legal entity that it is about; it should be the vendor that signs the agreement.',
    example: 'Northlight Notes, Inc.',
    optional: true,
    maxLength: 200,
  })
  certifiedEntity?: string | null;

  @TextField({ description: 'Who issued it.', example: 'Larkspur Security Testing LLC', maxLength: 200 })
  issuer: string;

  @TextField({ description: 'Number of the certificate or report.', optional: true, maxLength: 100 })
  number?: string | null;

  @DateField({ description: 'Date of issue, or the last day of a test.', example: '2026-05-20' })
  issuedOn: CalendarDate;

  @DateField({ description: 'Last day on which it is valid, where it says so.', optional: true })
  validUntil?: CalendarDate | null;

  @DateField({
    description: 'Date of the latest surveillance audit or interim review.',
    optional: true,
  })
  surveillanceOn?: CalendarDate | null;

  @DateField({ description: 'Day from which it was withdrawn or suspended.', optional: true })
  withdrawnOn?: CalendarDate | null;

  @ChoiceField(YES_NO_UNKNOWN, {
    description: 'Is the body that certified accredited? Asked of ISO certificates.',
    optional: true,
  })
  accreditedBody?: YesNoUnknown | null;

  @ChoiceField(YES_NO_UNKNOWN, {
    description: 'Is the issuer independent of the vendor? Asked of penetration tests.',
    example: 'yes',
    optional: true,
  })
  independentIssuer?: YesNoUnknown | null;

  @ChoiceField(YES_NO_UNKNOWN, {
    description: "Does the auditor's opinion cover it? Asked of HIPAA beside a SOC 2 examination.",
    optional: true,
  })
  coveredByOpinion?: YesNoUnknown | null;

  @RecordField(() => OpenFindingsFields, {
    description: 'Findings still open, by severity; left out when nobody said. Asked of penetration tests.',
    optional: true,
  })
  openFindings?: OpenFindingsFields | null;

  @ChoiceField(YES_NO_UNKNOWN, {
    description: 'Does it cover the AI that the practice uses? For services with AI, only yes earns credit.',
    example: 'yes',
    optional: true,
  })
  coversAi?: YesNoUnknown | null;

  @ChoiceField(ATTESTATION_PROOFS, {
    description: 'How the practice knows of it. Left out: the vendor says so.',
    example: 'document',
    optional: true,
  })
  proof?: AttestationProof | null;

  @TextField({
    description: 'What it states, in words of your own.',
    example: 'No critical or high findings were open after the retest.',
    optional: true,
    maxLength: 2000,
  })
  statement?: string | null;
}
