// How one entry of the Security Rule stands with the practice: what was answered, whether it applies at all, and whether it is a gap.
// Not applicable is never answered; it follows from whom the entry binds and what the practice is (45 CFR 164.302, 164.306, 164.105(a)).
import { addMonths, type CalendarDate } from '../common/calendar-date';
import type { OtherRole } from '../organizations/practice.fields';
import type { SafeguardFields } from './safeguard.fields';
import type { BoundParty, KnownEntry } from './security-rule';

export const ENTRY_STATES = [
  'in_place',
  'partly',
  'not_in_place',
  'unknown',
  'not_answered',
  'role_not_stated',
  'not_applicable',
] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

/** Nobody knows yet: such an entry is open, and no gap. */
const OPEN: ReadonlySet<EntryState> = new Set(['unknown', 'not_answered', 'role_not_stated']);

/** Whether the entry binds the practice; `not_stated` while it has not said which other roles it has. */
export type Applicability = 'applies' | 'not_stated' | 'other_role' | 'government_only';

const ROLE_OF: Readonly<Partial<Record<BoundParty, OtherRole>>> = {
  business_associate: 'business_associate',
  clearinghouse: 'clearinghouse',
  health_plan_sponsor: 'health_plan_sponsor',
};

/** @param otherRoles as the practice stated them; null, or an empty list, while it has not */
export function applicabilityOf(
  { binds }: Pick<KnownEntry, 'binds'>,
  otherRoles: readonly OtherRole[] | null | undefined,
): Applicability {
  if (binds === 'covered_entity') return 'applies';
  const role = ROLE_OF[binds];
  if (!role) return 'government_only';
  if (!otherRoles?.length) return 'not_stated';
  return otherRoles.includes(role) ? 'applies' : 'other_role';
}

/** @param answered the record about the entry; null for none */
export function stateOf(
  applicability: Applicability,
  answered: Pick<SafeguardFields, 'status'> | null,
): EntryState {
  if (applicability === 'not_stated') return 'role_not_stated';
  if (applicability !== 'applies') return 'not_applicable';
  return answered?.status ?? 'not_answered';
}

export function isOpen(state: EntryState): boolean {
  return OPEN.has(state);
}

/**
 * `missing` and `partial`: not, or only partly, in place, and no decision under 164.306(d)(3) stands in its place. `contradicted`: said to be in place,
 * and the practice's own records say otherwise.
 */
export const ENTRY_GAPS = ['missing', 'partial', 'contradicted'] as const;
export type EntryGap = (typeof ENTRY_GAPS)[number];

export function gapOf(
  { designation }: Pick<KnownEntry, 'designation'>,
  state: EntryState,
  { isDecided, isContradicted }: { isDecided: boolean; isContradicted: boolean },
): EntryGap | null {
  if (state === 'in_place') return isContradicted ? 'contradicted' : null;
  if (state !== 'partly' && state !== 'not_in_place') return null;
  // Only of an addressable specification may somebody decide that it is not done as written.
  if (designation === 'addressable' && isDecided) return null;
  return state === 'partly' ? 'partial' : 'missing';
}

/** The day on which somebody last said so. */
export function lastSaidOn({
  answeredOn,
  confirmedOn,
}: Pick<SafeguardFields, 'answeredOn' | 'confirmedOn'>): CalendarDate {
  return confirmedOn && confirmedOn > answeredOn ? confirmedOn : answeredOn;
}

/** An answer still counts when its time is over; that nobody has confirmed it since is shown beside it. */
export function isCarried(
  answered: Pick<SafeguardFields, 'answeredOn' | 'confirmedOn'>,
  asOf: CalendarDate,
  currentMonths: number,
): boolean {
  return asOf > addMonths(lastSaidOn(answered), currentMonths);
}
