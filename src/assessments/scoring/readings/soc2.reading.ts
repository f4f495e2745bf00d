// What SOC 2 reports show on some criteria. A Type 1 report tests design at one date and earns less than a Type 2; an adverse
// opinion or a disclaimer earns nothing; a qualified opinion takes the credit from the criteria that it touches; exceptions halve it.
import type { TrustServicesCategory } from '../../../soc2-reports/soc2-report.fields';
import { monthsBetween } from '../evidence-age';
import type { FreshnessCode, MetCode } from '../scoring-model';
import type { ReportTerm } from '../report-term';
import type { ServiceView } from '../service-view';
import { notMet, unknown, type Reading } from './reading';

export interface Soc2Question {
  criteria: readonly string[];
  category: TrustServicesCategory;
}

const SOURCE = 'SOC 2 reports';

/** The best credit among the reports that count. What a report at least as new takes away is taken from the older ones as well. */
export function readSoc2(view: ServiceView, question: Soc2Question): Reading {
  const issued = view.reports.filter(({ report }) => report.periodEnd <= view.asOf);
  if (issued.length === 0) return unknown(SOURCE, 'No SOC 2 report on the service has been received.');
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
  const { report } = term;
  const source = `SOC 2 report ${report.key}`;
  const freshness = freshnessOf(view, term);
  if (freshness === 'stale')
    return unknown(source, `The period of the report ended on ${report.periodEnd}: too old to count.`);
  if (!report.categories.includes(question.category)) {
    return notMet(source, `The report does not examine ${question.category.replace('_', ' ')}.`);
  }
  const against = whatTakesCredit(term, issued, question.criteria);
  if (against) return notMet(source, against);
  const [met, because] = creditOf(term, issued, question.criteria);
  if (met === 'not_met') return notMet(source, because);
  return {
    met,
    basis: 'audited',
    freshness,
    ageMonths: monthsBetween(report.periodEnd, view.asOf),
    known: true,
    countsFrom: report.periodEnd,
    source,
    because,
  };
}

function freshnessOf({ asOf }: ServiceView, { currentUntil, bridgedUntil }: ReportTerm): FreshnessCode {
  if (asOf <= currentUntil) return 'current';
  return bridgedUntil !== null && asOf <= bridgedUntil ? 'ageing' : 'stale';
}

function whatTakesCredit(
  { report }: ReportTerm,
  issued: readonly ReportTerm[],
  criteria: readonly string[],
): string | null {
  for (const { report: other } of issued) {
    if (other.periodEnd < report.periodEnd) continue;
    if (other.opinion === 'adverse') return `The opinion of ${other.key} is adverse.`;
    if (other.opinion === 'disclaimer') return `The auditor of ${other.key} disclaims an opinion.`;
    if (other.opinion === 'qualified' && qualifies(other, criteria)) {
      return `The opinion of ${other.key} is qualified on these criteria (${criteria.join(', ')}).`;
    }
  }
  return null;
}

/** A qualified opinion that does not say on what is taken to touch everything. */
function qualifies(report: ReportTerm['report'], criteria: readonly string[]): boolean {
  const qualified = report.qualifiedCriteria ?? [];
  return qualified.length === 0 || touches(qualified, criteria);
}

function touches(printed: readonly string[], criteria: readonly string[]): boolean {
  return printed.some((criterion) =>
    criteria.some((prefix) => criterion === prefix || criterion.startsWith(`${prefix}.`)),
  );
}

function creditOf(
  { report, isShort }: ReportTerm,
  issued: readonly ReportTerm[],
  criteria: readonly string[],
): [MetCode, string] {
  const excepted = issued.some(
    ({ report: other }) =>
      other.periodEnd >= report.periodEnd &&
      touches(
        (other.exceptions ?? []).map(({ criterion }) => criterion),
        criteria,
      ),
  );
  const until = `the period ended on ${report.periodEnd}`;
  if (report.kind === 'soc2_type_1') {
    return excepted
      ? ['not_met', 'A Type 1 report, with exceptions on these criteria.']
      : ['partly', `A Type 1 report shows design only (${report.periodEnd}).`];
  }
  if (isShort) {
    return excepted
      ? ['not_met', 'A Type 2 report over a short or unknown period, with exceptions on these criteria.']
      : ['partly', `A Type 2 report over a period under three months, or not known (${until}).`];
  }
  return excepted
    ? ['partly', `A Type 2 report with exceptions on these criteria (${until}).`]
    : ['fully', `A Type 2 report, no exception on these criteria (${until}).`];
}

/** Points first; among readings that earn nothing, one that is known beats one that is not. */
function rankOf({ model }: ServiceView, reading: Reading): number {
  const { met, freshness } = model.points;
  return met[reading.met] * freshness[reading.freshness] * 2 + (reading.known ? 1 : 0);
}
