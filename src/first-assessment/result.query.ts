// What the facts come to so far: each tool with its decision and the steps that would lower its risk, as it was worked out last. One statement.
import type { QueryConfig } from 'pg';
import { byName } from '../database/by-name.sql';
import type { DecisionCode, SingleStep, StepSet } from '../assessments/scoring/service-result';
import type { Level } from '../common/level';

export interface ResultOfTool {
  id: string;
  name: string;
  decision: DecisionCode;
  decisionLabel: string;
  level: Level;
  why: string;
  confidencePercent: number;
  unknowns: number;
  singles: SingleStep[];
  /** the nearest set of steps that leads further, whichever number of them it takes */
  nearest: StepSet | null;
}

/** The worst tool first. */
export function resultsSoFar(organizationId: string): QueryConfig {
  return {
    name: 'results-so-far',
    text: `select s.id, s.name, x.decision, x.result #>> '{decision,label}' as "decisionLabel", x.level, x.why,
        x.confidence_percent as "confidencePercent", jsonb_array_length(x.result -> 'unknowns') as unknowns,
        coalesce(x.result #> '{steps,singles}', '[]') as singles, x.result #> '{steps,sets,0}' as nearest
      from service_score x join service s on s.organization_id = x.organization_id and s.key = x.service_key
      where x.organization_id = $1 order by x.index_out_of_100 desc, ${byName('s.name')}, s.key`,
    values: [organizationId],
  };
}
