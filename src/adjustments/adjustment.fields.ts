// An assessor's adjustment of one figure of one threat, with name and reason: a listed contribution, sealed with the rest.
import { ChoiceField, DateField, PatternField, RecordField, TextField } from '../common/fields';
import type { CalendarDate } from '../common/calendar-date';
import { LEVELS, type Level } from '../common/level';

export const ADJUSTMENT_TARGETS = ['initiation', 'adverse_impact', 'impact'] as const;
export type AdjustmentTarget = (typeof ADJUSTMENT_TARGETS)[number];

export class PersonFields {
  @TextField({ description: 'Full name.', example: 'Dana Whitfield', maxLength: 200 })
  name: string;

  @TextField({ description: 'Role or title.', example: 'Security official', maxLength: 200 })
  role: string;
}

/** That an adjustment no longer holds: what stands on record is worked out again from that day. */
export class WithdrawalFields {
  @DateField({ description: 'First day on which it no longer holds.', example: '2026-11-02' })
  on: CalendarDate;

  @RecordField(() => PersonFields, { description: 'Who withdraws it.' })
  by: PersonFields;

  @TextField({
    description: 'Why, in words that can be read out to an auditor.',
    example: 'Supervision no longer reads drafts aloud.',
    maxLength: 2000,
  })
  reason: string;
}

export class AdjustmentFields {
  @PatternField({
    description: 'Threat, by its id in the scoring model.',
    example: 'T-04',
    pattern: '^T-\\d{2}$',
    message: 'must be a threat id such as T-04',
    maxLength: 4,
  })
  threat: string;

  @ChoiceField(ADJUSTMENT_TARGETS, { description: 'Which figure is set: a likelihood or the impact.' })
  target: AdjustmentTarget;

  @ChoiceField(LEVELS, {
    description: 'The level that the assessor sets; never below the floor of a gate.',
    example: 'low',
  })
  level: Level;

  @RecordField(() => PersonFields, { description: 'Who adjusts.' })
  assessor: PersonFields;

  @TextField({
    description: 'Why, in words that can be read out to an auditor.',
    example: 'Drafts are read aloud in supervision every week.',
    maxLength: 2000,
  })
  reason: string;

  @DateField({ description: 'Date of the decision.' })
  decidedOn: CalendarDate;

  @RecordField(() => WithdrawalFields, {
    description: 'That it was withdrawn; the record stays. Left out while it stands.',
    optional: true,
  })
  withdrawal?: WithdrawalFields | null;
}
