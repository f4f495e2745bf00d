// What is on record about a tool, below its decision: where data goes, what was agreed, what is on file.
import type { FlowMap } from '../flow-maps/flow-map.presenter';
import type { MappedFlows } from '../flow-maps/flow-maps.service';
import { agreementSection, type AgreementSection } from './agreement-section.presenter';
import type { EvidenceOfTool } from './evidence-of-tool.query';
import { evidenceSection, type EvidenceLine } from './evidence-section.presenter';

export interface RecordsOfTool {
  /** where the page of the tool is */
  here: string;
  dataFlows: FlowMap;
  agreed: AgreementSection;
  evidence: EvidenceLine[];
}

export function recordsOfTool(
  organizationId: string,
  serviceId: string,
  { facts, today, map }: MappedFlows,
  evidence: readonly EvidenceOfTool[],
  expiringWithinDays: number,
): RecordsOfTool {
  const at = `/organizations/${organizationId}/services/${serviceId}`;
  const numbers = new Map(map.flows.map(({ key, number }) => [key, number]));
  const agreed = facts.services.flatMap((service) =>
    agreementSection(facts, service, today, { at, expiringWithinDays, numbers }),
  );
  return {
    here: at,
    dataFlows: map,
    agreed: agreed[0] ?? { agreements: [], days: null, part2Days: null },
    evidence: evidenceSection(evidence, at, `/v1/organizations/${organizationId}/files`),
  };
}
