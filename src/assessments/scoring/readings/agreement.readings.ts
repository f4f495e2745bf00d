// What the business associate agreements in force give: that there is one for every flow, its clauses, its notice period. Of several
// agreements for one flow the best clause counts (of a permission the worst), unless one of them contradicts it. Of several flows that
// are covered differently, the one that is covered worst counts.
import type { ProvisionId } from '../../../business-associate-agreements/provision.fields';
import type { ChecklistItem } from '../../../checklists/checklist.fields';
import type { CalendarDate } from '../../../common/calendar-date';
import type { ProvisionGroupDefinition } from '../agreement-provisions-catalog';
import { earliest, later, type AgreementInForce } from '../agreement-term';
import { isAgreementUnknown } from '../agreement-unknown';
import { heldSince } from '../../../business-associate-agreements/agreement-editions';
import { settledValue } from '../counted-answer';
import { groupOf, requiredProvisions } from '../provision-meanings';
import {
  contradictedBy,
  contradictionEndedOn,
  exposureEndedOn,
  verdictsAmong,
  type FoundVerdict,
} from '../provision-verdicts';
import type { MetCode } from '../scoring-model';
import type { ServiceView } from '../service-view';
import { notMet, reading, unknown, type Reading } from './reading';

const NONE = 'No business associate agreement that covers the tool is in force.';

/** Worst first. */
const FROM_WORST: readonly MetCode[] = ['not_met', 'unknown', 'partly', 'fully'];

export function readAgreementInForce(view: ServiceView): Reading {
  if (!isCovered(view)) return withoutCover(view, 'agreements');
  return worstOf(view.coverGroups, (group) => {
    const term = earliest(group) as AgreementInForce;
    const { key, title } = term.agreement;
    return documented(term.start, 'fully', key, `"${title}" is in force since ${term.start}.`);
  });
}

export function readProvision(
  view: ServiceView,
  provision: ProvisionId,
  backs: ChecklistItem | null,
): Reading {
  if (!isCovered(view)) return withoutCover(view, `agreements, ${provision}`);
  const clause = clauseOf(view, provision);
  return backs && clause.known && clause.met !== 'not_met' ? besideItsAnswer(view, backs, clause) : clause;
}

/** Read once a date, since what a clause is worth and whether all required ones are there both ask. */
function clauseOf(view: ServiceView, provision: ProvisionId): Reading {
  const known = view.clauses.get(provision);
  if (known) return known;
  const clause = readClause(view, provision);
  view.clauses.set(provision, clause);
  return clause;
}

function readClause(view: ServiceView, provision: ProvisionId): Reading {
  const contradicted = contradictedBy(view, provision);
  if (contradicted) {
    const source = `agreement ${contradicted.agreement.key}, ${provision}`;
    return notMet(source, 'Another term of the agreement takes the clause back.');
  }
  const judged = groupOf(view.model.agreementProvisions, provision);
  const read = judged.severalAgreements === 'best' ? bestClause : worstPermission;
  const [group] = view.coverGroups;
  return group && view.coverGroups.length === 1
    ? read(view, judged, provision, group)
    : worstOf(view.coverGroups, (one) => read(view, judged, provision, one));
}

/**
 * Whether the agreements hold every element that 45 CFR 164.504(e)(2) and 164.314(a)(2) require: met when all are there, partly when
 * some are weak, not met when one was read and is not there, unknown while one has not been read and none is found missing.
 */
export function readRequiredProvisions(view: ServiceView): Reading {
  const source = 'agreements, required provisions';
  if (!isCovered(view)) return withoutCover(view, source);
  const [missing, unread, weak]: [ProvisionId[], ProvisionId[], ProvisionId[]] = [[], [], []];
  let since: CalendarDate | null = null;
  for (const provision of requiredProvisions(view.model.agreementProvisions)) {
    const { met, countsFrom } = clauseOf(view, provision);
    since = later(since, countsFrom);
    if (met === 'not_met') missing.push(provision);
    else if (met === 'unknown') unread.push(provision);
    else if (met === 'partly') weak.push(provision);
  }
  if (missing.length > 0)
    return notMet(source, `Required and not there, or not for every flow: ${missing.join(', ')}.`);
  if (unread.length > 0) return unknown(source, `Not read for: ${unread.join(', ')}.`);
  return weak.length > 0
    ? documented(
        since,
        'partly',
        'required provisions',
        `All required provisions are there, these with a carve-out: ${weak.join(', ')}.`,
      )
    : documented(since, 'fully', 'required provisions', 'All required provisions are there.');
}

export function readBreachNotice(view: ServiceView): Reading {
  const { fullyWithinHours, partlyWithinHours } = view.model.breachNotice;
  if (!isCovered(view)) return withoutCover(view, 'agreements');
  return worstOf(view.coverGroups, (group) => {
    const named = group.filter(({ edition }) => edition.terms.breachNoticeHours !== null);
    if (named.length === 0)
      return unknown('agreements, notice period', 'No agreement on record names the hours of its notice.');
    const hours = Math.min(...named.map(({ edition }) => edition.terms.breachNoticeHours as number));
    const [term, since] = earliestWithHours(named, hours);
    const met = hours <= fullyWithinHours ? 'fully' : hours <= partlyWithinHours ? 'partly' : 'not_met';
    const because = `The vendor must tell of a breach within ${hours} hours.`;
    return documented(since, met, `${term.agreement.key}, notice period`, because);
  });
}

/** Of the agreements of one flow, the best verdict on a clause. */
function bestClause(
  view: ServiceView,
  { verdicts }: ProvisionGroupDefinition,
  provision: ProvisionId,
  group: readonly AgreementInForce[],
): Reading {
  let first: FoundVerdict | null = null;
  for (const one of verdictsAmong(group, provision))
    if (!first || isBetter(one, first, verdicts)) first = one;
  if (!first) return unknown(`agreements, ${provision}`, 'No agreement has been read for this provision.');
  const { met } = verdicts[first.verdict];
  const where = `${first.term.agreement.key}, ${provision}`;
  if (met === 'not_met')
    return notMet(`agreement ${where}`, 'The agreement was read and the clause was not found good.');
  const told =
    first.verdict === 'present'
      ? 'The clause is there.'
      : first.verdict === 'weak'
        ? 'The clause is there with a carve-out (weak).'
        : verdicts[first.verdict].meaning;
  return documented(later(first.since, contradictionEndedOn(view, provision)), met, where, told);
}

/** Better met; of two that are met alike, the one that has held for longer. */
function isBetter(
  one: FoundVerdict,
  other: FoundVerdict,
  verdicts: ProvisionGroupDefinition['verdicts'],
): boolean {
  const rank = FROM_WORST.indexOf(verdicts[one.verdict].met);
  const otherRank = FROM_WORST.indexOf(verdicts[other.verdict].met);
  return rank === otherRank ? one.since < other.since : rank > otherRank;
}

/** Of the agreements of one flow, the widest grant of a permission. One that nobody has read for it may grant it. */
function worstPermission(
  view: ServiceView,
  { verdicts }: ProvisionGroupDefinition,
  provision: ProvisionId,
  group: readonly AgreementInForce[],
): Reading {
  const found = verdictsAmong(group, provision);
  const worst = worstOf(found, ({ term, verdict, since }) => {
    const { met, meaning } = verdicts[verdict];
    const where = `${term.agreement.key}, ${provision}`;
    return met === 'not_met' ? notMet(`agreement ${where}`, meaning) : documented(since, met, where, meaning);
  });
  if (worst.met === 'not_met') return worst;
  if (found.length < group.length)
    return unknown(
      `agreements, ${provision}`,
      'Not every agreement in force has been read for this provision.',
    );
  const ended = exposureEndedOn(view, ({ terms }) => {
    const before = terms.verdicts.get(provision);
    return before === undefined || verdicts[before.verdict].met !== 'fully';
  });
  return { ...worst, countsFrom: later(worst.countsFrom, ended) };
}

function isCovered(view: ServiceView): boolean {
  return view.agreementsInForce.length > 0 && view.uncoveredFlows.length === 0;
}

/**
 * Not met when nothing covers the service, or when a flow to the vendor is left without an agreement; not known while nobody has said
 * whether there is one.
 */
function withoutCover(view: ServiceView, source: string): Reading {
  if (isAgreementUnknown(view)) return unknown(source, 'Nobody has recorded whether there is an agreement.');
  if (view.agreementsInForce.length === 0) return notMet(source, NONE);
  return notMet(source, `No agreement in force covers these flows: ${view.uncoveredFlows.join(', ')}.`);
}

/** The worst of several readings, as counting from the day on which the last of them came to be as good as it is. */
function worstOf<T>(entries: readonly T[], read: (entry: T) => Reading): Reading {
  const readings = entries.map(read);
  const [first, ...others] = readings;
  if (!first) return unknown('agreements', 'No agreement has been read for this provision.');
  if (others.length === 0) return first;
  const worst = others.reduce(
    (one, other) => (FROM_WORST.indexOf(other.met) < FROM_WORST.indexOf(one.met) ? other : one),
    first,
  );
  if (worst.met === 'not_met' || !worst.known) return worst;
  const countsFrom = readings.reduce<CalendarDate | null>((date, one) => later(date, one.countsFrom), null);
  return { ...worst, countsFrom };
}

function earliestWithHours(
  named: readonly AgreementInForce[],
  hours: number,
): readonly [AgreementInForce, CalendarDate] {
  const since = named
    .filter(({ edition }) => edition.terms.breachNoticeHours === hours)
    .map((term) => {
      const { editions, edition, start } = term;
      const held = heldSince(editions, edition, ({ terms }) => terms.breachNoticeHours === hours);
      return [term, held > start ? held : start] as const;
    });
  return since.reduce((one, other) => (other[1] < one[1] ? other : one));
}

/** A clause counts beside the answer that it backs: with an answer of no, or none, how the product is really set is open. */
function besideItsAnswer(view: ServiceView, item: ChecklistItem, clause: Reading): Reading {
  const answer = view.counted.get(item);
  const value = settledValue(answer);
  if (value === 'no' || value === 'unknown') {
    const because = `The clause is there, but checklist item ${item} is answered ${value}: the worse side counts.`;
    return notMet(clause.source, because);
  }
  const countsFrom = later(clause.countsFrom, answer?.since ?? null);
  return countsFrom === clause.countsFrom ? clause : { ...clause, countsFrom };
}

function documented(since: CalendarDate | null, met: MetCode, where: string, because: string): Reading {
  return reading(met, 'documented', since, `agreement ${where}`, because);
}
