// What the catalogs know of what records name: the same for a file, an import and every single write.
import type { Catalogs } from '../../catalogs/load-catalogs';
import type { CoherenceContext } from './rule';

export type Known = Required<
  Pick<
    CoherenceContext,
    'knownThreats' | 'knownEntries' | 'breachNotification' | 'knownObligations' | 'oversight'
  >
>;

export function knownIn({
  scoringModel,
  securityRule,
  breachNotification,
  obligations,
  aiOversight,
}: Pick<
  Catalogs,
  'scoringModel' | 'securityRule' | 'breachNotification' | 'obligations' | 'aiOversight'
>): Known {
  return {
    knownThreats: scoringModel.threats,
    knownEntries: securityRule.entries,
    breachNotification,
    knownObligations: obligations.obligations,
    oversight: aiOversight,
  };
}
