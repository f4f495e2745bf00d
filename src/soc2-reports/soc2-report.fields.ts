// A SOC 2 report on a vendor's services: an attestation by a CPA firm, not a certification and not a HIPAA requirement.
import {
  ChoiceField,
  ChoicesField,
  DateField,
  KeyListField,
  RecordListField,
  TextField,
  TextListField,
} from '../common/fields';
import type { CalendarDate } from '../common/calendar-date';

/** Type 1 tests design at one date; Type 2 tests design and operation over a period. */
export const SOC2_KINDS = ['soc2_type_1', 'soc2_type_2'] as const;
export type Soc2Kind = (typeof SOC2_KINDS)[number];

export const SOC2_OPINIONS = ['unqualified', 'qualified', 'adverse', 'disclaimer'] as const;
export type Soc2Opinion = (typeof SOC2_OPINIONS)[number];

export const TRUST_SERVICES_CATEGORIES = [
  'security',
  'availability',
  'processing_integrity',
  'confidentiality',
  'privacy',
] as const;
export type TrustServicesCategory = (typeof TRUST_SERVICES_CATEGORIES)[number];

export class Soc2ExceptionFields {
  @TextField({
    description: 'Trust services criterion, as printed in the report.',
    example: 'CC6.1',
    maxLength: 20,
  })
  criterion: string;

  @TextField({
    description: 'What the auditor found, in a sentence.',
    example: 'Two of 25 leavers kept access for a week.',
    maxLength: 1000,
  })
  summary: string;
}

export class Soc2ReportFields {
  @ChoiceField(SOC2_KINDS, { description: 'Type of report.', example: 'soc2_type_2' })
  kind: Soc2Kind;

  @ChoiceField(SOC2_OPINIONS, { description: "The service auditor's opinion." })
  opinion: Soc2Opinion;

  @TextField({ description: 'CPA firm that signed.', example: 'Alder & Finch CPAs LLP', maxLength: 200 })
  auditor: string;

  @KeyListField({
    description: 'Keys of the services inside the scope of the report.',
    example: ['northlight-scribe'],
  })
  services: string[];

  @DateField({ description: 'First day of the period (Type 2).', optional: true, example: '2025-07-01' })
  periodStart?: CalendarDate | null;

  @DateField({
    description: 'Last day of the period (Type 2), or the date of the report (Type 1). Age counts from here.',
    example: '2026-06-30',
  })
  periodEnd: CalendarDate;

  @DateField({
    description: 'Last day that a bridge letter of the management covers.',
    optional: true,
    example: '2026-09-30',
  })
  bridgeLetterUntil?: CalendarDate | null;

  @ChoicesField(TRUST_SERVICES_CATEGORIES, {
    description: 'Trust services categories examined; security is always among them.',
    example: ['security', 'confidentiality'],
    minItems: 1,
  })
  categories: TrustServicesCategory[];

  @TextListField({
    description: 'Criteria that a qualified opinion excepts.',
    optional: true,
    example: ['CC6.1'],
    maxLength: 20,
    maxItems: 100,
  })
  qualifiedCriteria?: string[] | null;

  @RecordListField(() => Soc2ExceptionFields, {
    description: 'Exceptions in the tests of controls.',
    optional: true,
    maxItems: 200,
  })
  exceptions?: Soc2ExceptionFields[] | null;
}
