// What SOC 2 reports show on some criteria. A Type 1 report tests design at one date and earns less than a Type 2; an adverse opinion or a
// disclaimer earns nothing; a qualified opinion, an exception that bears on client data, and a control that the report expects of the
// practice and the practice does not do take the credit from the criteria that they touch, and from no others; a control that was not
// tested leaves half of it.
import type { CalendarDate } from '../../../common/calendar-date';
import type { TrustServicesCategory } from '../../../soc2-reports/soc2-report.fields';
import { later } from '../agreement-term';
import { touches } from '../criteria';
import { monthsBetween } from '../evidence-age';
import { bridgeStanding } from '../bridge-letters';
import type { EarnsNothing } from '../report-standing';
import { bridgedSince, type ReportTerm } from '../report-term';
import type { FreshnessCode } from '../scoring-model';
import type { ServiceView } from '../service-view';
import { notMet, unknown, type Reading } from './reading';

export interface Soc2Question {
  criteria: readonly string[];
  category: TrustServicesCategory;
}

const SOURCE = 'SOC 2 reports';
/** How the vendor minds its own vendors: here it matters which companies the report leaves out. */
const VENDOR_MANAGEMENT = ['CC9'];

/** The best credit among the reports that count. What a report at least as new takes away is taken from the older ones as well. */
export function readSoc2(view: ServiceView, question: Soc2Question): Reading {
  const issued = view.reports.filter(({ start }) => start <= view.asOf);
  if (issued.length === 0) return unknown(SOURCE, 'No SOC 2 report on the tool has been received.');
  let best: Reading | null = null;
  let bestRank = -1;
  for (const term of issued) {
    const reading = readReport(view, term, issued, question);
    const rank = rankOf(view, reading);
    if (rank > bestRank) [best, bestRank] = [reading, rank];
  }
  return best as Reading;
}

function readReport(
  view: ServiceView,
  term: ReportTerm,
  issued: readonly ReportTerm[],
  question: Soc2Question,
): Reading {
  const { report, earnsNothing } = term;
  const source = `SOC 2 report ${report.key}`;
  const freshness = freshnessOf(view, term);
  if (freshness.code === 'stale') {
    const { notCarriedBecause } = bridgeStanding(report, view.asOf, view.model);
    const told = [
      `The period of the report ended on ${report.periodEnd}: too old to count.`,
      ...notCarriedBecause,
    ];
    return unknown(source, told.join(' '));
  }
  if (earnsNothing) return readingOfNothing(source, earnsNothing);
  if (report.review?.conclusion === 'do_not_rely' && report.review.reviewedOn <= view.asOf)
    return notMet(source, `The review of ${report.review.reviewedOn} concluded not to rely on it.`);
  if (!report.categories.includes(question.category))
    return notMet(source, `The report does not examine ${question.category.replace('_', ' ')}.`);
  const speaking = issued.filter(
    (other) => other === term || (other.speaksAgainstOlder && other.report.periodEnd >= report.periodEnd),
  );
  const against = whatTakesCredit(speaking, question.criteria) ?? undoneBy(view, speaking, question.criteria);
  if (against) return notMet(source, against);
  const behind = companiesBehind(view, term, question.criteria);
  if (behind.against) return readingOfNothing(source, behind.against);
  return credited(view, term, speaking, question, freshness, behind.since);
}

function credited(
  view: ServiceView,
  term: ReportTerm,
  speaking: readonly ReportTerm[],
  { criteria }: Soc2Question,
  freshness: { code: FreshnessCode; since: CalendarDate | null },
  behindSince: CalendarDate | null,
): Reading {
  const { report, start, testsOperation, isShort } = term;
  const source = `SOC 2 report ${report.key}`;
  const halved = speaking.some(({ report: { exceptions } }) => exceptionOn(exceptions, criteria, false));
  const untested =
    testsOperation && report.controlsNotTested?.some(({ criterion }) => isUntestedOn(criterion, criteria));
  const what = !testsOperation
    ? `A Type 1 report shows design only (${report.periodEnd})`
    : isShort
      ? `A Type 2 report over a period under three months, or not known (to ${report.periodEnd})`
      : `A Type 2 report (the period ended on ${report.periodEnd})`;
  const because = [
    halved
      ? `${what}, with exceptions on these criteria that are judged not to bear on client data.`
      : `${what}, no exception on these criteria.`,
    untested ? ' A control on them was not tested: how it works in operation nobody has seen.' : '',
    saidNotNeeded(report, criteria),
  ].join('');
  const isWhole = testsOperation && !isShort;
  if (halved && !isWhole) return notMet(source, because);
  let countsFrom: CalendarDate | null = later(later(start, freshness.since), behindSince);
  for (const { expected } of speaking) {
    for (const { criteria: named, doneSince } of expected)
      if (isExpectedOn(named, criteria)) countsFrom = later(countsFrom, doneSince);
  }
  return {
    met: isWhole && !halved && !untested ? 'fully' : 'partly',
    basis: 'audited',
    freshness: freshness.code,
    ageMonths: monthsBetween(report.periodEnd, view.asOf),
    known: true,
    countsFrom,
    source,
    because,
  };
}

/** What the report expects of the practice and the practice says it has no need of: its own word, so it is named. */
function saidNotNeeded({ userEntityControls }: ReportTerm['report'], criteria: readonly string[]): string {
  const named = (userEntityControls ?? [])
    .filter(({ status, notApplicableReason }) => status === 'not_applicable' && notApplicableReason)
    .filter((control) => !control.criteria?.length || touches(control.criteria, criteria))
    .map(({ key }) => key)
    .sort();
  return named.length === 0 ? '' : ` Said not to apply, by the practice: ${named.join(', ')}.`;
}

/** One of which no criterion was recorded can be any. */
function isUntestedOn(criterion: string | null | undefined, criteria: readonly string[]): boolean {
  return criterion == null || touches([criterion], criteria);
}

function freshnessOf(
  { asOf }: ServiceView,
  term: ReportTerm,
): { code: FreshnessCode; since: CalendarDate | null } {
  if (asOf <= term.currentUntil) return { code: 'current', since: null };
  const since = bridgedSince(term, asOf);
  return since === null ? { code: 'stale', since: null } : { code: 'ageing', since };
}

function whatTakesCredit(speaking: readonly ReportTerm[], criteria: readonly string[]): string | null {
  for (const { report } of speaking) {
    if (report.opinion === 'adverse') return `The opinion of ${report.key} is adverse.`;
    if (report.opinion === 'disclaimer') return `The auditor of ${report.key} disclaims an opinion.`;
    if (report.opinion === 'qualified' && qualifies(report, criteria))
      return `The opinion of ${report.key} is qualified on these criteria (${criteria.join(', ')}).`;
    const exception = exceptionOn(report.exceptions, criteria, true);
    if (exception) return `The auditor of ${report.key} noted an exception on ${exception.criterion}.`;
  }
  return null;
}

/** A qualified opinion that does not say on what is taken to touch everything. */
function qualifies(report: ReportTerm['report'], criteria: readonly string[]): boolean {
  const qualified = report.qualifiedCriteria ?? [];
  return qualified.length === 0 || touches(qualified, criteria);
}

/** Bears on client data unless the reviewer judged that it does not. Of several the first by criterion, however they are listed. */
function exceptionOn(
  exceptions: ReportTerm['report']['exceptions'],
  criteria: readonly string[],
  bearsOnClientData: boolean,
): { criterion: string } | undefined {
  let first: { criterion: string } | undefined;
  for (const exception of exceptions ?? []) {
    const { criterion, relevantToClientData } = exception;
    const fits = (relevantToClientData !== 'no') === bearsOnClientData && touches([criterion], criteria);
    if (fits && (!first || criterion < first.criterion)) first = exception;
  }
  return first;
}

function undoneBy(
  { asOf }: ServiceView,
  speaking: readonly ReportTerm[],
  criteria: readonly string[],
): string | null {
  for (const { report, expected } of speaking) {
    const undone = expected.filter(
      ({ criteria: named, doneSince }) =>
        isExpectedOn(named, criteria) && (doneSince === null || doneSince > asOf),
    );
    if (undone.length > 0)
      return `${report.key} expects of the practice what it does not do: ${undone
        .map(({ key }) => key)
        .sort()
        .join(', ')}.`;
  }
  return null;
}

function isExpectedOn(named: readonly string[], criteria: readonly string[]): boolean {
  return named.length === 0 || touches(named, criteria);
}

/** A company whose controls are left out counts once its own report has been reviewed. Asked of vendor management only. */
function companiesBehind(
  { asOf }: ServiceView,
  { report }: ReportTerm,
  criteria: readonly string[],
): { against: EarnsNothing | null; since: CalendarDate | null } {
  if (!touches(VENDOR_MANAGEMENT, criteria)) return { against: null, since: null };
  const companies = report.subserviceOrganizations;
  if (!companies) {
    const because = 'Its subservice organizations have not been recorded.';
    return { against: { because, known: false }, since: null };
  }
  let since: CalendarDate | null = null;
  for (const { name, method, reviewedOn } of companies) {
    if (method === 'inclusive') continue;
    if (!reviewedOn || reviewedOn > asOf) {
      const because = `It leaves out the controls of ${name}, whose own report has not been reviewed.`;
      return { against: { because, known: true }, since: null };
    }
    since = later(since, reviewedOn);
  }
  return { against: null, since };
}

function readingOfNothing(source: string, { because, known }: EarnsNothing): Reading {
  return known ? notMet(source, because) : unknown(source, because);
}

/** Points first; among readings that earn nothing, one that is known beats one that is not. */
function rankOf({ model }: ServiceView, reading: Reading): number {
  const { met, freshness } = model.points;
  return met[reading.met] * freshness[reading.freshness] * 2 + (reading.known ? 1 : 0);
}
