import type { CalendarDate } from '../common/calendar-date';
import {
  ChoiceField,
  ChoicesField,
  DateField,
  IntegerField,
  KeyField,
  RecordField,
  RecordListField,
  TextField,
} from '../common/fields';
import { BREACH_VERDICTS, type BreachVerdict } from '../incidents/breach-standing';
import { DISCOVERY_GROUNDS, type DiscoveryGround } from '../incidents/discovery';
import { DUTY_REASONS, DUTY_STATES, type DutyReason, type DutyState } from '../incidents/duty-standing';
import {
  BREACH_FACTORS,
  INCIDENT_DUTIES,
  JURISDICTIONS,
  type BreachFactor,
  type IncidentDuty,
  type Jurisdiction,
} from '../incidents/incident-words';

const MOST_DAYS = 200_000;
const YEAR_OF_HOURS = 8760;
const MOST_DUTIES = INCIDENT_DUTIES.length + 2 * JURISDICTIONS.length + 2;

export class DutyTermResponse {
  @KeyField({ description: 'Key of the agreement that names the time.', example: 'northlight-baa-2026' })
  agreement: string;

  @IntegerField({ description: 'Hours that it names.', example: 72, minimum: 0, maximum: YEAR_OF_HOURS })
  hours: number;
}

export class DutyResponse {
  @ChoiceField(INCIDENT_DUTIES, { description: 'What is owed: catalogs/breach-notification.yaml words it.' })
  duty: IncidentDuty;

  @TextField({
    description: 'What is owed, in words.',
    maxLength: 200,
    example: 'Tell each person concerned',
  })
  title: string;

  @ChoiceField(JURISDICTIONS, {
    description: 'Of what is owed state by state, the state; null elsewhere, and where it is not known.',
    optional: true,
    example: 'IL',
  })
  state: Jurisdiction | null;

  @ChoiceField(DUTY_STATES, { description: 'How it stands today.', example: 'open' })
  standing: DutyState;

  @ChoiceField(DUTY_REASONS, { description: 'Why, or what its day rests on.', example: 'presumed_breach' })
  reason: DutyReason;

  @DateField({ description: 'First day of its time; null where it is not due.', optional: true })
  since: CalendarDate | null;

  @DateField({
    description: 'Last day of its time, an outer limit; null where none is set.',
    optional: true,
  })
  dueOn: CalendarDate | null;

  @DateField({ description: 'Day on which it was done.', optional: true })
  doneOn: CalendarDate | null;

  @IntegerField({
    description: 'Days until dueOn, negative once it is past; null where nothing runs.',
    optional: true,
    example: 20,
    minimum: -MOST_DAYS,
    maximum: MOST_DAYS,
  })
  daysLeft: number | null;

  @RecordField(() => DutyTermResponse, {
    description: 'The term of an agreement on which the day rests.',
    optional: true,
  })
  term: DutyTermResponse | null;
}

export class IncidentClocksResponse {
  @DateField({ description: "Today in the practice's time zone, for which this holds." })
  asOf: CalendarDate;

  @DateField({ description: 'Day on which the incident counts as discovered (45 CFR 164.404(a)(2)).' })
  discoveredOn: CalendarDate;

  @ChoiceField(DISCOVERY_GROUNDS, { description: 'Why that day counts.', example: 'known' })
  ground: DiscoveryGround;

  @ChoiceField(BREACH_VERDICTS, {
    description: 'What it counts as (45 CFR 164.402).',
    example: 'presumed_breach',
  })
  verdict: BreachVerdict;

  @ChoicesField(BREACH_FACTORS, { description: 'Factors without a finding and its reason.' })
  openFactors: BreachFactor[];

  @RecordListField(() => DutyResponse, { description: 'What the practice owes.', maxItems: MOST_DUTIES })
  practice: DutyResponse[];

  @RecordListField(() => DutyResponse, {
    description: 'What the vendor owes the practice; none where no vendor is named.',
    maxItems: MOST_DUTIES,
  })
  vendor: DutyResponse[];
}
