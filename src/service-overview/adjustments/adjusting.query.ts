// What the forms about an adjustment have to know of the tool: its threats with the figures as they stand.
import type { QueryConfig } from 'pg';
import type { Level } from '../../common/level';
import { DomainError } from '../../common/problems/domain.error';
import type { Tenancy } from '../../database/tenancy';

export interface AdjustableThreat {
  id: string;
  title: string;
  scenario: string;
  initiation: Level;
  adverseImpact: Level;
  impact: Level;
  risk: Level;
  /** under which no adjustment brings the risk; null where no gate holds the threat */
  gateFloor: Level | null;
}

export interface AdjustedTool {
  id: string;
  key: string;
  name: string;
  timeZone: string;
  /** by title; empty as long as the tool has not been scored */
  threats: AdjustableThreat[];
}

/** @throws DomainError not-found */
export async function readAdjustedTool(
  tenancy: Tenancy,
  organizationId: string,
  serviceId: string,
): Promise<AdjustedTool> {
  const query = adjustedTool(organizationId, serviceId);
  const [tool] = await tenancy.readOne<AdjustedTool>(organizationId, query);
  if (!tool) throw new DomainError('not-found', 'There is no tool with this id.');
  return tool;
}

function adjustedTool(organizationId: string, serviceId: string): QueryConfig {
  return {
    name: 'adjusted-tool',
    text: `select s.id, s.key, s.name, o.time_zone as "timeZone",
      (select coalesce(jsonb_agg(jsonb_build_object('id', t ->> 'id', 'title', t ->> 'title', 'scenario', t ->> 'scenario',
          'initiation', t #>> '{residual,initiation}', 'adverseImpact', t #>> '{residual,adverseImpact}',
          'impact', t #>> '{residual,impact}', 'risk', t #>> '{residual,risk}', 'gateFloor', t ->> 'gateFloor')
          order by t ->> 'title'), '[]')
        from service_score x, jsonb_array_elements(x.result -> 'threats') t
        where x.organization_id = $1 and x.service_key = s.key) as threats
      from service s join organization o on o.organization_id = s.organization_id
      where s.organization_id = $1 and s.id = $2`,
    values: [organizationId, serviceId],
  };
}
