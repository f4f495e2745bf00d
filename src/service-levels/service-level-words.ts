// The form about one promise of the vendor as a number, in plain words.
import type { FieldWords } from '../web/form-view';
import type { LevelMeasure, LevelRemedy, LevelUnit, LevelWindow } from './service-level.fields';

type Words = Readonly<Record<string, FieldWords>>;

export const MEASURE_WORDS: Readonly<Record<LevelMeasure, string>> = {
  availability: 'How much of the time it is up',
  support_response: 'How soon support answers',
  incident_response: 'How soon an incident is taken up',
  resolution: 'How soon a fault is mended',
  recovery_time: 'How soon it is back after an outage',
  recovery_point: 'How much work may be lost in an outage',
  response_time: 'How fast it answers',
  draft_turnaround: 'How soon a draft is there',
  accuracy: 'How much of what it puts out is right',
  synchronization_accuracy: 'How much arrives right in other systems',
  false_alarms: 'How many of its alarms are false',
  maintenance_notice: 'How long before maintenance it tells you',
  security_patch: 'How soon security faults are mended',
};

export const UNIT_WORDS: Readonly<Record<LevelUnit, string>> = {
  percent: 'percent',
  milliseconds: 'milliseconds',
  seconds: 'seconds',
  minutes: 'minutes',
  hours: 'hours',
  business_hours: 'business hours',
  days: 'days',
  business_days: 'business days',
};

export const WINDOW_WORDS: Readonly<Record<LevelWindow, string>> = {
  each_case: 'each single case',
  day: 'a day',
  week: 'a week',
  month: 'a month',
  quarter: 'a quarter',
  year: 'a year',
};

export const REMEDY_WORDS: Readonly<Record<LevelRemedy, string>> = {
  service_credit: 'A credit on the bill',
  refund: 'Money back',
  right_to_terminate: 'You may end the contract',
  other: 'Something else',
  none: 'Nothing',
  unknown: 'I don’t know',
};

export const PROMISE_WORDS = {
  measure: {
    label: 'What is promised?',
    help: 'Look for “service level” in the contract or the terms. One promise at a time.',
    kind: 'select',
    options: MEASURE_WORDS,
  },
  promised: { label: 'Which number?', help: 'Of a share, the least that is promised; of a time, the most.' },
  unit: { label: 'In what?', kind: 'select', options: UNIT_WORDS },
  measuredOver: { label: 'Counted over what?', options: WINDOW_WORDS, kind: 'select' },
} as const satisfies Words;

export const BROKEN_WORDS = {
  remedy: { label: 'What do you get when it is not kept?', options: REMEDY_WORDS },
  penalty: { label: 'How much?', help: 'In the words of the contract.', kind: 'text' },
  exclusions: { label: 'What does not count?', help: 'Such as announced maintenance. One per line.' },
  agreement: { label: 'In which agreement on file does it stand?', help: 'Leave it empty if in none.' },
} as const satisfies Words;
