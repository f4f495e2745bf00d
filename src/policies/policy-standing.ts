// How a policy stands on a day: which of its versions is in force, when it is to be read again, how long an old one is kept, and who has yet to acknowledge it. Pure.
import { addDays, addMonths, type CalendarDate } from '../common/calendar-date';

/** 45 CFR 164.316(b)(2)(i): six years from the day on which it was made or was last in effect, whichever is later. */
export const KEPT_MONTHS = 72;

/** `draft`: never adopted; `review_due`: in force, and the day to read it again has come; `retired`: no longer in force, nothing in its place. */
export const POLICY_STATES = ['draft', 'adopted', 'review_due', 'retired'] as const;
export type PolicyState = (typeof POLICY_STATES)[number];

export interface VersionFacts {
  readonly key: string;
  readonly number: number;
  readonly adoptedOn: CalendarDate;
}

export interface PolicyFacts {
  readonly reviewMonths: number;
  /** the last time that it was read again and left as it is; null for never */
  readonly reviewedOn: CalendarDate | null;
  readonly retiredOn: CalendarDate | null;
}

export interface VersionStanding<V extends VersionFacts> {
  readonly version: V;
  readonly state: 'in_force' | 'superseded';
  /** the last day on which it held; null for the one in force */
  readonly heldUntil: CalendarDate | null;
  /** to be kept at least until this day; null while it is in force */
  readonly keepUntil: CalendarDate | null;
}

export interface PolicyStanding<V extends VersionFacts> {
  readonly state: PolicyState;
  /** the version in force; null for none */
  readonly inForce: V | null;
  /** null where nothing is in force */
  readonly nextReviewOn: CalendarDate | null;
  /** newest first */
  readonly versions: readonly VersionStanding<V>[];
}

/** @param versions in any order; those adopted after `today` do not hold yet and are left out */
export function policyStanding<V extends VersionFacts>(
  { reviewMonths, reviewedOn, retiredOn }: PolicyFacts,
  versions: readonly V[],
  today: CalendarDate,
): PolicyStanding<V> {
  const adopted = versions
    .filter(({ adoptedOn }) => adoptedOn <= today)
    .sort((first, second) => second.number - first.number);
  const isRetired = retiredOn !== null && retiredOn <= today;
  const [newest] = adopted;
  const told = adopted.map((version, place): VersionStanding<V> => {
    const next = adopted[place - 1];
    const heldUntil = next ? next.adoptedOn : isRetired ? retiredOn : null;
    const last = heldUntil === null || heldUntil > version.adoptedOn ? heldUntil : version.adoptedOn;
    return {
      version,
      state: heldUntil === null ? 'in_force' : 'superseded',
      heldUntil,
      keepUntil: last === null ? null : addMonths(last, KEPT_MONTHS),
    };
  });
  if (isRetired) return { state: 'retired', inForce: null, nextReviewOn: null, versions: told };
  if (!newest) return { state: 'draft', inForce: null, nextReviewOn: null, versions: [] };
  const readOn = reviewedOn !== null && reviewedOn > newest.adoptedOn ? reviewedOn : newest.adoptedOn;
  const nextReviewOn = addMonths(readOn, reviewMonths);
  const state = nextReviewOn <= today ? 'review_due' : 'adopted';
  return { state, inForce: newest, nextReviewOn, versions: told };
}

export interface Worker {
  readonly key: string;
  readonly name: string;
  readonly startedOn: CalendarDate | null;
  readonly leftOn: CalendarDate | null;
}

/** Whoever has begun and has not left; the last day counts. */
export function worksOn(
  { startedOn, leftOn }: Pick<Worker, 'startedOn' | 'leftOn'>,
  day: CalendarDate,
): boolean {
  return (startedOn === null || startedOn <= day) && (leftOn === null || leftOn >= day);
}

export interface OwedAcknowledgement<W extends Worker> {
  readonly worker: W;
  readonly dueOn: CalendarDate;
  readonly isOverdue: boolean;
}

/**
 * Who works here on the day and has not acknowledged the version: each has so many days from its adoption, or from beginning here where that was later.
 * @param acknowledgedBy keys of those who have
 */
export function owedAcknowledgements<W extends Worker>(
  { adoptedOn }: Pick<VersionFacts, 'adoptedOn'>,
  workers: readonly W[],
  acknowledgedBy: ReadonlySet<string>,
  { today, withinDays }: { today: CalendarDate; withinDays: number },
): OwedAcknowledgement<W>[] {
  return workers
    .filter((worker) => worksOn(worker, today) && !acknowledgedBy.has(worker.key))
    .map((worker) => {
      const from = worker.startedOn !== null && worker.startedOn > adoptedOn ? worker.startedOn : adoptedOn;
      const dueOn = addDays(from, withinDays);
      return { worker, dueOn, isOverdue: dueOn < today };
    });
}
