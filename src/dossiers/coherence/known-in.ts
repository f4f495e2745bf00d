// What the catalogs know of what records name: the same for a file, an import and every single write.
import type { Catalogs } from '../../catalogs/load-catalogs';
import type { CoherenceContext } from './rule';

export type Known = Required<
  Pick<
    CoherenceContext,
    | 'knownThreats'
    | 'knownSources'
    | 'knownEntries'
    | 'breachNotification'
    | 'knownObligations'
    | 'knownPolicies'
    | 'oversight'
  >
>;

export function knownIn({
  scoringModel,
  securityRule,
  breachNotification,
  obligations,
  policies,
  aiOversight,
}: Pick<
  Catalogs,
  'scoringModel' | 'securityRule' | 'breachNotification' | 'obligations' | 'policies' | 'aiOversight'
>): Known {
  return {
    knownThreats: scoringModel.threats,
    knownSources: { gates: idsOf(scoringModel.gates), steps: idsOf(scoringModel.steps) },
    knownEntries: securityRule.entries,
    breachNotification,
    knownObligations: obligations,
    knownPolicies: policies.policies,
    oversight: aiOversight,
  };
}

function idsOf(list: readonly { id: string }[]): string[] {
  return list.map(({ id }) => id);
}
