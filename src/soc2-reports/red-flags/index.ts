// The red flags of a report: a pure function over the report and what the practice knows. Which flags there are, how severe and how
// sure is data (catalogs/soc2.yaml); when each is raised stands in the files beside this one, one rule a flag.
import {
  RED_FLAG_SEVERITIES,
  type RedFlagId,
  type RedFlagSeverity,
  type Soc2Knowledge,
} from '../soc2-knowledge';
import { RULES_ON_ASSURANCE } from './on-assurance';
import { RULES_ON_FINDINGS } from './on-findings';
import { RULES_ON_TIME } from './on-time';
import type { RedFlagFacts, RedFlagRule } from './red-flag-facts';

export type { RedFlagFacts, ScopedService } from './red-flag-facts';

export interface RedFlag {
  id: RedFlagId;
  severity: RedFlagSeverity;
  /** the flag in general */
  flag: string;
  /** what raised it here */
  because: string;
  /** what to ask for */
  ask: string;
  basis: string;
  /** true where the fact base knows of it "from knowledge" only */
  isUnverified: boolean;
}

const RULES: Readonly<Record<RedFlagId, RedFlagRule>> = {
  ...RULES_ON_ASSURANCE,
  ...RULES_ON_FINDINGS,
  ...RULES_ON_TIME,
};

/** Worst first, then by id. */
export function redFlagsOf(facts: RedFlagFacts, knowledge: Soc2Knowledge): RedFlag[] {
  return knowledge.redFlags
    .flatMap(({ id, severity, flag, ask, basis }) => {
      const because = RULES[id](facts, knowledge);
      if (because === null) return [];
      return [{ id, severity, flag, because, ask, basis, isUnverified: !basis.startsWith('verified') }];
    })
    .sort(
      (first, second) =>
        RED_FLAG_SEVERITIES.indexOf(first.severity) - RED_FLAG_SEVERITIES.indexOf(second.severity) ||
        (first.id < second.id ? -1 : 1),
    );
}
