// What the first page has to know of the last sealed assessment: how each tool stood in it, and which agreements it knew. A sealed document never
// changes and is large, so what was read of one is kept.
import { Injectable } from '@nestjs/common';
import type { QueryConfig } from 'pg';
import type { DecisionCode } from '../assessments/scoring/service-result';
import type { CalendarDate } from '../common/calendar-date';
import type { Level } from '../common/level';
import { Tenancy } from '../database/tenancy';

export interface SealedSummary {
  id: string;
  asOf: CalendarDate;
  services: { key: string; name: string; decision: DecisionCode; level: Level }[];
  agreements: string[];
}

const MOST_KEPT = 500;

@Injectable()
export class SealedSummaries {
  private readonly kept = new Map<string, SealedSummary>();

  constructor(private readonly tenancy: Tenancy) {}

  /** @param id of an assessment that the caller has just been shown to be sealed. @returns null where it is gone */
  async of(organizationId: string, id: string): Promise<SealedSummary | null> {
    const place = `${organizationId} ${id}`;
    const known = this.kept.get(place);
    if (known) return known;
    const query = sealedSummary(organizationId, id);
    const [summary] = await this.tenancy.readOne<SealedSummary>(organizationId, query);
    if (!summary) return null;
    const [oldest] = this.kept.keys();
    if (this.kept.size >= MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(place, summary);
    return summary;
  }
}

function sealedSummary(organizationId: string, id: string): QueryConfig {
  return {
    name: 'sealed-summary',
    text: `select d.id, d.as_of as "asOf",
      (select coalesce(jsonb_agg(jsonb_build_object('key', r #>> '{service,key}', 'name', r #>> '{service,name}',
          'decision', r #>> '{decision,code}', 'level', r ->> 'level')), '[]')
        from jsonb_array_elements(d.document -> 'results') r) as services,
      (select coalesce(jsonb_agg(a ->> 'key'), '[]')
        from jsonb_array_elements(coalesce(nullif(d.document #> '{dossier,agreements}', 'null'), '[]')) a) as agreements
      from (select a.id, a.as_of, a.document::jsonb as document from assessment a
        where a.organization_id = $1 and a.id = $2 and a.status = 'sealed' and a.redacted_at is null) d`,
    values: [organizationId, id],
  };
}
