// How binding an obligation is and whose its interval is, in words: said in one place, so that an interval of good practice is never called HIPAA's. Pure.
import type { ObligationOwner } from '../records/obligation-ids';
import {
  isLaw,
  monthsOf,
  UNCHECKED_BASIS,
  type LegalStatus,
  type ObligationDefinition,
} from './obligation-catalog';
import type { Interval, IntervalOrigin } from './obligation-settings';
import type { OccurrenceState } from './occurrences';

const STATUS_WORDS: Readonly<Record<LegalStatus, string>> = {
  law_event: 'Law: the rule sets the event or the deadline',
  law_duty_interval_free: 'Law: the rule asks for it and leaves open how often',
  seed_good_practice: 'Good practice, from our source documents',
  good_practice: 'Good practice, our suggestion',
};

/** Rules of HIPAA bind covered entities; law of the states goes on where the practice is none. */
const BINDS_COVERED_ENTITIES = /^45 CFR 16\d/;

/** How binding it is. @param coveredEntity as the profile of the practice says: for one that is no covered entity, the rules of HIPAA are good practice */
export function statusWords(
  obligation: Pick<ObligationDefinition, 'legalStatus' | 'citation'>,
  coveredEntity: 'yes' | 'no' | 'unsure',
): string {
  const { legalStatus, citation } = obligation;
  if (coveredEntity === 'no' && isLaw(obligation) && citation && BINDS_COVERED_ENTITIES.test(citation))
    return 'Good practice here: the rule binds covered entities, and the profile says that the practice is none';
  return STATUS_WORDS[legalStatus];
}

const EVERY: Readonly<Record<number, string>> = { 1: 'Every month', 12: 'Every year', 24: 'Every two years' };

/** How often, and whose interval it is. Only an interval that the law itself sets is called the law's. */
export function intervalWords(
  { cadence, legalStatus }: Pick<ObligationDefinition, 'cadence' | 'legalStatus'>,
  interval: Interval | null,
): string {
  if (interval) {
    const every = EVERY[interval.months] ?? `Every ${interval.months} months`;
    const proof =
      cadence.kind === 'each_time' ? ` a look at the proof that each ${cadence.each} was seen to` : '';
    return `${every}${proof}: ${originWords(interval.from, isLaw({ legalStatus }))}`;
  }
  switch (cadence.kind) {
    case 'before_use':
      return 'Before the first use: the rule itself says so';
    case 'after_end':
      return 'Once, after the end';
    case 'after_year_end':
      return `Once a year, ${cadence.days} days after the calendar year: the rule itself sets the day`;
    case 'each_time':
      return `For each ${cadence.each}`;
    case 'keep':
      return `All the time, ${cadence.years} years for each piece: the rule itself sets the time`;
    // what comes again by months always has its interval
    case 'months':
    case 'event':
      return 'Each time that it happens';
  }
}

function originWords(from: IntervalOrigin, isDuty: boolean): string {
  const open = isDuty ? '; the rule sets no interval' : '; no rule sets one';
  switch (from) {
    case 'law':
      return 'the rule itself sets it';
    case 'house':
      return `our suggestion${open}`;
    case 'seed':
      return `suggested by our source documents${open}`;
    case 'market':
      return `usual in the market${open}`;
    case 'practice':
      return `as the practice decided${open}`;
  }
}

/** By when, and who says so; empty where no deadline is told. */
export function deadlineWords({ deadline }: Pick<ObligationDefinition, 'deadline'>): string {
  if (!deadline) return '';
  const { words, from } = deadline;
  const whose = {
    law: 'the rule says so',
    house: 'our suggestion',
    seed: 'from our source documents',
    market: 'usual in the market',
  };
  return `${words} (${whose[from]})`;
}

/** The same as `intervalWords` is about, as one word for programs: null where there is no interval. */
export function intervalOrigin(
  obligation: ObligationDefinition,
  interval: Interval | null,
): IntervalOrigin | null {
  return interval ? interval.from : monthsOf(obligation.cadence) === null ? obligation.cadenceFrom : null;
}

export const isChecked = ({ basis }: Pick<ObligationDefinition, 'basis'>): boolean =>
  basis !== UNCHECKED_BASIS;

export const OWNER_WORDS: Readonly<Record<ObligationOwner, string>> = {
  security_official: 'Security official',
  privacy_official: 'Privacy official',
  clinical_director: 'Clinical director',
  treating_clinician: 'Treating clinician',
  vendor: 'The vendor',
};

export const STATE_WORDS: Readonly<Record<OccurrenceState, string>> = {
  overdue: 'Overdue',
  due: 'Due now',
  upcoming: 'Coming up',
  on_event: 'When it happens',
  done: 'Done',
};
