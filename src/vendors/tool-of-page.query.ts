// The tool that a form is about: its name for the page, its vendor, and who else could be meant.
import type { QueryConfig } from 'pg';
import { byName } from '../database/by-name.sql';
import { DomainError } from '../common/problems/domain.error';
import type { Tenancy } from '../database/tenancy';

export interface ToolOfPage {
  id: string;
  key: string;
  name: string;
  vendor: string;
  vendorName: string;
  /** companies behind the vendor, as the record of the tool names them */
  subcontractors: { key: string; name: string }[];
  /** every tool of the same vendor, this one among them */
  ofVendor: { key: string; name: string }[];
  /** what another record may name: agreements on file with the vendor, SOC 2 reports of any company, model cards of the tool */
  agreements: { key: string; name: string }[];
  reports: { key: string; name: string }[];
  modelCards: { key: string; name: string }[];
}

/** @throws DomainError not-found */
export async function readTool(tenancy: Tenancy, organizationId: string, id: string): Promise<ToolOfPage> {
  const [tool] = await tenancy.readOne<ToolOfPage>(organizationId, toolOfPage(organizationId, id));
  if (!tool) throw new DomainError('not-found', 'There is no tool with this id.');
  return tool;
}

/** Where the page of the tool is. */
export function addressOfTool(organizationId: string, id: string): string {
  return `/organizations/${organizationId}/services/${id}`;
}

const SOC2_NAME = `coalesce(x.reported_entity, (select v.name from vendor v
  where v.organization_id = x.organization_id and v.key = x.vendor_key)) || ', until ' || x.period_end`;

function nameable(table: string, name: string, which: string): string {
  return `(select coalesce(jsonb_agg(jsonb_build_object('key', x.key, 'name', ${name}) order by ${byName(name)}, x.key), '[]')
        from ${table} x where x.organization_id = $1 and ${which})`;
}

function toolOfPage(organizationId: string, id: string): QueryConfig {
  return {
    name: 'tool-of-page',
    text: `select s.id, s.key, s.name, s.vendor_key as vendor, v.name as "vendorName",
      coalesce(s.subcontractors, '[]') as subcontractors,
      (select jsonb_agg(jsonb_build_object('key', x.key, 'name', x.name) order by ${byName('x.name')}, x.key)
        from service x where x.organization_id = $1 and x.vendor_key = s.vendor_key) as "ofVendor",
      ${nameable('agreement', 'x.title', 'x.vendor_key = s.vendor_key')} as agreements,
      ${nameable('soc2_report', SOC2_NAME, 'true')} as reports,
      ${nameable('model_card', `x.model || ' ' || x.model_version`, 'x.service_key = s.key')} as "modelCards"
      from service s join vendor v on v.organization_id = s.organization_id and v.key = s.vendor_key
      where s.organization_id = $1 and s.id = $2`,
    values: [organizationId, id],
  };
}
