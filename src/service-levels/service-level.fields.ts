// A service level: one promise of the vendor as a number, with what follows when it is not kept.
import { ChoiceField, KeyField, NumberField, TextField, TextListField } from '../common/fields';

export const LEVEL_MEASURES = [
  'availability',
  'support_response',
  'incident_response',
  'resolution',
  'recovery_time',
  'recovery_point',
  'response_time',
  'draft_turnaround',
  'accuracy',
  'synchronization_accuracy',
  'false_alarms',
  'maintenance_notice',
  'security_patch',
] as const;
export type LevelMeasure = (typeof LEVEL_MEASURES)[number];

export const LEVEL_UNITS = [
  'percent',
  'milliseconds',
  'seconds',
  'minutes',
  'hours',
  'business_hours',
  'days',
  'business_days',
] as const;
export type LevelUnit = (typeof LEVEL_UNITS)[number];

/** Over what the promise is counted: each single case, or everything in a stretch of time. */
export const LEVEL_WINDOWS = ['each_case', 'day', 'week', 'month', 'quarter', 'year'] as const;
export type LevelWindow = (typeof LEVEL_WINDOWS)[number];

export const LEVEL_REMEDIES = [
  'service_credit',
  'refund',
  'right_to_terminate',
  'other',
  'none',
  'unknown',
] as const;
export type LevelRemedy = (typeof LEVEL_REMEDIES)[number];

export class ServiceLevelFields {
  @ChoiceField(LEVEL_MEASURES, { description: 'What is promised.' })
  measure: LevelMeasure;

  @NumberField({
    description: 'The number promised, in the unit: at least so much of a share, at most so much of a time.',
    example: 99.9,
    minimum: 0,
    maximum: 1000000000,
  })
  promised: number;

  @ChoiceField(LEVEL_UNITS, { description: 'Unit of the number.' })
  unit: LevelUnit;

  @ChoiceField(LEVEL_WINDOWS, {
    description: 'Over what it is counted; leave out when not said.',
    example: 'month',
    optional: true,
  })
  measuredOver?: LevelWindow | null;

  @ChoiceField(LEVEL_REMEDIES, { description: 'What the customer gets when the promise is not kept.' })
  remedy: LevelRemedy;

  @TextField({
    description: 'How much: the penalty in words.',
    example: '5 percent of the monthly fee for each full hour missed',
    optional: true,
    maxLength: 500,
  })
  penalty?: string | null;

  @KeyField({
    description:
      'Key of the agreement that holds the promise; leave out when it stands in no agreement on file.',
    example: 'northlight-baa-2026',
    optional: true,
  })
  agreement?: string | null;

  @TextListField({
    description: 'What does not count against the promise.',
    example: ['Maintenance announced five days ahead'],
    optional: true,
    maxLength: 300,
    maxItems: 30,
  })
  exclusions?: string[] | null;
}
