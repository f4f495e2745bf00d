import {
  auditVerdict,
  compareGroups,
  type AuditVerdict,
  type ComparedDimension,
} from '../bias-audits/compare-groups';
import type { BiasAuditFields } from '../bias-audits/bias-audit.fields';
import {
  countShown,
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

type Audit = BiasAuditFields & { key: string; service: string };

const VERDICTS: Readonly<Record<AuditVerdict, ToldRemark>> = {
  difference_found: weak('A difference was found'),
  no_difference_found: good('No difference beyond the threshold'),
  says_nothing: weak('Too few people to say anything'),
};

export function toldBiasAudit(audit: Audit, around: Around): ToldOversight {
  const { catalog } = around;
  const { fourFifthsPercent, countsShownFrom } = catalog.numbers;
  const compared = compareGroups(audit.groups, audit, fourFifthsPercent);
  const verdict = auditVerdict(compared);
  return {
    ...{ kind: 'bias_audit', key: audit.key, service: audit.service, vendor: null, on: audit.doneOn },
    title: catalog.outputs[audit.output],
    verdict: VERDICTS[verdict],
    remarks: [
      ...compared.map((one) => remarkOn(one, audit, around)),
      ...(audit.thresholdSetOn > audit.periodStart
        ? [weak('Threshold and smallest group were set after the period had begun')]
        : []),
      ...(verdict !== 'no_difference_found' && !audit.actions
        ? [weak('What is done because of it is not on record')]
        : []),
    ],
    facts: factsOf({
      'What counts as well': audit.measure,
      'How it was done': audit.method,
      'Who did it': audit.doneBy,
      'First day': day(audit.periodStart),
      'Last day': day(audit.periodEnd),
      'Done on': day(audit.doneOn),
      'Smallest group compared': audit.smallestGroup,
      'Threshold, percent': audit.thresholdPercent,
      'Threshold set on': day(audit.thresholdSetOn),
      'What was found': audit.findings,
      'What it missed of culture': audit.cultureMissed,
      'What is done': audit.actions,
      'Next audit': day(audit.nextOn),
      Evidence: evidenceNames(audit.evidenceKeys, around),
    }),
    table: {
      title: 'Groups that were compared',
      columns: ['By', 'Group', 'Counted', 'Came out well', 'Percent', 'In the comparison'],
      rows: compared.flatMap(({ dimension, groups, lowest, highest }) =>
        groups.map(({ group, people, wellServed, rate, isTooSmall }) => {
          // What is well for few of a small group is as telling as how few they are.
          const isHidden = people < countsShownFrom;
          return [
            catalog.dimensions[dimension],
            group,
            countShown(people, countsShownFrom),
            isHidden ? 'not shown' : wellServed,
            isHidden ? null : rate,
            isTooSmall ? 'too few' : placeOf(group, lowest, highest),
          ];
        }),
      ),
    },
  };
}

function placeOf(group: string, lowest: string | null, highest: string | null): string {
  if (lowest === null) return 'nothing to compare with';
  if (group === lowest) return 'lowest';
  return group === highest ? 'highest' : 'yes';
}

function remarkOn(
  { dimension, verdict, ratioPercent, lowest, highest, isBelowFourFifths, groups }: ComparedDimension,
  { smallestGroup, thresholdPercent }: Audit,
  { catalog }: Around,
): ToldRemark {
  const by = catalog.dimensions[dimension];
  if (verdict === 'too_few')
    return plain(
      `${by}: fewer than two groups of ${smallestGroup} or more; pool months before saying anything`,
    );
  const small = groups.filter(({ isTooSmall }) => isTooSmall).length;
  const leftOut = small > 0 ? `; ${small} too small to compare` : '';
  const held = `${by}: “${lowest}” at ${ratioPercent} percent of “${highest}”, threshold ${thresholdPercent}${leftOut}`;
  if (verdict === 'within' && !isBelowFourFifths) return good(held);
  return weak(isBelowFourFifths ? `${held}; below four fifths, a rule of thumb of employment law` : held);
}
