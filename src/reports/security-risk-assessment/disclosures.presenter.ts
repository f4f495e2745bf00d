// Flows to a vendor without an agreement in force, for which nobody has opened an incident: said beside the flows, and where incidents are told.
import type { AssessmentDocument } from '../../assessments/assessment.document';
import { disclosuresToJudge } from '../../incidents/disclosure-to-judge';
import type { NumberedFlow } from './flows.presenter';
import { listed } from './number-words';

/**
 * The services with such flows and the numbers of these, "Quipmarsh Chat (F2)"; empty where an incident is on record for each, and in a document that was drawn up
 * before there were incidents.
 */
export function flowsToJudge(
  { results, dossier, incidentRegister }: AssessmentDocument,
  flows: readonly NumberedFlow[],
): string {
  if (!incidentRegister) return '';
  const keys = disclosuresToJudge(results, dossier.dataFlows ?? [], dossier.incidents ?? []);
  const told = keys.flatMap((key) => {
    const own = flows.filter(
      ({ service, coverage }) => service.key === key && coverage.state === 'uncovered',
    );
    const [first] = own;
    return first ? [`${first.service.name} (${own.map(({ number }) => number).join(', ')})`] : [];
  });
  return listed(told.sort((one, other) => (one < other ? -1 : 1)));
}
