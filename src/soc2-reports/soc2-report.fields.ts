// A SOC 2 report on a vendor's services: an attestation by a CPA firm, not a certification and not a HIPAA requirement.
import {
  BooleanField,
  ChoiceField,
  ChoicesField,
  DateField,
  KeyListField,
  RecordField,
  RecordListField,
  TextField,
  TextListField,
} from '../common/fields';
import type { CalendarDate } from '../common/calendar-date';
import { YES_NO_UNKNOWN, type YesNoUnknown } from '../common/words';
import { BridgeLetterFields } from './bridge-letter.fields';
import { ReportDescriptionFields } from './report-description.fields';
import { ReportReviewFields } from './report-review.fields';
import {
  SOC2_KINDS,
  SOC2_OPINIONS,
  TRUST_SERVICES_CATEGORIES,
  type Soc2Kind,
  type Soc2Opinion,
  type TrustServicesCategory,
} from './soc2-words';
import { SubserviceControlFields, SubserviceOrganizationFields } from './subservice-organization.fields';
import { Soc2ExceptionFields, UntestedControlFields } from './tests-of-controls.fields';
import { UserEntityControlFields } from './user-entity-control.fields';

export * from './soc2-words';
export { BridgeLetterFields, ReportReviewFields, Soc2ExceptionFields, UserEntityControlFields };
export { SubserviceControlFields, SubserviceOrganizationFields, UntestedControlFields };

export class Soc2ReportFields extends ReportDescriptionFields {
  @ChoiceField(SOC2_KINDS, {
    description:
      'Which document this really is. Type 1 tests design at one date, Type 2 design and operation over a period; "soc2_plus" has further subject matter and counts as the one or the other by its period. The rest are no SOC 2 reports and earn nothing as one.',
    example: 'soc2_type_2',
  })
  kind: Soc2Kind;

  @BooleanField({
    description: 'A draft earns nothing. Left out: it is final.',
    optional: true,
    example: false,
  })
  isDraft?: boolean | null;

  @ChoiceField(SOC2_OPINIONS, {
    description:
      'The service auditor\'s opinion; "not_found" where the document, or the copy received, holds none.',
  })
  opinion: Soc2Opinion;

  @TextField({
    description: 'The paragraph on which a modified opinion rests, in words of your own.',
    optional: true,
    maxLength: 4000,
  })
  opinionBasis?: string | null;

  @TextField({
    description: 'Firm that signed; for a letter of the management, the vendor.',
    example: 'Alder & Finch CPAs LLP',
    maxLength: 200,
  })
  auditor: string;

  @ChoiceField(YES_NO_UNKNOWN, {
    description: 'Is it a licensed CPA firm, found in a register? Only yes earns credit.',
    example: 'yes',
    optional: true,
  })
  licensedCpaFirm?: YesNoUnknown | null;

  @ChoiceField(YES_NO_UNKNOWN, {
    description: 'Is the firm independent of whoever runs the compliance tool of the vendor?',
    optional: true,
  })
  auditorIndependent?: YesNoUnknown | null;

  @KeyListField({
    description: 'Keys of the services inside the scope of the report.',
    example: ['northlight-scribe'],
  })
  services: string[];

  @DateField({ description: 'First day of the period (Type 2).', optional: true, example: '2025-07-01' })
  periodStart?: CalendarDate | null;

  @DateField({
    description:
      'Last day of the period (Type 2), or the as-of date (Type 1, and any document of one date). Age counts from here.',
    example: '2026-06-30',
  })
  periodEnd: CalendarDate;

  @DateField({ description: "Date of the auditor's signature.", optional: true, example: '2026-08-14' })
  issuedOn?: CalendarDate | null;

  @DateField({ description: 'When the next report is expected.', optional: true, example: '2027-08-31' })
  nextReportExpectedOn?: CalendarDate | null;

  @DateField({
    description: 'For a Type 1: when a Type 2 is planned.',
    optional: true,
    example: '2027-06-30',
  })
  type2PlannedOn?: CalendarDate | null;

  @DateField({
    description:
      'Last day that a bridge letter of the management covers: the short form, for when nothing else is known of it. Where bridgeLetters are listed, they count.',
    optional: true,
    example: '2026-09-30',
  })
  bridgeLetterUntil?: CalendarDate | null;

  @RecordListField(() => BridgeLetterFields, {
    description: 'Bridge letters received.',
    optional: true,
    maxItems: 20,
  })
  bridgeLetters?: BridgeLetterFields[] | null;

  @ChoicesField(TRUST_SERVICES_CATEGORIES, {
    description:
      'Trust services categories examined; security is always among them. Empty for what is no SOC 2 report.',
    example: ['security', 'confidentiality'],
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
    description:
      'Exceptions in the tests of controls; an empty list when the report notes none. Left out, they have not been read and the report earns nothing.',
    optional: true,
    maxItems: 200,
  })
  exceptions?: Soc2ExceptionFields[] | null;

  @RecordListField(() => UntestedControlFields, {
    description: 'Controls that could not be tested, such as those that did not operate in the period.',
    optional: true,
    maxItems: 200,
  })
  controlsNotTested?: UntestedControlFields[] | null;

  @RecordListField(() => UserEntityControlFields, {
    description:
      'Complementary user entity controls: what the practice must do for the report to hold; an empty list when the report names none. Left out, they have not been read and the report earns nothing.',
    optional: true,
    maxItems: 200,
  })
  userEntityControls?: UserEntityControlFields[] | null;

  @RecordListField(() => SubserviceOrganizationFields, {
    description:
      'Subservice organizations; an empty list when the report names none. Left out, the report earns nothing on how the vendor minds its own vendors.',
    optional: true,
    maxItems: 100,
  })
  subserviceOrganizations?: SubserviceOrganizationFields[] | null;

  @RecordListField(() => SubserviceControlFields, {
    description: 'Controls that the report assumes at the subservice organizations.',
    optional: true,
    maxItems: 200,
  })
  subserviceControls?: SubserviceControlFields[] | null;

  @RecordField(() => ReportReviewFields, {
    description: 'What the practice concluded from the report.',
    optional: true,
  })
  review?: ReportReviewFields | null;
}
