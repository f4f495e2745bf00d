// What changed since the last sealed assessment, and what is due: sentences with the way to each.
import { standingOn } from '../business-associate-agreements/state-on-date';
import { addDays, type CalendarDate } from '../common/calendar-date';
import { rankOf } from '../common/level';
import type { AgreementWithId, FlowFactsRow } from '../flow-maps/flow-facts.query';
import { shortDate } from '../reports/security-risk-assessment/date-words';
import { decisionInSentence } from '../reports/security-risk-assessment/decision-words';
import { levelWord } from '../reports/security-risk-assessment/level-words';
import {
  DUE_WITHIN_DAYS,
  type DashboardRow,
  type DashboardService,
  type TurningEvidence,
} from './dashboard.query';
import type { SealedSummary } from './sealed-summaries';

export interface ToldChange {
  words: string;
  href: string;
  /** "worse", "better" or empty: said in words too */
  way: 'worse' | 'better' | '';
}

export interface DueLine {
  on: CalendarDate;
  words: string;
  href: string;
}

interface Now {
  at: string;
  today: CalendarDate;
  row: DashboardRow;
  facts: Pick<FlowFactsRow, 'agreements' | 'services'>;
}

/** Tools first, then agreements, then documents. */
export function changesSince(then: SealedSummary, { at, today, row, facts }: Now): ToldChange[] {
  const { services, evidence } = row;
  const before = new Map(then.services.map((service) => [service.key, service]));
  const now = new Set(services.map(({ key }) => key));
  return [
    ...services.flatMap((service) => toolChange(service, before.get(service.key), at)),
    ...then.services
      .filter(({ key }) => !now.has(key))
      .map(({ name }): ToldChange => ({ words: `${name}: no longer on the list`, href: '', way: '' })),
    ...facts.agreements.flatMap((agreement) =>
      agreementChange(agreement, then, today, placeOf(agreement, facts, at)),
    ),
    ...evidence
      .filter(({ turnsOn }) => turnsOn > then.asOf && turnsOn <= today)
      .map((one): ToldChange => ({
        words: evidenceWords(one, 'since'),
        href: evidencePlace(one, at),
        way: 'worse',
      })),
  ];
}

function toolChange(
  { name, key: _key, id, decision, level }: DashboardService,
  before: SealedSummary['services'][number] | undefined,
  at: string,
): ToldChange[] {
  const href = `${at}/services/${id}`;
  if (!before) return [{ words: `${name}: new on the list`, href, way: '' }];
  if (before.decision === decision && before.level === level) return [];
  const difference = rankOf(level) - rankOf(before.level);
  const way = difference > 0 ? 'worse' : difference < 0 ? 'better' : '';
  const risk = way === 'worse' ? 'risk higher' : way === 'better' ? 'risk lower' : 'decided otherwise';
  const told = (one: { decision: typeof decision; level: typeof level }): string =>
    `${decisionInSentence(one.decision)} (${levelWord(one.level).toLowerCase()})`;
  return [{ words: `${name}: ${risk}, from ${told(before)} to ${told({ decision, level })}`, href, way }];
}

function agreementChange(
  agreement: AgreementWithId,
  then: SealedSummary,
  today: CalendarDate,
  href: string,
): ToldChange[] {
  const held = (date: CalendarDate): boolean => standingOn(agreement, date, 0).terms !== null;
  const [heldThen, holdsNow] = [held(then.asOf), held(today)];
  const told = (words: string, way: ToldChange['way']): ToldChange[] => [
    { words: `“${agreement.title}”: ${words}`, href, way },
  ];
  if (!then.agreements.includes(agreement.key))
    return told(
      holdsNow ? 'new on record, in force' : 'new on record, not in force',
      holdsNow ? 'better' : '',
    );
  if (heldThen && !holdsNow) return told('no longer in force', 'worse');
  if (!heldThen && holdsNow) return told('in force now', 'better');
  return [];
}

/** What has a date within the next weeks, soonest first. What is owed because of an incident stays, however long it is overdue. */
export function dueSoon({ at, today, row, facts }: Now): DueLine[] {
  const last = addDays(today, DUE_WITHIN_DAYS);
  const isDue = ({ on, isOwed }: DueLine & { isOwed?: boolean }): boolean =>
    on <= last && (on >= today || isOwed === true);
  return [
    ...row.incidents.map(({ id, title, words, dueOn }) => ({
      on: dueOn,
      words: `“${title}”: ${dueOn < today ? 'overdue: ' : ''}${words}`,
      href: `${at}/incidents/${id}`,
      isOwed: true,
    })),
    ...row.services.flatMap(({ id, name, holdsUntil, isCurrent }): DueLine[] =>
      holdsUntil && isCurrent
        ? [{ on: holdsUntil, words: `${name}: the decision holds until then`, href: `${at}/services/${id}` }]
        : [],
    ),
    ...facts.agreements.flatMap((agreement) => agreementDue(agreement, today, placeOf(agreement, facts, at))),
    ...row.evidence.map((one) => ({
      ...{ on: one.turnsOn, words: evidenceWords(one, 'from'), href: evidencePlace(one, at) },
    })),
  ]
    .filter(isDue)
    .sort((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0));
}

function agreementDue(agreement: AgreementWithId, today: CalendarDate, href: string): DueLine[] {
  const { termEndsOn, leaveNoticeBy } = standingOn(agreement, today, 0);
  const { title, autoRenews } = agreement;
  return [
    ...(leaveNoticeBy
      ? [{ on: leaveNoticeBy, words: `“${title}”: last day for notice to leave`, href }]
      : []),
    ...(termEndsOn
      ? [
          {
            on: termEndsOn,
            words: `“${title}”: ${autoRenews ? 'renews by itself after it' : 'last day in force'}`,
            href,
          },
        ]
      : []),
  ];
}

/** An agreement stands on the page of a tool of its vendor. */
function placeOf({ vendor, services }: AgreementWithId, facts: Now['facts'], at: string): string {
  const tools = facts.services.filter((service) => service.vendor === vendor);
  const tool = tools.find(({ key }) => services.includes(key)) ?? tools[0];
  return tool ? `${at}/services/${tool.id}#agreement` : '';
}

function evidenceWords({ title, turnsOn, isExpiry }: TurningEvidence, how: 'since' | 'from'): string {
  const state = isExpiry ? 'expired' : 'stale';
  return how === 'since'
    ? `“${title}”: ${state} since ${shortDate(turnsOn)}`
    : `“${title}”: ${state} from then`;
}

function evidencePlace({ serviceId }: TurningEvidence, at: string): string {
  return serviceId ? `${at}/services/${serviceId}#evidence` : '';
}
