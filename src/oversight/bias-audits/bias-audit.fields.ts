// An audit for unequal results: the outcome of one use of AI counted for groups of people, against a threshold that was set beforehand. Groups are named and
// counted; nobody in them is.
import type { CalendarDate } from '../../common/calendar-date';
import {
  ChoiceField,
  DateField,
  IntegerField,
  KeyListField,
  RecordListField,
  TextField,
} from '../../common/fields';
import { GROUP_DIMENSIONS, OUTPUT_KINDS, type GroupDimension, type OutputKind } from '../oversight-words';

const MOST_COUNTED = 10_000_000;

export class CountedGroupFields {
  @ChoiceField(GROUP_DIMENSIONS, { description: 'By what the group is told apart.', example: 'insurance' })
  dimension: GroupDimension;

  @TextField({
    description: 'What the group is called. A group of people, never a person.',
    example: 'Public insurance',
    maxLength: 80,
  })
  group: string;

  @IntegerField({
    description: 'How many people of the group, or decisions about them, were counted.',
    example: 64,
    minimum: 0,
    maximum: MOST_COUNTED,
  })
  people: number;

  @IntegerField({
    description: 'For how many of them it came out well, as the measure says.',
    example: 41,
    minimum: 0,
    maximum: MOST_COUNTED,
  })
  wellServed: number;
}

export class BiasAuditFields {
  @ChoiceField(OUTPUT_KINDS, { description: 'What the AI put out or decided.', example: 'appointment' })
  output: OutputKind;

  @TextField({
    description: 'What counts as coming out well, said so that somebody else would count the same.',
    example: 'A first appointment offered within seven days',
    maxLength: 300,
  })
  measure: string;

  @TextField({
    description: 'How it was done: from what the counts come, and what was left out.',
    example: 'All requests of the quarter, counted from the schedule, without those that the caller put off.',
    maxLength: 2000,
  })
  method: string;

  @TextField({
    description: 'Who did the audit: name and role.',
    example: 'Priya Anand, Clinical director',
    maxLength: 200,
  })
  doneBy: string;

  @DateField({ description: 'First day of the period that was counted.', example: '2026-07-01' })
  periodStart: CalendarDate;

  @DateField({ description: 'Last day of that period.', example: '2026-09-30' })
  periodEnd: CalendarDate;

  @DateField({ description: 'Day on which the audit was done.', example: '2026-10-08' })
  doneOn: CalendarDate;

  @IntegerField({
    description: 'Groups of fewer are not compared: too few people say nothing.',
    example: 30,
    minimum: 2,
    maximum: 100_000,
  })
  smallestGroup: number;

  @IntegerField({
    description:
      'Percent: a lowest rate below so much of the highest counts as a difference. Set by the practice; no rule of HIPAA sets one.',
    example: 80,
    minimum: 1,
    maximum: 100,
  })
  thresholdPercent: number;

  @DateField({
    description: 'Day on which threshold and smallest group were set: not after the audit.',
    example: '2026-06-20',
  })
  thresholdSetOn: CalendarDate;

  @RecordListField(() => CountedGroupFields, {
    description: 'The groups that were compared, each once, at least two for each dimension.',
    minItems: 2,
    maxItems: 100,
  })
  groups: CountedGroupFields[];

  @TextField({
    description: 'What was found, in words. Never the name of a client.',
    example: 'People with public insurance were offered a first appointment within seven days less often.',
    maxLength: 4000,
  })
  findings: string;

  @TextField({
    description: 'What the AI missed of language, culture or ways of life, where somebody looked for it.',
    example: 'Requests in Spanish were answered in English twice.',
    optional: true,
    maxLength: 2000,
  })
  cultureMissed?: string | null;

  @TextField({
    description: 'What is done because of it. Left out only where no difference was found.',
    example: 'The rule that puts paid requests first was switched off; counted again in January.',
    optional: true,
    maxLength: 4000,
  })
  actions?: string | null;

  @DateField({
    description:
      'Day of the next audit, where one was agreed on; else the interval of the obligation counts.',
    example: '2027-01-08',
    optional: true,
  })
  nextOn?: CalendarDate | null;

  @KeyListField({
    description: 'Keys of the evidence that shows it.',
    example: ['northlight-security-overview'],
    optional: true,
    maxItems: 50,
  })
  evidenceKeys?: string[] | null;
}
