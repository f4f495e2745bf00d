// How the practice meets one entry of the Security Rule, and, for an addressable specification that is not fully in place, the decision that
// 45 CFR 164.306(d)(3)(ii)(B) asks to be written down.
import { ChoiceField, DateField, KeyListField, RecordField, TextField } from '../common/fields';
import type { CalendarDate } from '../common/calendar-date';

/** `not applicable` is no answer: it follows from the roles of the practice alone. From the weakest to the strongest. */
export const SAFEGUARD_STATUSES = ['unknown', 'not_in_place', 'partly', 'in_place'] as const;
export type SafeguardStatus = (typeof SAFEGUARD_STATUSES)[number];

export const DECISION_OUTCOMES = ['alternative', 'not_reasonable'] as const;
export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number];

export const ENTRY_PATTERN = '^164\\.3\\d\\d(\\([A-Za-z0-9]{1,4}\\))+$';

export class SafeguardPersonFields {
  @TextField({ description: 'Full name.', example: 'Dana Whitfield', maxLength: 200 })
  name: string;

  @TextField({ description: 'Role or title.', example: 'Security official', maxLength: 200 })
  role: string;
}

export class AddressableDecisionFields {
  @ChoiceField(DECISION_OUTCOMES, {
    description:
      'What was decided after assessing the specification: an equivalent measure in its place, or none because that is not reasonable and appropriate either.',
  })
  outcome: DecisionOutcome;

  @TextField({
    description:
      'Why the specification itself is not reasonable and appropriate for this practice (45 CFR 164.306(d)(3)(ii)(B)(1)).',
    example: 'One room in a building that the landlord looks after; the practice changes no walls or locks.',
    maxLength: 2000,
  })
  whyNotReasonable: string;

  @TextField({
    description: 'The equivalent measure; with the outcome "alternative".',
    example: 'The landlord sends the bill of each repair, and we keep it.',
    optional: true,
    maxLength: 2000,
  })
  alternative?: string | null;

  @DateField({
    description: 'Since when that measure is in place; with the outcome "alternative".',
    optional: true,
    example: '2026-02-01',
  })
  alternativeSince?: CalendarDate | null;

  @TextField({
    description:
      'Why no equivalent measure is reasonable and appropriate either; with the outcome "not_reasonable".',
    optional: true,
    maxLength: 2000,
  })
  whyNoAlternative?: string | null;

  @DateField({ description: 'Date of the decision.', example: '2026-02-01' })
  decidedOn: CalendarDate;

  @RecordField(() => SafeguardPersonFields, { description: 'Who decided.' })
  decidedBy: SafeguardPersonFields;
}

export class EarlierDecisionFields extends AddressableDecisionFields {
  @DateField({
    description:
      'Day on which it was replaced or taken back. Until then it was in effect; it is kept for six years from then (45 CFR 164.316(b)(2)(i)).',
    example: '2026-09-14',
  })
  replacedOn: CalendarDate;
}

export class SafeguardFields {
  @ChoiceField(SAFEGUARD_STATUSES, {
    description: 'How far the practice does today what the entry asks. A plan does not count yet.',
    example: 'partly',
  })
  status: SafeguardStatus;

  @TextField({
    description: 'What is done, in a sentence or two.',
    optional: true,
    example: 'The owner is the security official; the office manager stands in.',
    maxLength: 2000,
  })
  done?: string | null;

  @KeyListField({
    description: 'Keys of the pieces of evidence on file that show it.',
    optional: true,
    example: ['security-policies-2026'],
    maxItems: 50,
  })
  evidenceKeys?: string[] | null;

  @RecordField(() => SafeguardPersonFields, { description: 'Who sees to it.', optional: true })
  owner?: SafeguardPersonFields | null;

  @DateField({
    description: 'Since when it is so; leave out when not known.',
    optional: true,
    example: '2025-05-01',
  })
  since?: CalendarDate | null;

  @DateField({ description: 'When this was answered.', example: '2026-03-10' })
  answeredOn: CalendarDate;

  @DateField({
    description: 'When it was last confirmed that the answer still holds.',
    optional: true,
    example: '2026-09-14',
  })
  confirmedOn?: CalendarDate | null;

  @RecordField(() => AddressableDecisionFields, {
    description:
      'The decision on an addressable specification that is not, or only partly, in place. Addressable is not optional; a standard or required specification takes no such decision.',
    optional: true,
  })
  decision?: AddressableDecisionFields | null;
}
