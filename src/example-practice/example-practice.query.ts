import type { QueryConfig } from 'pg';
import type { AssessmentResponse } from '../assessments/assessment.dto';

export interface WhatIsThere {
  hasTools: boolean;
  /** the newest, as far as it has come */
  assessment: Pick<AssessmentResponse, 'id' | 'version' | 'status'> | null;
  hasReport: boolean;
}

/** How far an example has been furnished. */
export function whatIsThere(organizationId: string): QueryConfig {
  return {
    name: 'what-is-in-example',
    text: `select exists (select from service where organization_id = $1) as "hasTools",
      (select jsonb_build_object('id', a.id, 'version', a.version, 'status', a.status) from assessment a
        where a.organization_id = $1 order by a.created_at desc, a.id desc limit 1) as assessment,
      exists (select from report where organization_id = $1) as "hasReport"`,
    values: [organizationId],
  };
}
