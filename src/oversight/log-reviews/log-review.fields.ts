// A review of a log: somebody went through what a tool or its users did (45 CFR 164.308(a)(1)(ii)(D) asks for regular review and sets no interval). Counts and
// kinds; an entry of the log itself never stands here.
import type { CalendarDate } from '../../common/calendar-date';
import {
  ChoiceField,
  DateField,
  IntegerField,
  KeyField,
  KeyListField,
  RecordListField,
  TextField,
} from '../../common/fields';
import {
  ANOMALY_KINDS,
  ENTRY_CHOICES,
  LOG_KINDS,
  type AnomalyKind,
  type EntryChoice,
  type LogKind,
} from '../oversight-words';

const MOST_ENTRIES = 1_000_000_000;

export class AnomalyFields {
  @ChoiceField(ANOMALY_KINDS, { description: 'What was odd.', example: 'unknown_device' })
  kind: AnomalyKind;

  @IntegerField({
    description: 'In how many of the entries that were looked at.',
    example: 3,
    minimum: 1,
    maximum: MOST_ENTRIES,
  })
  found: number;

  @IntegerField({
    description: 'How many of them are not cleared up yet; 0 when all are.',
    example: 0,
    minimum: 0,
    maximum: MOST_ENTRIES,
  })
  open: number;
}

export class LogReviewFields {
  @ChoiceField(LOG_KINDS, { description: 'Which log was gone through.', example: 'ai_decisions' })
  log: LogKind;

  @DateField({ description: 'First day of the period that was gone through.', example: '2026-10-01' })
  periodStart: CalendarDate;

  @DateField({ description: 'Last day of that period.', example: '2026-10-31' })
  periodEnd: CalendarDate;

  @DateField({ description: 'Day on which it was gone through.', example: '2026-11-04' })
  doneOn: CalendarDate;

  @TextField({
    description: 'Who went through it: name and role.',
    example: 'Dana Whitfield, Security official',
    maxLength: 200,
  })
  doneBy: string;

  @IntegerField({
    description: 'How many entries the log has of the period.',
    example: 412,
    minimum: 0,
    maximum: MOST_ENTRIES,
  })
  entries: number;

  @IntegerField({
    description: 'How many of them were looked at.',
    example: 60,
    minimum: 0,
    maximum: MOST_ENTRIES,
  })
  lookedAt: number;

  @ChoiceField(ENTRY_CHOICES, { description: 'How those were chosen.', example: 'at_random' })
  chosen: EntryChoice;

  @RecordListField(() => AnomalyFields, {
    description: 'What was odd, by kind, each once; an empty list when nothing was.',
    maxItems: ANOMALY_KINDS.length,
  })
  anomalies: AnomalyFields[];

  @TextField({
    description: 'What followed. Asked for where something was odd. Never the name of a client.',
    example: 'All three were a new telephone of a clinician; it is on the list of devices now.',
    optional: true,
    maxLength: 4000,
  })
  followUp?: string | null;

  @KeyField({
    description: 'Key of the incident that it led to; leave out when to none.',
    example: 'draft-shown-2026-09',
    optional: true,
  })
  incident?: string | null;

  @DateField({
    description:
      'Day of the next review, where one was agreed on; else the interval of the obligation counts.',
    example: '2026-12-04',
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
