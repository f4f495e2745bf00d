import type { QueryConfig } from 'pg';

/** The example among organizations of a person that are read. */
export function exampleOf(ids: readonly string[]): QueryConfig {
  return {
    name: 'example-of-person',
    text: `select organization_id as id from organization
      where organization_id = any ($1::uuid[]) and is_example and closed_at is null limit 1`,
    values: [ids],
  };
}

export interface WhatIsThere {
  hasTools: boolean;
  hasAssessment: boolean;
}

/** How far an example has been furnished. */
export function whatIsThere(organizationId: string): QueryConfig {
  return {
    name: 'what-is-in-example',
    text: `select exists (select from service where organization_id = $1) as "hasTools",
      exists (select from assessment where organization_id = $1) as "hasAssessment"`,
    values: [organizationId],
  };
}
