// Section 4 of a report: what the auditor tested, what failed and what could not be tested.
import { ChoiceField, DateField, IntegerField, TextField } from '../common/fields';
import type { CalendarDate } from '../common/calendar-date';
import { YES_NO_UNKNOWN, type YesNoUnknown } from '../common/words';
import { CONTROL_TOPICS, type ControlTopic } from './soc2-words';

/** A criterion as printed, such as CC6.1. */
export const CRITERION = {
  description: 'Trust services criterion, as printed in the report.',
  example: 'CC6.1',
  maxLength: 20,
};

export class ControlTestsFields {
  @TextField({
    description: 'What was tested and how, in a few sentences.',
    example: '84 controls, by inspection and reperformance on samples.',
    optional: true,
    maxLength: 2000,
  })
  summary?: string | null;

  @IntegerField({ description: 'How many controls.', optional: true, minimum: 0, maximum: 10_000 })
  controlsTested?: number | null;

  @ChoiceField(YES_NO_UNKNOWN, { description: 'Are the sizes of the samples stated?', optional: true })
  sampleSizesStated?: YesNoUnknown | null;

  @ChoiceField(YES_NO_UNKNOWN, {
    description: 'Do the controls speak of models, prompts, training data or AI at all?',
    optional: true,
  })
  aiMentioned?: YesNoUnknown | null;
}

export class Soc2ExceptionFields {
  @TextField(CRITERION)
  criterion: string;

  @TextField({
    description: 'What the auditor found, in a sentence: the deviation.',
    example: 'Two of 25 leavers kept access for a week.',
    maxLength: 1000,
  })
  summary: string;

  @TextField({
    description: 'The control that failed.',
    example: 'Access of leavers is revoked within one business day.',
    optional: true,
    maxLength: 1000,
  })
  control?: string | null;

  @ChoiceField(CONTROL_TOPICS, { description: 'What the control is about.', optional: true })
  topic?: ControlTopic | null;

  @IntegerField({ description: 'Size of the sample.', optional: true, minimum: 1, maximum: 1_000_000 })
  sampleSize?: number | null;

  @IntegerField({ description: 'Failures in it.', optional: true, minimum: 1, maximum: 1_000_000 })
  failures?: number | null;

  @TextField({ description: "The management's response.", optional: true, maxLength: 2000 })
  managementResponse?: string | null;

  @DateField({
    description: 'Day on which the management says that it was put right; not examined by the auditor.',
    optional: true,
  })
  remediatedOn?: CalendarDate | null;

  @ChoiceField(YES_NO_UNKNOWN, {
    description:
      'Does it bear on client data, as the reviewer judges? Left out counts as unknown, that is as yes.',
    optional: true,
  })
  relevantToClientData?: YesNoUnknown | null;
}

export class UntestedControlFields {
  @TextField({ description: 'The control.', example: 'Backups are restored once a year.', maxLength: 1000 })
  control: string;

  @TextField({ ...CRITERION, optional: true })
  criterion?: string | null;

  @TextField({
    description: 'Why it was not tested.',
    example: 'It did not operate in the period.',
    optional: true,
    maxLength: 500,
  })
  reason?: string | null;
}
