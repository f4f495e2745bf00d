// Bridge letters: the management's own word on the time since the period of a SOC 2 report, without assurance. One carries a report for a bounded stretch only;
// the bound is good practice with its source in catalogs/soc2.yaml, and what no letter carries has ended. Why a letter does not count is told.
import { addMonths, dayBefore, nextDay, type CalendarDate } from '../../common/calendar-date';
import type { Soc2ReportFields } from '../../soc2-reports/soc2-report.fields';
import type { ScoringModel } from './scoring-model';

/** A stretch that a letter of the management covers, known from the day of the letter. */
export interface BridgedStretch {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly issuedOn: CalendarDate;
}

export type BridgedReport = Pick<
  Soc2ReportFields,
  'periodEnd' | 'issuedOn' | 'bridgeLetters' | 'bridgeLetterUntil' | 'nextReportExpectedOn'
>;

/** The bounds that letters are held to. */
export type BridgeBounds = Pick<ScoringModel, 'ages'> & {
  readonly soc2: Pick<ScoringModel['soc2'], 'bridgeLetterMonths' | 'bridgeLetterSource'>;
};

type Letter = NonNullable<BridgedReport['bridgeLetters']>[number];

/**
 * Only a letter that the management signed, that reports no changes and stands beside a date for the next report carries anything, and
 * each no longer than the bound. A date alone (`bridgeLetterUntil`) carries nothing: who signed the letter, and what it reports, is not known.
 * @param start the day from which the report itself counts
 */
export function bridgedStretches(
  report: BridgedReport,
  start: CalendarDate,
  bounds: BridgeBounds,
): BridgedStretch[] {
  const { bridgeLetters, nextReportExpectedOn } = report;
  if (!bridgeLetters || !nextReportExpectedOn) return [];
  return bridgeLetters
    .filter(isSound)
    .map(({ from, to, issuedOn }) => ({
      from,
      until: earlier(earlier(to, longestFrom(from, bounds)), lastCarriedDay(report, bounds)),
      issuedOn: issuedOn > start ? issuedOn : start,
    }))
    .sort((first, second) => (first.from < second.from ? -1 : first.from > second.from ? 1 : 0));
}

/** How far letters known on a date carry a report past `currentUntil` without a gap, and since when; null where none does. */
export function carriedTo(
  {
    bridged,
    currentUntil,
  }: { readonly bridged: readonly BridgedStretch[]; readonly currentUntil: CalendarDate },
  asOf: CalendarDate,
): { until: CalendarDate; since: CalendarDate } | null {
  let until = currentUntil;
  let since: CalendarDate | null = null;
  for (const stretch of bridged) {
    if (stretch.issuedOn > asOf || stretch.until <= until || stretch.from > nextDay(until)) continue;
    until = stretch.until;
    if (since === null || stretch.issuedOn > since) since = stretch.issuedOn;
  }
  return since === null ? null : { until, since };
}

/**
 * How a report stands on a date by its letters: until when they carry it, and, past that day, why they carry it no further. Both are empty
 * while it is current, and where there is no letter.
 */
export function bridgeStanding(
  report: BridgedReport,
  asOf: CalendarDate,
  bounds: BridgeBounds,
): { carriedUntil: CalendarDate | null; notCarriedBecause: string[] } {
  const { periodEnd, issuedOn } = report;
  const currentUntil = addMonths(periodEnd, bounds.ages.soc2.currentMonths);
  if (asOf <= currentUntil) return { carriedUntil: null, notCarriedBecause: [] };
  const start = issuedOn && issuedOn > periodEnd ? issuedOn : periodEnd;
  const carried = carriedTo({ bridged: bridgedStretches(report, start, bounds), currentUntil }, asOf);
  const carriedUntil = carried?.until ?? null;
  const isCarried = carriedUntil !== null && asOf <= carriedUntil;
  return { carriedUntil, notCarriedBecause: isCarried ? [] : whyNotCarried(report, asOf, bounds) };
}

function whyNotCarried(report: BridgedReport, asOf: CalendarDate, bounds: BridgeBounds): string[] {
  const { bridgeLetters, bridgeLetterUntil, nextReportExpectedOn, periodEnd } = report;
  if (!bridgeLetters)
    return bridgeLetterUntil
      ? ['A bridge letter is said to be there; record who signed it and what it reports.']
      : [];
  const known = bridgeLetters.filter(({ issuedOn }) => issuedOn <= asOf);
  if (known.length === 0) return [];
  const last = lastCarriedDay(report, bounds);
  if (asOf > last)
    return [
      `No letter carries a report past ${last}, ${bounds.ages.soc2.bridgedMonths} months after ${periodEnd}.`,
    ];
  const told = known
    .map((letter) => whyLetterDoesNot(letter, asOf, bounds))
    .filter((one) => one !== null)
    .sort();
  if (!nextReportExpectedOn) told.push('No day for the next report is on record.');
  return told.length > 0 ? told : ['The letters leave days after the period uncovered.'];
}

function whyLetterDoesNot(letter: Letter, asOf: CalendarDate, bounds: BridgeBounds): string | null {
  const { from, to, issuedOn, signedByManagement } = letter;
  const name = `The bridge letter of ${issuedOn}`;
  if (signedByManagement !== 'yes') return `${name} is not known to be signed by the management.`;
  if (!isSound(letter)) return `${name} reports changes, or does not say that there are none.`;
  if (from > asOf) return `${name} begins only on ${from}.`;
  if (to < asOf) return `${name} ends on ${to}.`;
  const longest = longestFrom(from, bounds);
  const { bridgeLetterMonths, bridgeLetterSource } = bounds.soc2;
  return longest < asOf
    ? `${name} runs to ${to}, and one counts for ${bridgeLetterMonths} months at most: this one to ${longest} (good practice: ${bridgeLetterSource}).`
    : null;
}

function isSound({ signedByManagement, changesReported }: Letter): boolean {
  return signedByManagement === 'yes' && changesReported === 'no';
}

function longestFrom(from: CalendarDate, { soc2 }: BridgeBounds): CalendarDate {
  return dayBefore(addMonths(from, soc2.bridgeLetterMonths));
}

function lastCarriedDay({ periodEnd }: BridgedReport, { ages }: BridgeBounds): CalendarDate {
  return addMonths(periodEnd, ages.soc2.bridgedMonths);
}

function earlier(first: CalendarDate, second: CalendarDate): CalendarDate {
  return first < second ? first : second;
}
