// A measured figure of a tool over a period, beside what was promised. Whether the promise was kept is worked out (promise-kept.ts) and never typed in.
import type { CalendarDate } from '../../common/calendar-date';
import {
  ChoiceField,
  DateField,
  IntegerField,
  KeyField,
  KeyListField,
  NumberField,
  TextField,
} from '../../common/fields';
import {
  CREDIT_STATES,
  FIGURE_KINDS,
  FIGURE_SCOPES,
  MEASURERS,
  type CreditState,
  type FigureKind,
  type FigureScope,
  type Measurer,
} from '../oversight-words';
import { FIGURE_UNITS, type FigureUnit } from './promise-kept';

export class PerformanceMeasurementFields {
  @ChoiceField(FIGURE_KINDS, { description: 'What was measured.' })
  figure: FigureKind;

  @NumberField({ description: 'The number, in the unit.', example: 99.71, minimum: 0, maximum: 1000000000 })
  measured: number;

  @ChoiceField(FIGURE_UNITS, { description: 'Unit of the number.' })
  unit: FigureUnit;

  @ChoiceField(FIGURE_SCOPES, { description: 'What the number says of the period.' })
  scope: FigureScope;

  @IntegerField({
    description:
      'Of how many cases it was made: notes, calls, alarms; leave out where it is no count of cases.',
    example: 44640,
    optional: true,
    minimum: 1,
    maximum: 1000000000,
  })
  cases?: number | null;

  @TextField({
    description: 'The group of people that it is about; leave out when it is about all. Never a person.',
    example: 'Sessions in Spanish',
    optional: true,
    maxLength: 80,
  })
  group?: string | null;

  @DateField({ description: 'First day of the period.', example: '2026-10-01' })
  periodStart: CalendarDate;

  @DateField({ description: 'Last day of the period.', example: '2026-10-31' })
  periodEnd: CalendarDate;

  @ChoiceField(MEASURERS, { description: 'Who measured it.', example: 'practice' })
  measuredBy: Measurer;

  @TextField({
    description: 'How it was measured, and with which version of the model where that is known.',
    example: 'A request a minute from the office, counted by a monitor; model version 4.2',
    optional: true,
    maxLength: 1000,
  })
  method?: string | null;

  @KeyField({
    description: 'Key of the service level that it is held against; leave out when nothing was promised.',
    example: 'scribe-availability',
    optional: true,
  })
  serviceLevel?: string | null;

  @ChoiceField(CREDIT_STATES, {
    description: 'Where the promise was not kept: how it stands with the credit.',
    example: 'claimed',
    optional: true,
  })
  credit?: CreditState | null;

  @DateField({
    description: 'Day on which the credit was claimed.',
    example: '2026-11-05',
    optional: true,
  })
  creditClaimedOn?: CalendarDate | null;

  @TextField({
    description: 'How much was claimed or received, in words.',
    example: '10 percent of the fee of October',
    optional: true,
    maxLength: 300,
  })
  creditNote?: string | null;

  @TextField({
    description: 'What follows from it. Never the name of a client.',
    example: 'Brought up in the review with the vendor; measured again in November.',
    optional: true,
    maxLength: 2000,
  })
  note?: string | null;

  @KeyListField({
    description: 'Keys of the evidence that shows it.',
    example: ['northlight-security-overview'],
    optional: true,
    maxItems: 50,
  })
  evidenceKeys?: string[] | null;
}
