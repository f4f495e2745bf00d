import type { PerformanceMeasurementFields } from '../performance-measurements/performance-measurement.fields';
import {
  promiseStanding,
  type FigureUnit,
  type NotComparable,
  type PromiseStanding,
} from '../performance-measurements/promise-kept';
import {
  day,
  evidenceNames,
  factsOf,
  good,
  plain,
  weak,
  type Around,
  type ToldOversight,
  type ToldRemark,
} from './told';

type Measurement = PerformanceMeasurementFields & { key: string; service: string };

const BECAUSE: Readonly<Record<NotComparable, string>> = {
  no_promise: 'Nothing was promised',
  other_measure: 'The promise is about something else',
  other_unit: 'The promise is in another unit',
  other_window: 'The promise counts over another stretch of time',
  not_each_case: 'The promise holds for each case, and only the worst case shows whether it was kept',
};

export function toldPerformance(measurement: Measurement, around: Around): ToldOversight {
  const { catalog } = around;
  const figure = catalog.figures[measurement.figure];
  const level = measurement.serviceLevel ? around.serviceLevels.get(measurement.serviceLevel) : null;
  const standing = promiseStanding(measurement, level, figure.promisedAs);
  return {
    ...{ kind: 'performance_measurement', key: measurement.key, service: measurement.service, vendor: null },
    on: measurement.periodEnd,
    title: measurement.group ? `${figure.title}: ${measurement.group}` : figure.title,
    verdict: verdictOn(standing),
    remarks: [
      ...(measurement.measuredBy === 'vendor' ? [weak('Known from the vendor’s own word only')] : []),
      ...(measurement.scope === 'average' && measurement.cases == null
        ? [weak('Of how many cases is not on record')]
        : []),
      ...(standing.verdict === 'not_kept' ? creditRemarks(measurement) : []),
    ],
    facts: factsOf({
      Measured: inUnit(measurement.measured, measurement.unit),
      Promised: level && inUnit(level.promised, level.unit),
      'What the number says': catalog.scopes[measurement.scope],
      'Better is': figure.better,
      Cases: measurement.cases,
      'First day': day(measurement.periodStart),
      'Last day': day(measurement.periodEnd),
      'Measured by': catalog.measurers[measurement.measuredBy],
      'How it was measured': measurement.method,
      Credit: measurement.credit && catalog.credits[measurement.credit],
      'Credit claimed on': day(measurement.creditClaimedOn),
      'How much': measurement.creditNote,
      'What follows': measurement.note,
      Evidence: evidenceNames(measurement.evidenceKeys, around),
    }),
    table: null,
  };
}

function verdictOn(standing: PromiseStanding): ToldRemark {
  if (standing.verdict !== 'not_comparable')
    return standing.verdict === 'kept' ? good('Promise kept') : weak('Promise not kept');
  return plain(
    standing.because === 'no_promise'
      ? BECAUSE.no_promise
      : `Not comparable: ${lower(BECAUSE[standing.because])}`,
  );
}

function creditRemarks({ credit }: Measurement): ToldRemark[] {
  if (!credit || credit === 'not_claimed') return [weak('No credit was claimed for it')];
  return credit === 'received' ? [good('The credit was received')] : [];
}

export function inUnit(value: number, unit: FigureUnit): string {
  return unit === 'count' ? String(value) : `${value} ${unit.replaceAll('_', ' ')}`;
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
