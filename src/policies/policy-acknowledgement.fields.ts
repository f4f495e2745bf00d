// That somebody who works in the practice has read a version of a policy and will go by it: said by themselves, signed in, or noted by somebody else.
import { ChoiceField, DateField, KeyField, RecordField } from '../common/fields';
import type { CalendarDate } from '../common/calendar-date';
import { PolicyPersonFields } from './policy.fields';

/** `signed_in`: the person themselves, signed in; `noted`: somebody else noted it, for a person without an account. */
export const ACKNOWLEDGED_HOW = ['signed_in', 'noted'] as const;
export type AcknowledgedHow = (typeof ACKNOWLEDGED_HOW)[number];

export class NotedAcknowledgementFields {
  @KeyField({ description: 'Key of the version of the policy.', example: 'keeping-and-deleting-1' })
  policyVersion: string;

  @KeyField({ description: 'Key of the staff member.', example: 'omar-reyes' })
  staffMember: string;

  @DateField({ description: 'Day on which the person acknowledged it.', example: '2026-10-03' })
  acknowledgedOn: CalendarDate;
}

export class PolicyAcknowledgementFields extends NotedAcknowledgementFields {
  @ChoiceField(ACKNOWLEDGED_HOW, {
    description: 'How it was said: by the person themselves, signed in, or noted by somebody else.',
    example: 'noted',
  })
  how: AcknowledgedHow;

  @RecordField(() => PolicyPersonFields, {
    description: 'Who noted it; left out where the person acknowledged it themselves.',
    optional: true,
  })
  notedBy?: PolicyPersonFields | null;
}
