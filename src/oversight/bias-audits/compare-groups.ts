// How unequal the results of an audit are: the lowest rate held against the highest, among groups that are large enough to say something. Pure.
import type { GroupDimension } from '../oversight-words';

export interface CountedGroup {
  readonly dimension: GroupDimension;
  readonly group: string;
  /** people, or decisions about people, that were counted */
  readonly people: number;
  /** those of them for whom it came out well */
  readonly wellServed: number;
}

export interface ComparedGroup extends CountedGroup {
  /** percent with one decimal; null where nobody was counted */
  readonly rate: number | null;
  /** smaller than the smallest group that was set beforehand: it takes no part in the comparison */
  readonly isTooSmall: boolean;
}

/** `too_few`: fewer than two groups are large enough, which says nothing either way. */
export type ComparisonVerdict = 'too_few' | 'within' | 'below';

export interface ComparedDimension {
  readonly dimension: GroupDimension;
  readonly groups: readonly ComparedGroup[];
  /** the lowest rate in percent of the highest, cut off after one decimal; null when too few groups are large enough */
  readonly ratioPercent: number | null;
  readonly lowest: string | null;
  readonly highest: string | null;
  readonly verdict: ComparisonVerdict;
  /** by the rule of thumb, whatever threshold was set; null when too few groups are large enough */
  readonly isBelowFourFifths: boolean | null;
}

export type AuditVerdict = 'difference_found' | 'no_difference_found' | 'says_nothing';

export interface AuditMeasure {
  readonly smallestGroup: number;
  readonly thresholdPercent: number;
}

/**
 * Each dimension by itself, in the order in which it is first named.
 * @param fourFifthsPercent the rule of thumb of the catalog
 */
export function compareGroups(
  groups: readonly CountedGroup[],
  { smallestGroup, thresholdPercent }: AuditMeasure,
  fourFifthsPercent: number,
): ComparedDimension[] {
  const dimensions = [...new Set(groups.map(({ dimension }) => dimension))];
  return dimensions.map((dimension) => {
    const compared = groups
      .filter((one) => one.dimension === dimension)
      .map((one): ComparedGroup => ({
        ...{ dimension, group: one.group, people: one.people, wellServed: one.wellServed },
        rate: one.people === 0 ? null : cut(one.wellServed * 100, one.people),
        isTooSmall: one.people < Math.max(1, smallestGroup),
      }));
    const large = compared.filter(({ isTooSmall }) => !isTooSmall).sort(lowestRateFirst);
    const [lowest, highest] = [large[0], large.at(-1)];
    if (!lowest || !highest || large.length < 2)
      return {
        ...{ dimension, groups: compared, ratioPercent: null, lowest: null, highest: null },
        ...{ verdict: 'too_few', isBelowFourFifths: null },
      };
    return {
      ...{ dimension, groups: compared, lowest: lowest.group, highest: highest.group },
      ratioPercent: ratioOf(lowest, highest),
      verdict: isBelow(lowest, highest, thresholdPercent) ? 'below' : 'within',
      isBelowFourFifths: isBelow(lowest, highest, fourFifthsPercent),
    };
  });
}

/** One dimension below the threshold is enough; what says nothing is never taken for "no difference". */
export function auditVerdict(compared: readonly Pick<ComparedDimension, 'verdict'>[]): AuditVerdict {
  if (compared.some(({ verdict }) => verdict === 'below')) return 'difference_found';
  return compared.some(({ verdict }) => verdict === 'within') ? 'no_difference_found' : 'says_nothing';
}

/** By whole numbers, so that a rate of exactly the threshold is never below it. */
function isBelow(lowest: CountedGroup, highest: CountedGroup, percent: number): boolean {
  return lowest.wellServed * highest.people * 100 < percent * highest.wellServed * lowest.people;
}

/** Where nobody was served well in any group, all are served alike. */
function ratioOf(lowest: CountedGroup, highest: CountedGroup): number {
  if (highest.wellServed === 0) return 100;
  return cut(lowest.wellServed * highest.people * 100, highest.wellServed * lowest.people);
}

function cut(dividend: number, divisor: number): number {
  return Math.floor((dividend * 10) / divisor) / 10;
}

function lowestRateFirst(first: CountedGroup, second: CountedGroup): number {
  return (
    first.wellServed * second.people - second.wellServed * first.people ||
    (first.group < second.group ? -1 : 1)
  );
}
