// An agreement with a vendor: its dates, what it covers and a verdict for each provision read in it. Dates are facts; the state on a
// day (requested, signed, in force, lapsed ...) follows from them in state-on-date.ts and is never typed in.
import {
  BooleanField,
  ChoiceField,
  DateField,
  IntegerField,
  KeyField,
  KeyListField,
  RecordField,
  RecordListField,
  TextField,
} from '../common/fields';
import type { CalendarDate } from '../common/calendar-date';
import { AmendmentFields } from './amendment.fields';
import { CoverageLimitFields } from './coverage-limit.fields';
import { NoticePeriodFields } from './notice-period.fields';
import { ProvisionVerdictFields } from './provision.fields';
import { IncorporatedDocumentFields, SignatureFields } from './signing.fields';

export {
  PROVISION_IDS,
  PROVISION_VERDICTS,
  ProvisionVerdictFields,
  type ProvisionId,
  type ProvisionVerdict,
} from './provision.fields';

export const AGREEMENT_KINDS = [
  'business_associate_agreement',
  'qualified_service_organization_agreement',
] as const;
export type AgreementKind = (typeof AGREEMENT_KINDS)[number];

export class AgreementFields {
  @ChoiceField(AGREEMENT_KINDS, { description: 'Kind of agreement.' })
  kind: AgreementKind;

  @TextField({
    description: 'Title of the document.',
    example: 'Business Associate Agreement 2026',
    maxLength: 200,
  })
  title: string;

  @KeyListField({
    description: 'Keys of the services that the agreement covers.',
    example: ['northlight-scribe'],
  })
  services: string[];

  @RecordListField(() => CoverageLimitFields, {
    description: 'Limits of the coverage, one a service: some plans only, some flows only.',
    optional: true,
    maxItems: 200,
  })
  coverageLimits?: CoverageLimitFields[] | null;

  @BooleanField({
    description:
      'Does a business associate agreement also hold the terms of a qualified service organization (42 CFR 2.11, 2.12(c)(4))?',
    optional: true,
    example: false,
  })
  includesQsoaTerms?: boolean | null;

  @DateField({ description: 'Day on which it was asked for.', optional: true, example: '2025-12-01' })
  requestedOn?: CalendarDate | null;

  @DateField({ description: 'Day on which a draft was sent.', optional: true, example: '2025-12-08' })
  sentOn?: CalendarDate | null;

  @DateField({
    description: 'Day since which its wording is negotiated.',
    optional: true,
    example: '2025-12-15',
  })
  negotiatingSince?: CalendarDate | null;

  @DateField({
    description: 'Date of the last signature; leave out while unsigned.',
    optional: true,
    example: '2026-01-15',
  })
  signedOn?: CalendarDate | null;

  @DateField({
    description: 'First day in force; the signature date when left out.',
    optional: true,
    example: '2026-01-15',
  })
  effectiveOn?: CalendarDate | null;

  @DateField({
    description:
      'Last day in force, or of the first term when it renews by itself; leave out when it runs until terminated.',
    optional: true,
    example: '2027-01-14',
  })
  endsOn?: CalendarDate | null;

  @BooleanField({
    description: 'Does it renew by itself at the end of each term?',
    optional: true,
    example: false,
  })
  autoRenews?: boolean | null;

  @IntegerField({
    description: 'Months by which it renews.',
    optional: true,
    example: 12,
    minimum: 1,
    maximum: 120,
  })
  renewalTermMonths?: number | null;

  @IntegerField({
    description: 'Days before the end of a term by which a party must say that it leaves.',
    optional: true,
    example: 60,
    minimum: 0,
    maximum: 730,
  })
  noticeDaysToLeave?: number | null;

  @DateField({
    description: 'First day on which it was no longer in force because a party ended it.',
    optional: true,
    example: '2026-08-31',
  })
  terminatedOn?: CalendarDate | null;

  @KeyField({
    description: 'Key of the agreement with the same vendor that took its place.',
    optional: true,
    example: 'northlight-baa-2027',
  })
  supersededBy?: string | null;

  @DateField({
    description: 'First day on which the other agreement took its place.',
    optional: true,
    example: '2027-01-15',
  })
  supersededOn?: CalendarDate | null;

  @TextField({
    description: 'Legal name under which the vendor signs.',
    example: 'Northlight Notes, Inc.',
    optional: true,
    maxLength: 200,
  })
  vendorEntity?: string | null;

  @TextField({
    description: 'Legal name under which the practice signs.',
    example: 'Harbor Light Counseling, PLLC',
    optional: true,
    maxLength: 200,
  })
  practiceEntity?: string | null;

  @RecordListField(() => SignatureFields, {
    description: 'Who signed, for whom and when.',
    optional: true,
    maxItems: 20,
  })
  signatures?: SignatureFields[] | null;

  @KeyListField({
    description: 'Keys of the evidence that holds the document.',
    optional: true,
    example: ['northlight-baa-2026-signed'],
  })
  evidenceKeys?: string[] | null;

  @RecordListField(() => IncorporatedDocumentFields, {
    description: 'Documents that it makes part of itself, such as terms named by a link.',
    optional: true,
    maxItems: 50,
  })
  incorporatedDocuments?: IncorporatedDocumentFields[] | null;

  @IntegerField({
    description: 'Hours within which the vendor must tell the practice of a breach.',
    optional: true,
    example: 72,
    minimum: 1,
    maximum: 8760,
  })
  breachNoticeHours?: number | null;

  @RecordField(() => NoticePeriodFields, {
    description: 'The other periods that it names, as numbers.',
    optional: true,
  })
  noticePeriods?: NoticePeriodFields | null;

  @RecordListField(() => ProvisionVerdictFields, {
    description: 'A verdict per provision read; a provision not listed has not been read.',
    optional: true,
    maxItems: 100,
  })
  provisions?: ProvisionVerdictFields[] | null;

  @RecordListField(() => AmendmentFields, {
    description: 'Amendments. They count in order of the days from which they are signed and effective.',
    optional: true,
    maxItems: 100,
  })
  amendments?: AmendmentFields[] | null;
}
