// The inventory held against its checks on a day: what is not as it should be, what is not known, and what all of it says of the entries of the Security Rule. Pure.
import { addMonths, type CalendarDate } from '../common/calendar-date';
import {
  checkAnswers,
  isConnected,
  isInScope,
  isPlaceInUse,
  type CheckAnswer,
  type Inventory,
} from './asset-checks';
import type { CheckDefinition, CheckedKind, InventoryRules } from './asset-inventory-catalog';

/** What the inventory says of one entry of the Security Rule. A record that says "no" is not counted among those that are not known. */
export interface EntryInInventory {
  /** bare citation */
  readonly entry: string;
  /** what speaks against "in place" */
  readonly against: readonly Checked[];
  /** what leaves open whether it is in place */
  readonly open: readonly Checked[];
  /** from which day until which it is shown like by a document: every record says yes and was looked through lately; null where not */
  readonly shown: { readonly from: CalendarDate; readonly until: CalendarDate } | null;
}

export interface Checked {
  readonly of: CheckedKind;
  readonly key: string;
}

/** A check that is not answered by yes. */
export type InventoryFinding = CheckAnswer & { readonly answer: 'no' | 'unknown' };

export interface InventoryReview {
  readonly answers: readonly CheckAnswer[];
  readonly findings: readonly InventoryFinding[];
  /** those entries of which the inventory says anything, sorted */
  readonly entries: readonly EntryInInventory[];
  /** what nobody has looked at lately, or ever */
  readonly notReviewed: readonly (Checked & { readonly reviewedOn: CalendarDate | null })[];
}

export function inventoryReview(
  inventory: Inventory,
  asOf: CalendarDate,
  { checks, reviewedWithinMonths }: InventoryRules,
): InventoryReview {
  const answers = checkAnswers(inventory, asOf);
  const reviewed = reviewDays(inventory);
  const isLate = (day: CalendarDate | null): boolean =>
    day === null || day > asOf || asOf > addMonths(day, reviewedWithinMonths);
  return {
    answers,
    findings: answers.filter((one): one is InventoryFinding => one.answer !== 'yes'),
    entries: entriesOf(answers, checks, reviewed, reviewedWithinMonths),
    notReviewed: [...reviewed.values()].filter(({ reviewedOn }) => isLate(reviewedOn)),
  };
}

type Reviewed = Checked & { readonly reviewedOn: CalendarDate | null };

function idOf({ of, key }: Checked): string {
  return `${of} ${key}`;
}

/** When somebody last looked through each thing that is in use. */
function reviewDays({ assets, assetConnections, locations }: Inventory): Map<string, Reviewed> {
  const list = <T extends { readonly key: string; readonly reviewedOn?: CalendarDate | null }>(
    of: CheckedKind,
    records: readonly T[],
  ): Reviewed[] => records.map(({ key, reviewedOn }) => ({ of, key, reviewedOn: reviewedOn ?? null }));
  const inScope = (assets ?? []).filter(isInScope);
  const keys = new Set(inScope.map(({ key }) => key));
  return new Map(
    [
      ...list('location', (locations ?? []).filter(isPlaceInUse)),
      ...list('asset', inScope),
      ...list(
        'connection',
        (assetConnections ?? []).filter((one) => isConnected(one) && keys.has(one.from)),
      ),
    ].map((one) => [idOf(one), one]),
  );
}

function entriesOf(
  answers: readonly CheckAnswer[],
  checks: readonly CheckDefinition[],
  reviewed: ReadonlyMap<string, Reviewed>,
  months: number,
): EntryInInventory[] {
  const entries = [...new Set(checks.map(({ entry }) => entry))].sort();
  return entries.flatMap((entry) => {
    const speaking = checks.filter((one) => one.entry === entry && one.contradicts);
    const asked = answers.filter(({ check }) => speaking.some(({ id }) => id === check));
    if (asked.length === 0) return [];
    const against = thoseOf(asked, 'no');
    const open = thoseOf(asked, 'unknown').filter((one) => !against.some((no) => idOf(no) === idOf(one)));
    const days = asked.map((one) => reviewed.get(idOf(one))?.reviewedOn ?? null);
    const isShown =
      speaking.some(({ shows }) => shows) &&
      asked.every(({ answer, isCertain }) => answer === 'yes' && isCertain);
    return [{ entry, against, open, shown: isShown ? shownBetween(days, months) : null }];
  });
}

/** All were looked through by the latest day, and the oldest look is the first to grow too old. */
function shownBetween(days: readonly (CalendarDate | null)[], months: number): EntryInInventory['shown'] {
  const told = days.filter((day) => day !== null).sort();
  const [first, last] = [told[0], told.at(-1)];
  if (!first || !last || told.length < days.length) return null;
  const until = addMonths(first, months);
  return last <= until ? { from: last, until } : null;
}

function thoseOf(answers: readonly CheckAnswer[], answer: CheckAnswer['answer']): Checked[] {
  const found = answers.filter((one) => one.answer === answer);
  return [...new Map(found.map(({ of, key }) => [idOf({ of, key }), { of, key }])).values()];
}
