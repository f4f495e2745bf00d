// A SOC 2 report, made ready once a service: since when it counts, until when it is current, what carries it further, what it
// expects of the practice. Current for 12 months after its period, to 15 only while bridge letters cover the date (house convention).
import { addMonths, nextDay, type CalendarDate } from '../../common/calendar-date';
import { entityFinding, type EntityFinding } from '../../soc2-reports/reported-entity';
import type { Soc2Knowledge } from '../../soc2-reports/soc2-knowledge';
import type { UserEntityControlFields } from '../../soc2-reports/soc2-report.fields';
import { bridgedStretches, carriedTo, type BridgedStretch } from './bridge-letters';
import { testsOperation, whyItEarnsNothing, type EarnsNothing } from './report-standing';
import type { ScoringModel } from './scoring-model';
import type { ServiceFacts } from './service-facts';

export type Report = ServiceFacts['soc2Reports'][number];

/** A day on which a record can come to count differently, and what happens then. */
export interface TurnOfRecord {
  readonly on: CalendarDate;
  readonly what: string;
}

/** What the practice must do for the report to hold on some criteria; none named: on all. */
export interface ExpectedOfPractice {
  readonly key: string;
  readonly criteria: readonly string[];
  /** since when it is done; null while it is not */
  readonly doneSince: CalendarDate | null;
}

export interface ReportTerm {
  readonly report: Report;
  /** the end of the period, or the later day of issue */
  readonly start: CalendarDate;
  readonly currentUntil: CalendarDate;
  /** by first day */
  readonly bridged: readonly BridgedStretch[];
  /** design and operation over a period, and not at one date */
  readonly testsOperation: boolean;
  readonly isShort: boolean;
  /** is the company reported on the one that signs? */
  readonly entity: EntityFinding;
  readonly earnsNothing: EarnsNothing | null;
  readonly expected: readonly ExpectedOfPractice[];
  /** an examination of the vendor, draft or final: what it finds bad is taken from older reports as well */
  readonly speaksAgainstOlder: boolean;
  /** each day on which it can come to count differently, and what happens then */
  readonly turns: readonly TurnOfRecord[];
}

export function reportTermOf(report: Report, facts: ServiceFacts, model: ScoringModel): ReportTerm {
  const { periodStart, periodEnd, issuedOn } = report;
  const { soc2 } = model.ages;
  const countsAs = model.soc2.kinds.find(({ kind }) => kind === report.kind)?.countsAs ?? 'none';
  const start = issuedOn && issuedOn > periodEnd ? issuedOn : periodEnd;
  const entity = entityFinding(report.reportedEntity, report.entityExplanation, facts.vendor.name);
  const term = {
    report,
    start,
    currentUntil: addMonths(periodEnd, soc2.currentMonths),
    bridged: bridgedStretches(report, start, model),
    testsOperation: testsOperation(report, model.soc2.kinds),
    // the last day is inside the period: 1 July to 30 September is three whole months
    isShort: !periodStart || addMonths(periodStart, soc2.firstPeriodMonths) > nextDay(periodEnd),
    entity,
    earnsNothing: whyItEarnsNothing(report, entity, facts.service, model.soc2),
    expected: (report.userEntityControls ?? []).flatMap((control) => expectedOf(control, model.soc2)),
    speaksAgainstOlder:
      report.reportedParty !== 'subservice_organization' && (countsAs !== 'none' || report.kind === 'soc3'),
  };
  return { ...term, turns: turnsOf(term, model.ages) };
}

/** Since when letters known on a date carry the report to it without a gap; null where they do not. Asked past `currentUntil`. */
export function bridgedSince(term: ReportTerm, asOf: CalendarDate): CalendarDate | null {
  const carried = carriedTo(term, asOf);
  return carried && asOf <= carried.until ? carried.since : null;
}

function turnsOf(
  { report, start, currentUntil, bridged, expected }: Omit<ReportTerm, 'turns'>,
  { soc2 }: ScoringModel['ages'],
): TurnOfRecord[] {
  const turns = [
    { on: start, what: 'starts to count' },
    { on: nextDay(currentUntil), what: `older than ${soc2.currentMonths} months` },
  ];
  for (const { until, issuedOn } of bridged) {
    if (issuedOn > start) turns.push({ on: issuedOn, what: 'a bridge letter is there' });
    turns.push({ on: nextDay(until), what: 'no bridge letter carries it further' });
  }
  for (const { key, doneSince } of expected) {
    if (doneSince) turns.push({ on: doneSince, what: `the practice does ${key}` });
  }
  for (const { reviewedOn } of report.subserviceOrganizations ?? []) {
    if (reviewedOn) turns.push({ on: reviewedOn, what: 'the report of a company behind it is reviewed' });
  }
  if (report.review?.conclusion === 'do_not_rely')
    turns.push({ on: report.review.reviewedOn, what: 'it is not relied on' });
  return turns;
}

/** What is not applicable, and says why, is not asked. What is said to be done counts from its day. */
function expectedOf(
  { key, topic, criteria, status, doneSince, notApplicableReason }: UserEntityControlFields,
  { topics }: Soc2Knowledge,
): ExpectedOfPractice[] {
  if (status === 'not_applicable' && notApplicableReason) return [];
  const named = criteria?.length
    ? criteria
    : (topics.find((candidate) => candidate.topic === topic)?.criteria ?? []);
  return [{ key, criteria: named, doneSince: status === 'done' ? (doneSince ?? null) : null }];
}
