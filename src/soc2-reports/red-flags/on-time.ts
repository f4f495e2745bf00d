// Red flags on the period: too old, too short, at one date only, not carried on.
import { addDays, addMonths, nextDay } from '../../common/calendar-date';
import type { RedFlagId } from '../soc2-knowledge';
import { isFinalReportOfVendor } from './on-assurance';
import type { RedFlagFacts, RedFlagRule } from './red-flag-facts';

const typeOneOnly: RedFlagRule = ({ report, others }) => {
  const testsOperation = (one: RedFlagFacts['report']) =>
    one.kind === 'soc2_type_2' || (one.kind === 'soc2_plus' && Boolean(one.periodStart));
  if (!isFinalReportOfVendor(report) || testsOperation(report)) return null;
  if (report.type2PlannedOn || others.some((one) => isFinalReportOfVendor(one) && testsOperation(one)))
    return null;
  return 'It tests design at one date, and no Type 2 report is there or planned.';
};

const tooOld: RedFlagRule = (facts) => {
  const { report, asOf, ages } = facts;
  if (!isFinalReportOfVendor(report) || hasNewer(facts)) return null;
  return asOf > addMonths(report.periodEnd, ages.currentMonths)
    ? `The period ended on ${report.periodEnd}.`
    : null;
};

/** Until three months after the period a letter can still be on its way. */
const notCarriedOn: RedFlagRule = (facts, { bridgeLetterMonths }) => {
  const { report, asOf } = facts;
  if (!isFinalReportOfVendor(report) || hasNewer(facts)) return null;
  const letters = report.bridgeLetters ?? [];
  const long = letters.find(({ from, to }) => to > addDays(addMonths(from, bridgeLetterMonths), -1));
  if (long) return `The letter of ${long.issuedOn} covers more than ${bridgeLetterMonths} months.`;
  const unsigned = letters.find(({ signedByManagement }) => signedByManagement !== 'yes');
  if (unsigned) return `It is not known that the management signed the letter of ${unsigned.issuedOn}.`;
  const isBare = letters.length === 0 && !report.bridgeLetterUntil;
  return isBare && asOf > addMonths(report.periodEnd, bridgeLetterMonths)
    ? `No letter covers the time since ${report.periodEnd}.`
    : null;
};

const shortPeriod: RedFlagRule = ({ report, ages }) => {
  const { periodStart, periodEnd } = report;
  if (!isFinalReportOfVendor(report) || !periodStart) return null;
  return addMonths(periodStart, ages.firstPeriodMonths) >= nextDay(periodEnd)
    ? `The period runs from ${periodStart} to ${periodEnd}.`
    : null;
};

function hasNewer({ report, others, asOf }: RedFlagFacts): boolean {
  return others.some(
    (one) => isFinalReportOfVendor(one) && one.periodEnd > report.periodEnd && one.periodEnd <= asOf,
  );
}

export const RULES_ON_TIME = {
  'SOC-RF02': typeOneOnly,
  'SOC-RF03': tooOld,
  'SOC-RF04': notCarriedOn,
  'SOC-RF11': shortPeriod,
} as const satisfies Partial<Record<RedFlagId, RedFlagRule>>;
