// Complementary user entity controls: what the customer must do for the report to hold. Each is a task of the practice.
import { ChoiceField, DateField, KeyField, TextField, TextListField } from '../common/fields';
import type { CalendarDate } from '../common/calendar-date';
import {
  CONTROL_TOPICS,
  USER_CONTROL_STATUSES,
  type ControlTopic,
  type UserControlStatus,
} from './soc2-words';

export class UserEntityControlFields {
  @KeyField({ description: 'Key of the control within the report.', example: 'cuec-1' })
  key: string;

  @TextField({
    description: 'What the practice must do, in a sentence of your own.',
    example: 'Remove accounts of staff who leave.',
    maxLength: 1000,
  })
  text: string;

  @ChoiceField(CONTROL_TOPICS, { description: 'What the control is about.', example: 'off_boarding' })
  topic: ControlTopic;

  @TextListField({
    description:
      'Criteria that lean on it, as printed. Left out or empty: those that catalogs/soc2.yaml gives for the topic.',
    optional: true,
    example: ['CC6.2'],
    maxLength: 20,
    maxItems: 50,
  })
  criteria?: string[] | null;

  @ChoiceField(USER_CONTROL_STATUSES, {
    description: 'Does the practice do it? "not_applicable" only with its reason.',
    example: 'done',
  })
  status: UserControlStatus;

  @TextField({
    description: 'Who sees to it: a role.',
    example: 'Office manager',
    optional: true,
    maxLength: 200,
  })
  owner?: string | null;

  @DateField({ description: 'Since when it is done.', optional: true, example: '2026-03-01' })
  doneSince?: CalendarDate | null;

  @TextField({
    description: 'Why the practice has no need of it.',
    example: 'The practice has no administrators of its own in the service.',
    optional: true,
    maxLength: 1000,
  })
  notApplicableReason?: string | null;
}
