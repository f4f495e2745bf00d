// The agreements with the vendor of a tool: how each stands today, whether it covers the tool, and the days on which nothing did.
import { earliestDay } from '../agreement-gaps/asked-range';
import {
  BUSINESS_ASSOCIATE,
  gapDays,
  QUALIFIED_SERVICE_ORGANIZATION,
  type ServiceGaps,
} from '../agreement-gaps/gap-days';
import { amendmentLines, type AmendmentLine } from '../agreement-clauses/amendments';
import { addressOfClauses } from '../agreement-clauses/clause-pages';
import { readInWords } from '../agreement-clauses/clause-progress';
import {
  coverageOfService,
  servicesEverNamed,
  type ServiceCoverage,
} from '../business-associate-agreements/agreement-coverage';
import { standingOn, type AgreementStanding } from '../business-associate-agreements/state-on-date';
import type { CalendarDate } from '../common/calendar-date';
import type { AgreementWithId, FlowFactsRow } from '../flow-maps/flow-facts.query';
import { timelineView, type TimelineView } from './timeline/timeline.presenter';
import { shortDate } from '../reports/security-risk-assessment/date-words';
import { AGREEMENT_WORDS } from '../reports/security-risk-assessment/fact-words';
import { counted } from '../reports/security-risk-assessment/number-words';
import { AGREEMENT_STATE_WORDS } from '../reports/security-risk-assessment/register-words';

type Service = FlowFactsRow['services'][number];

export interface AgreementLine {
  href: string;
  title: string;
  kind: string;
  state: string;
  isInForce: boolean;
  dates: string;
  covers: string;
  /** where it is read clause by clause, and how far it was: "12 of 63 read" */
  clauses: { href: string; read: string };
  amendments: (Pick<AmendmentLine, 'title' | 'told'> & { href: string })[];
  newAmendment: string;
}

export interface GapView {
  /** "14 of 311 days without an agreement in force." */
  told: string;
  isGap: boolean;
  gaps: { from: string; to: string; days: string; flows: string }[];
  note: string;
}

export interface AgreementSection {
  agreements: AgreementLine[];
  days: GapView | null;
  /** days without the terms that records of 42 CFR Part 2 ask for; null where no such records flow */
  part2Days: GapView | null;
  /** null where there is nothing to put on a line */
  timeline: TimelineView | null;
}

/**
 * @param facts of one service
 * @param numbers of its flows as the page tells them, by key
 */
export function agreementSection(
  { agreements, dataFlows }: Pick<FlowFactsRow, 'agreements' | 'dataFlows'>,
  service: Service,
  today: CalendarDate,
  {
    at,
    expiringWithinDays,
    numbers,
  }: { at: string; expiringWithinDays: number; numbers: ReadonlyMap<string, string> },
): AgreementSection {
  const from = earliestDay(today);
  const days = gapDays(service, agreements, dataFlows, from, today, BUSINESS_ASSOCIATE);
  const part2 = gapDays(service, agreements, dataFlows, from, today, QUALIFIED_SERVICE_ORGANIZATION);
  const told = (found: ServiceGaps, what: string) =>
    found.flows.length > 0 ? gapView(found, what, today, numbers) : null;
  const flows = dataFlows.filter(({ key }) => days.flows.includes(key));
  const timeline = {
    ...{ today, agreements, gaps: days.gaps },
    flows: flows.map(({ key, since }) => ({ number: numbers.get(key) ?? key, since: since ?? null })),
  };
  return {
    timeline: timelineView(timeline, service.name),
    agreements: agreements.map((one) => agreementLine(one, service, today, at, expiringWithinDays)),
    days: told(days, 'an agreement in force'),
    part2Days: told(part2, 'the terms that 42 CFR Part 2 asks for'),
  };
}

function agreementLine(
  agreement: AgreementWithId,
  service: Service,
  today: CalendarDate,
  at: string,
  expiringWithinDays: number,
): AgreementLine {
  const standing = standingOn(agreement, today, expiringWithinDays);
  const own = `${at}/agreements/${agreement.id}`;
  return {
    href: `${own}/edit`,
    title: agreement.title,
    kind: AGREEMENT_WORDS[agreement.kind],
    state: standing.state ? AGREEMENT_STATE_WORDS[standing.state] : 'Nothing has happened yet',
    isInForce: standing.terms !== null,
    dates: datesOf(agreement, standing),
    covers: coversWords(agreement, standing, service),
    clauses: { href: addressOfClauses(at, agreement.id), read: readInWords(agreement.provisions) },
    amendments: amendmentLines(agreement.amendments, service.key, today).map(({ key, ...line }) => ({
      ...line,
      href: `${own}/amendments/${key}/edit`,
    })),
    newAmendment: `${own}/amendments/new`,
  };
}

function datesOf(
  agreement: AgreementWithId,
  { inForceSince, termEndsOn, leaveNoticeBy }: AgreementStanding,
): string {
  const { signedOn, endsOn, terminatedOn, autoRenews } = agreement;
  if (!signedOn) return 'not signed';
  const end = termEndsOn ?? endsOn;
  return [
    `signed ${shortDate(signedOn)}`,
    inForceSince && inForceSince !== signedOn && `in force since ${shortDate(inForceSince)}`,
    terminatedOn
      ? `terminated ${shortDate(terminatedOn)}`
      : end
        ? `until ${shortDate(end)}`
        : 'runs until terminated',
    autoRenews && 'renews by itself',
    leaveNoticeBy && `notice to leave by ${shortDate(leaveNoticeBy)}`,
  ]
    .filter(Boolean)
    .join('; ');
}

const COVERAGE: Readonly<Record<ServiceCoverage, string>> = {
  covered: 'It covers this tool.',
  not_named: 'It does not name this tool.',
  other_plan: 'It covers another plan of this tool, not the one you use.',
  plan_unknown: 'It covers some plans of this tool, and which one you use is not on record.',
};

function coversWords(agreement: AgreementWithId, { terms }: AgreementStanding, service: Service): string {
  if (terms) return COVERAGE[coverageOfService(terms, service)];
  const isNamed = servicesEverNamed(agreement).includes(service.key);
  return isNamed ? 'It names this tool, and is not in force.' : COVERAGE.not_named;
}

function gapView(
  found: ServiceGaps,
  what: string,
  today: CalendarDate,
  numbers: ReadonlyMap<string, string>,
): GapView {
  const flows = (keys: readonly string[]): string =>
    [...numbers].flatMap(([key, number]) => (keys.includes(key) ? [number] : [])).join(', ');
  const unknown = flows(found.flowsOfUnknownStart);
  return {
    told:
      found.gapDays === 0
        ? `No day without ${what} since data has flowed (${counted(found.days, 'day')}).`
        : `${found.gapDays} of ${counted(found.days, 'day')} without ${what}.`,
    isGap: found.gapDays > 0,
    gaps: found.gaps.map((gap) => ({
      from: shortDate(gap.from),
      to: gap.to === today ? 'today' : shortDate(gap.to),
      days: counted(gap.days, 'day'),
      flows: flows(gap.flows),
    })),
    note: unknown
      ? `Since when data flows is not on record for ${unknown}: the days count from as far back as records are kept.`
      : '',
  };
}
