// What was found of an incident: the four factors, what follows from them, a delay that an official asked for, the notices given.
import type { CalendarDate } from '../common/calendar-date';
import { BooleanField, ChoiceField, DateField, IntegerField, KeyField, TextField } from '../common/fields';
import {
  BREACH_FACTORS,
  COMPROMISE_PROBABILITIES,
  FACTOR_FINDINGS,
  JURISDICTIONS,
  NOTICE_RECIPIENTS,
  type BreachFactor,
  type CompromiseProbability,
  type FactorFinding,
  type Jurisdiction,
  type NoticeRecipient,
} from './incident-words';

const NO_NAMES = 'Never the name of a client.';
export const MOST_INDIVIDUALS = 100_000_000;

export class FactorFindingFields {
  @ChoiceField(BREACH_FACTORS, { description: 'Which of the four factors (45 CFR 164.402).' })
  factor: BreachFactor;

  @ChoiceField(FACTOR_FINDINGS, {
    description: 'Does it point to a low probability that the data was compromised?',
    example: 'points_to_low',
  })
  finding: FactorFinding;

  @TextField({
    description: `Why, in a sentence or two. ${NO_NAMES}`,
    example: 'Appointment times without names; a reader could not tell whom they are about.',
    maxLength: 2000,
  })
  reason: string;
}

export class BreachConclusionFields {
  @ChoiceField(COMPROMISE_PROBABILITIES, {
    description: 'How probable it is that the data was compromised, all factors taken together.',
    example: 'low',
  })
  probability: CompromiseProbability;

  @TextField({
    description: `Why, in a sentence or two. ${NO_NAMES}`,
    example: 'Nobody opened the file, and the recipient confirmed in writing that it was deleted.',
    maxLength: 2000,
  })
  reason: string;

  @DateField({ description: 'Day on which it was decided.', example: '2026-10-02' })
  decidedOn: CalendarDate;
}

export class ResidentCountFields {
  @ChoiceField(JURISDICTIONS, { description: 'State or jurisdiction.', example: 'IL' })
  state: Jurisdiction;

  @IntegerField({
    description: 'How many of the people concerned live there.',
    example: 3,
    minimum: 1,
    maximum: MOST_INDIVIDUALS,
  })
  individuals: number;
}

export class LawEnforcementDelayFields {
  @DateField({
    description: 'Day on which an official said that notices would hinder them.',
    example: '2026-10-03',
  })
  statedOn: CalendarDate;

  @BooleanField({ description: 'Was it in writing, with the time for which it holds?', example: true })
  inWriting: boolean;

  @DateField({
    description: 'Last day of the delay; what was only spoken delays for at most 30 days (45 CFR 164.412).',
    example: '2026-12-15',
    optional: true,
  })
  until?: CalendarDate | null;
}

export class IncidentNoticeFields {
  @ChoiceField(NOTICE_RECIPIENTS, { description: 'Who was told.', example: 'individuals' })
  recipient: NoticeRecipient;

  @ChoiceField(JURISDICTIONS, {
    description: 'For a notice to a state or to its media: which state.',
    example: 'IL',
    optional: true,
  })
  state?: Jurisdiction | null;

  @DateField({
    description: 'Day on which the last notice went out, or on which it was found that none is needed.',
    example: '2026-10-20',
  })
  doneOn: CalendarDate;

  @TextField({
    description: 'For a state whose law asks for no notice here: why not, and where that stands.',
    example: 'The law of the state asks for nothing where the data was not taken.',
    optional: true,
    maxLength: 1000,
  })
  notNeededBecause?: string | null;

  @KeyField({
    description: 'Key of the evidence that shows it: a letter without a name, a receipt.',
    example: 'notice-letter-october',
    optional: true,
  })
  evidenceKey?: string | null;
}
