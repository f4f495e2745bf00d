// What is on record about a tool, below its decision: where data goes, what was agreed, who is behind it, what is on file.
import type { FlowMap } from '../flow-maps/flow-map.presenter';
import type { MappedFlows } from '../flow-maps/flow-maps.service';
import { agreementSection, type AgreementSection } from './agreement-section.presenter';
import { companiesSection, type CompanyList } from './companies-section.presenter';
import type { EvidenceOfTool } from './evidence-of-tool.query';
import { evidenceSection, type EvidenceLine } from './evidence-section.presenter';
import type { CompaniesFacts } from './tool-facts.query';

export interface RecordsOfTool {
  /** where the page of the tool is */
  here: string;
  dataFlows: FlowMap;
  agreed: AgreementSection;
  companies: CompanyList[];
  evidence: EvidenceLine[];
}

/** @param here where the page of the tool is */
export function recordsOfTool(
  here: string,
  { facts, today, map }: MappedFlows,
  evidence: readonly EvidenceOfTool[],
  companies: CompaniesFacts,
  expiringWithinDays: number,
): RecordsOfTool {
  const practice = here.slice(0, here.lastIndexOf('/services/'));
  const numbers = new Map(map.flows.map(({ key, number }) => [key, number]));
  const agreed = facts.services.flatMap((service) =>
    agreementSection(facts, service, today, { at: here, expiringWithinDays, numbers }),
  );
  return {
    here,
    dataFlows: map,
    agreed: agreed[0] ?? { agreements: [], days: null, part2Days: null, timeline: null },
    companies: companiesSection(companies, here),
    evidence: evidenceSection(evidence, here, `/v1${practice}/files`),
  };
}
