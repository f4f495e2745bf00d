// A named person bears one risk, at the level that it had on that day, for a reason and until a day. What the level rested on is frozen beside it, so that a
// later look can say what has changed (acceptance-standing.ts). An acceptance lowers nothing: level, gates and clearance stay as they are.
import { PersonFields } from '../adjustments/adjustment.fields';
import type { CalendarDate } from '../common/calendar-date';
import {
  ChoiceField,
  DateField,
  KeyField,
  KeyListField,
  PatternField,
  RecordField,
  RecordListField,
  TextField,
} from '../common/fields';
import { LEVELS, type Level } from '../common/level';
import { BASES, type Basis } from '../common/words';

/** How far a control counted; as in the workings of a result. */
export const CONTROL_MET = ['fully', 'partly', 'not_met', 'unknown'] as const;
export type ControlMet = (typeof CONTROL_MET)[number];

export class AcceptedControlFields {
  @PatternField({
    description: 'Id of the control in the scoring model.',
    example: 'T-04.note-review',
    pattern: '^[A-Za-z0-9._-]+$',
    message: 'must be the id of a control',
    maxLength: 120,
  })
  control: string;

  @ChoiceField(CONTROL_MET, { description: 'How far it counted.', example: 'partly' })
  met: ControlMet;

  @ChoiceField(BASES, { description: 'How that was known.', example: 'observed', optional: true })
  basis?: Basis | null;
}

export class AcceptedBasisFields {
  @ChoiceField(LEVELS, { description: 'The impact that it was rated with.', example: 'high' })
  impact: Level;

  @ChoiceField(LEVELS, { description: 'The likelihood that it was rated with.', example: 'moderate' })
  likelihood: Level;

  @RecordListField(() => AcceptedControlFields, {
    description: 'How far each control of the threat counted.',
    maxItems: 200,
  })
  controls: AcceptedControlFields[];

  @KeyListField({
    description: 'Ids of the gates that held the threat up.',
    example: ['audio-without-deletion-term'],
    maxItems: 50,
  })
  gates: string[];

  @KeyListField({
    description: "Keys of the assessors' adjustments that counted.",
    example: [],
    maxItems: 20,
  })
  adjustments: string[];

  @PatternField({
    description: 'SHA-256 of the canonical bytes (RFC 8785) of all that was rated, as it stood.',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    pattern: '^[0-9a-f]{64}$',
    message: 'must be a SHA-256 in lower-case hex',
    maxLength: 64,
  })
  digest: string;
}

/** That an acceptance no longer holds, before its day. */
export class AcceptanceEndFields {
  @DateField({ description: 'First day on which it no longer holds.', example: '2027-02-01' })
  on: CalendarDate;

  @RecordField(() => PersonFields, { description: 'Who ends it.' })
  by: PersonFields;

  @TextField({
    description: 'Why.',
    example: 'Every draft is read before it is signed now; the risk is lower.',
    maxLength: 2000,
  })
  reason: string;
}

/** What whoever accepts says. The rest is frozen by the server. */
export class AcceptRiskFields {
  @PatternField({
    description: 'Threat, by its id in the scoring model.',
    example: 'T-04',
    pattern: '^T-\\d{2}$',
    message: 'must be a threat id such as T-04',
    maxLength: 4,
  })
  threat: string;

  @KeyField({
    description: "Key of the service; left out where the threat is one of the practice's own register.",
    example: 'northlight-scribe',
    optional: true,
  })
  service?: string | null;

  @RecordField(() => PersonFields, { description: 'Who bears the risk for the practice.' })
  acceptedBy: PersonFields;

  @TextField({
    description: 'Why the risk is borne, in words that can be read out to an auditor.',
    example:
      'Drafts are short, and each is read within a day. A second reader is not to be had before spring.',
    maxLength: 2000,
  })
  reason: string;

  @TextField({
    description: 'What is done meanwhile to keep an eye on it.',
    example: 'We look at ten drafts each month.',
    optional: true,
    maxLength: 2000,
  })
  meanwhile?: string | null;

  @DateField({ description: 'Last day on which it holds; a year after at most.', example: '2027-04-30' })
  until: CalendarDate;

  @KeyField({
    description: 'Key of the acceptance of the same risk whose place it takes; left out for a first one.',
    example: 'scribe-unread-notes-2025',
    optional: true,
  })
  renews?: string | null;
}

export class RiskAcceptanceFields extends AcceptRiskFields {
  @ChoiceField(LEVELS, { description: 'The level of the risk as it was accepted.', example: 'moderate' })
  level: Level;

  @DateField({ description: 'Day on which it was accepted.', example: '2026-11-22' })
  acceptedOn: CalendarDate;

  @RecordField(() => AcceptedBasisFields, { description: 'What the level rested on that day.' })
  basis: AcceptedBasisFields;

  @RecordField(() => AcceptanceEndFields, {
    description: 'That it was ended early; the record stays. Left out while it stands.',
    optional: true,
  })
  ended?: AcceptanceEndFields | null;
}
