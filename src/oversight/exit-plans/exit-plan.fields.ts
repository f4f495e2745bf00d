// The practice's own plan for leaving a service, one a service, with its trials. What the vendor promises of it are exit terms (src/exit-terms); that data is returned
// or destroyed at the end is asked of the agreement (45 CFR 164.504(e)(2)(ii)(J)).
import type { CalendarDate } from '../../common/calendar-date';
import {
  ChoiceField,
  DateField,
  IntegerField,
  KeyField,
  RecordListField,
  TextField,
  TextListField,
} from '../../common/fields';
import { TRIAL_RESULTS, type TrialResult } from '../oversight-words';

export class ExitTrialFields {
  @DateField({ description: 'Day on which it was tried.', example: '2026-09-12' })
  triedOn: CalendarDate;

  @ChoiceField(TRIAL_RESULTS, { description: 'How it came out.' })
  result: TrialResult;

  @TextField({
    description: 'What was taken out and whether it could be read. Never the name of a client.',
    example: 'All notes of one month as PDF and CSV; read back in the other system.',
    optional: true,
    maxLength: 1000,
  })
  found?: string | null;

  @KeyField({
    description: 'Key of the evidence that shows it.',
    example: 'northlight-security-overview',
    optional: true,
  })
  evidence?: string | null;
}

export class ExitPlanFields {
  @TextField({
    description: 'Who answers for leaving: name and role.',
    example: 'Dana Whitfield, Security official',
    maxLength: 200,
  })
  answersFor: string;

  @TextField({
    description: 'Where the records go: the system or place that takes them.',
    example: 'The record system of the practice, as documents of each client',
    optional: true,
    maxLength: 500,
  })
  goesTo?: string | null;

  @TextListField({
    description: 'Formats in which they are taken along.',
    example: ['PDF', 'CSV'],
    optional: true,
    maxLength: 100,
    maxItems: 30,
  })
  formats?: string[] | null;

  @TextField({
    description: 'The steps, in order: who is told, what is exported, what is switched off.',
    example: 'Give notice; export; check the export; end the seats; ask for the certificate.',
    optional: true,
    maxLength: 4000,
  })
  steps?: string | null;

  @IntegerField({
    description: 'Days of notice that the practice has to give; 0 for none, left out when unknown.',
    example: 30,
    optional: true,
    minimum: 0,
    maximum: 36500,
  })
  noticeDays?: number | null;

  @RecordListField(() => ExitTrialFields, {
    description: 'Each time that an export was tried.',
    optional: true,
    maxItems: 100,
  })
  trials?: ExitTrialFields[] | null;

  @DateField({
    description: 'Last day of use, once leaving is decided; leave out before.',
    example: '2027-03-31',
    optional: true,
  })
  leavingOn?: CalendarDate | null;

  @DateField({
    description: 'Last day on which the practice still gets in to move, as agreed; else the exit terms say.',
    example: '2027-05-30',
    optional: true,
  })
  accessUntil?: CalendarDate | null;

  @DateField({
    description: 'Day on which the certificate of destruction came.',
    example: '2027-06-20',
    optional: true,
  })
  certificateOn?: CalendarDate | null;

  @KeyField({
    description: 'Key of the evidence that holds the certificate.',
    example: 'northlight-security-overview',
    optional: true,
  })
  certificateEvidence?: string | null;
}
