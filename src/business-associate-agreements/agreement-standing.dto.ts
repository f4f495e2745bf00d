// How an agreement stands on a date, as the API answers with it: worked out, never stored.
import {
  ChoiceField,
  DateField,
  IntegerField,
  KeyListField,
  RecordField,
  RecordListField,
} from '../common/fields';
import type { CalendarDate } from '../common/calendar-date';
import type { AgreementTerms } from './agreement-editions';
import { CoverageLimitFields } from './coverage-limit.fields';
import { NoticePeriodFields } from './notice-period.fields';
import { ProvisionVerdictFields } from './provision.fields';
import { AGREEMENT_STATES, type AgreementStanding, type AgreementState } from './state-on-date';

export class AgreementTermsResponse {
  @KeyListField({
    description: 'Keys of the services covered.',
    example: ['northlight-scribe'],
    maxItems: 1000,
  })
  services: string[];

  @RecordListField(() => CoverageLimitFields, { description: 'Limits of the coverage.', maxItems: 1000 })
  coverageLimits: CoverageLimitFields[];

  @IntegerField({
    description: 'Hours of the breach notice; null when none is named.',
    optional: true,
    minimum: 1,
    maximum: 8760,
    example: 72,
  })
  breachNoticeHours: number | null;

  @RecordField(() => NoticePeriodFields, { description: 'The other periods named.' })
  noticePeriods: NoticePeriodFields;

  @RecordListField(() => ProvisionVerdictFields, { description: 'Verdicts, by provision.', maxItems: 100 })
  provisions: ProvisionVerdictFields[];

  @KeyListField({
    description: 'Keys of the amendments that count, in the order in which they do.',
    example: ['first-amendment'],
    maxItems: 100,
  })
  amendments: string[];
}

export class AgreementStandingResponse {
  @DateField({ description: "The date; today in the practice's time zone unless `asOf` names another." })
  asOf: CalendarDate;

  @ChoiceField(AGREEMENT_STATES, {
    description:
      'State on the date, worked out from the dates on record; null when nothing had happened by then.',
    optional: true,
    example: 'in_force',
  })
  state: AgreementState | null;

  @DateField({
    description: 'First day of the unbroken time in force.',
    optional: true,
    example: '2026-01-15',
  })
  inForceSince: CalendarDate | null;

  @DateField({ description: 'Last day of the term that runs.', optional: true, example: '2027-01-14' })
  termEndsOn: CalendarDate | null;

  @DateField({
    description: 'Last day on which notice to leave is in time, when it renews by itself.',
    optional: true,
    example: '2026-11-15',
  })
  leaveNoticeBy: CalendarDate | null;

  @RecordField(() => AgreementTermsResponse, {
    description: 'What it says on the date, amendments included; null when it is not in force.',
    optional: true,
  })
  terms: AgreementTermsResponse | null;
}

export function standingResponse({ terms, ...standing }: AgreementStanding): AgreementStandingResponse {
  return { ...standing, terms: terms && termsResponse(terms) };
}

function termsResponse(terms: AgreementTerms): AgreementTermsResponse {
  return {
    services: [...terms.services].sort(),
    coverageLimits: [...terms.coverageLimits.values()],
    breachNoticeHours: terms.breachNoticeHours,
    noticePeriods: terms.noticePeriods,
    provisions: [...terms.verdicts]
      .map(([provision, { verdict, reference }]) => ({ provision, verdict, reference }))
      .sort((first, second) => (first.provision < second.provision ? -1 : 1)),
    amendments: [...terms.amendments],
  };
}
