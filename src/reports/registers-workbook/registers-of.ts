// The sheets of the workbook, in their order: first what comes out, then the facts that it comes from.
import type { SealedAssessment } from '../../assessments/assessment.document';
import { OVERSIGHT_KINDS } from '../../oversight/oversight-words';
import type { Sheet } from './sheet';
import { aboutSheet } from './sheets/about.sheet';
import { agreementGapsSheet } from './sheets/agreement-gaps.sheet';
import { agreementsSheet } from './sheets/agreements.sheet';
import { answersSheet } from './sheets/answers.sheet';
import { attestationsSheet } from './sheets/attestations.sheet';
import { comparisonSheet } from './sheets/comparison.sheet';
import { consentsSheet } from './sheets/consents.sheet';
import { contradictionsSheet } from './sheets/contradictions.sheet';
import { controlsSheet } from './sheets/controls.sheet';
import { dataFlowsSheet } from './sheets/data-flows.sheet';
import { evidenceSheet } from './sheets/evidence.sheet';
import { gatesSheet } from './sheets/gates.sheet';
import { incidentsSheet } from './sheets/incidents.sheet';
import { inventorySheet } from './sheets/inventory.sheet';
import { oversightDueSheet, oversightSheet } from './sheets/oversight.sheet';
import { obligationsSheet } from './sheets/obligations.sheet';
import { provisionsSheet } from './sheets/provisions.sheet';
import { acceptedRisksSheet, findingsSheet, practiceDecisionsSheet } from './sheets/risk-management.sheets';
import { riskRegisterSheet } from './sheets/risk-register.sheet';
import { safeguardsSheet } from './sheets/safeguards.sheet';
import { servicesSheet } from './sheets/services.sheet';
import { redFlagsSheet, soc2ReportsSheet } from './sheets/soc2-reports.sheet';
import { sourcesSheet } from './sheets/sources.sheet';
import { stepsSheet } from './sheets/steps.sheet';
import { unknownsSheet } from './sheets/unknowns.sheet';
import { policiesSheet, trainingSheet } from './sheets/workforce.sheet';
import { userEntityControlsSheet } from './sheets/user-entity-controls.sheet';

const REGISTERS = [
  servicesSheet,
  riskRegisterSheet,
  controlsSheet,
  gatesSheet,
  unknownsSheet,
  stepsSheet,
  contradictionsSheet,
  comparisonSheet,
  agreementsSheet,
  agreementGapsSheet,
  provisionsSheet,
  soc2ReportsSheet,
  redFlagsSheet,
  userEntityControlsSheet,
  attestationsSheet,
  dataFlowsSheet,
  answersSheet,
  safeguardsSheet,
  incidentsSheet,
  consentsSheet,
  policiesSheet,
  trainingSheet,
  inventorySheet,
  findingsSheet,
  acceptedRisksSheet,
  practiceDecisionsSheet,
  oversightDueSheet,
  ...OVERSIGHT_KINDS.map((kind) => oversightSheet(kind)),
  obligationsSheet,
  evidenceSheet,
  sourcesSheet,
];

/** Every register, empty ones too. Nothing is read but the assessment document and, for its digest, its seal. */
export function registersOf(sealed: SealedAssessment): Sheet[] {
  return [aboutSheet(sealed), ...REGISTERS.map((register) => register(sealed.document))];
}
