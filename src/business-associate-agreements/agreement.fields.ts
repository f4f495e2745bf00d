// An agreement with a vendor: its dates, what it covers and a verdict for each provision read in it.
import {
  ChoiceField,
  DateField,
  IntegerField,
  KeyListField,
  RecordListField,
  TextField,
} from '../common/fields';
import type { CalendarDate } from '../common/calendar-date';

export const AGREEMENT_KINDS = [
  'business_associate_agreement',
  'qualified_service_organization_agreement',
] as const;
export type AgreementKind = (typeof AGREEMENT_KINDS)[number];

/** What a careful reader found: `weak` is there with a carve-out, `contradicted` means that another term takes it back. */
export const PROVISION_VERDICTS = ['present', 'weak', 'missing', 'contradicted', 'needs_counsel'] as const;
export type ProvisionVerdict = (typeof PROVISION_VERDICTS)[number];

export const PROVISION_IDS = [
  'BAA-R05',
  'BAA-R06',
  'BAA-R12',
  'BAA-R15',
  'BAA-R16',
  'BAA-A01',
  'BAA-A04',
  'BAA-A06',
  'BAA-A09',
  'BAA-A12',
  'BAA-A13',
  'BAA-A18',
  'BAA-A27',
  'BAA-A30',
] as const;
export type ProvisionId = (typeof PROVISION_IDS)[number];

export class ProvisionVerdictFields {
  @ChoiceField(PROVISION_IDS, {
    description: 'Provision, by its id in catalogs/agreement-provisions.yaml.',
    example: 'BAA-A01',
  })
  provision: ProvisionId;

  @ChoiceField(PROVISION_VERDICTS, { description: 'What the reader found.', example: 'present' })
  verdict: ProvisionVerdict;

  @TextField({
    description: 'Where in the agreement.',
    example: 'section 4.2',
    optional: true,
    maxLength: 300,
  })
  reference?: string | null;
}

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
    description: 'Last day in force; leave out when it runs until terminated.',
    optional: true,
    example: '2027-01-14',
  })
  endsOn?: CalendarDate | null;

  @DateField({ description: 'Day on which it was terminated early.', optional: true, example: '2026-08-31' })
  terminatedOn?: CalendarDate | null;

  @IntegerField({
    description: 'Hours within which the vendor must tell the practice of a breach or incident.',
    optional: true,
    example: 72,
    minimum: 1,
    maximum: 8760,
  })
  breachNoticeHours?: number | null;

  @RecordListField(() => ProvisionVerdictFields, {
    description: 'A verdict per provision read; a provision not listed has not been read.',
    optional: true,
    maxItems: 100,
  })
  provisions?: ProvisionVerdictFields[] | null;
}
