// The financial standing of a vendor on a date: whether it is likely to be there next year, and what pays when something goes wrong.
import { BooleanField, ChoiceField, DateField, IntegerField, RecordField, TextField } from '../common/fields';
import type { CalendarDate } from '../common/calendar-date';
import { BASES, YES_NO_UNKNOWN, type Basis, type YesNoUnknown } from '../common/words';

export const OWNERSHIPS = [
  'founders',
  'venture_capital',
  'private_equity',
  'publicly_traded',
  'subsidiary',
  'nonprofit',
  'government',
  'other',
  'unknown',
] as const;
export type Ownership = (typeof OWNERSHIPS)[number];

const DOLLARS = { optional: true, minimum: 0, maximum: 1000000000000 } as const;

export class VendorInsuranceFields {
  @IntegerField({
    description: 'Limit of the cyber liability insurance, in US dollars (0: none); leave out when unknown.',
    example: 5000000,
    ...DOLLARS,
  })
  cyberLimitUsd?: number | null;

  @IntegerField({
    description:
      'Limit of the professional liability (errors and omissions) insurance, in US dollars (0: none); leave out when unknown.',
    example: 2000000,
    ...DOLLARS,
  })
  professionalLimitUsd?: number | null;
}

export class FinancialStandingFields {
  @DateField({ description: 'Date as of which this stands.', example: '2026-09-30' })
  asOf: CalendarDate;

  @IntegerField({
    description: 'Full years in business; leave out when unknown.',
    example: 6,
    optional: true,
    minimum: 0,
    maximum: 500,
  })
  yearsInBusiness?: number | null;

  @ChoiceField(OWNERSHIPS, { description: 'Who owns the company.', example: 'venture_capital' })
  ownership: Ownership;

  @TextField({
    description: 'How it is funded: rounds, dates, investors; leave out when unknown.',
    example: 'Second round of 2025-04, 18 million US dollars',
    optional: true,
    maxLength: 1000,
  })
  funding?: string | null;

  @ChoiceField(YES_NO_UNKNOWN, { description: 'Did it make a profit in its last full year?' })
  profitable: YesNoUnknown;

  @BooleanField({
    description: 'Has the practice, or somebody for it, seen audited statements?',
    example: false,
  })
  auditedStatementsSeen: boolean;

  @IntegerField({
    description:
      'Months that the money lasts at the present rate; leave out when unknown or when it makes a profit.',
    example: 20,
    optional: true,
    minimum: 0,
    maximum: 600,
  })
  runwayMonths?: number | null;

  @RecordField(() => VendorInsuranceFields, {
    description: 'Insurance that the vendor holds.',
    optional: true,
  })
  insurance?: VendorInsuranceFields | null;

  @ChoiceField(BASES, { description: 'How this is known.', example: 'documented' })
  basis: Basis;

  @TextField({
    description: 'Where it is from: a document, a conversation, a register.',
    example: 'Letter of the finance director, 2026-10-02',
    optional: true,
    maxLength: 500,
  })
  source?: string | null;
}
