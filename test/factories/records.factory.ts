// A valid body for each kind of record, to be changed by the test that needs another: the records of the API's examples.
import { randomBytes } from 'node:crypto';
import { EXAMPLE_DOSSIER } from '../../src/server/example-dossier';

const unique = () => randomBytes(6).toString('hex');

/** Makes a body like an example, as a copy of its own, with changes. */
const bodyLike =
  <Example extends object>(example: Example) =>
  (changes: object = {}) => ({ ...structuredClone(example), ...changes });

export const practiceBody = (changes: object = {}) => ({
  ...structuredClone(EXAMPLE_DOSSIER.practice),
  key: `practice-${unique()}`,
  ...changes,
});

export const vendorBody = bodyLike(EXAMPLE_DOSSIER.vendors[0]);
export const serviceBody = bodyLike(EXAMPLE_DOSSIER.services[0]);
export const evidenceBody = bodyLike(EXAMPLE_DOSSIER.evidence[0]);
export const agreementBody = bodyLike(EXAMPLE_DOSSIER.agreements[0]);
export const soc2ReportBody = bodyLike(EXAMPLE_DOSSIER.soc2Reports[0]);
export const attestationBody = bodyLike(EXAMPLE_DOSSIER.attestations[0]);
export const dataFlowBody = bodyLike(EXAMPLE_DOSSIER.dataFlows[0]);
export const checklistBody = bodyLike(EXAMPLE_DOSSIER.checklists[0]);
export const practiceMeasuresBody = bodyLike(EXAMPLE_DOSSIER.practiceMeasures[0]);
export const adjustmentBody = bodyLike(EXAMPLE_DOSSIER.adjustments[0]);
export const modelCardBody = bodyLike(EXAMPLE_DOSSIER.modelCards[0]);
export const clinicalValidationBody = bodyLike(EXAMPLE_DOSSIER.clinicalValidations[0]);
export const financialStandingBody = bodyLike(EXAMPLE_DOSSIER.financialStandings[0]);
export const serviceLevelBody = bodyLike(EXAMPLE_DOSSIER.serviceLevels[0]);
/** Earlier decisions are kept by the product and sent by nobody. */
const { earlierDecisions: _kept, ...safeguard } = EXAMPLE_DOSSIER.safeguards[0];
export const safeguardBody = bodyLike(safeguard);
export const incidentBody = bodyLike(EXAMPLE_DOSSIER.incidents[0]);
export const consentFormBody = bodyLike(EXAMPLE_DOSSIER.consentForms[0]);
export const locationBody = bodyLike(EXAMPLE_DOSSIER.locations[0]);
export const assetBody = bodyLike(EXAMPLE_DOSSIER.assets[0]);
export const assetConnectionBody = bodyLike(EXAMPLE_DOSSIER.assetConnections[0]);
export const findingBody = bodyLike(EXAMPLE_DOSSIER.findings[0]);
export const obligationCompletionBody = bodyLike(EXAMPLE_DOSSIER.obligationCompletions[0]);
export const obligationSettingBody = bodyLike(EXAMPLE_DOSSIER.obligationSettings[0]);
export const staffMemberBody = bodyLike(EXAMPLE_DOSSIER.staffMembers[0]);
export const policyBody = bodyLike(EXAMPLE_DOSSIER.policies[0]);
export const trainingRecordBody = bodyLike(EXAMPLE_DOSSIER.training[0]);
export const biasAuditBody = bodyLike(EXAMPLE_DOSSIER.biasAudits[0]);
export const logReviewBody = bodyLike(EXAMPLE_DOSSIER.logReviews[0]);
export const disputedDecisionBody = bodyLike(EXAMPLE_DOSSIER.disputedDecisions[0]);
export const performanceMeasurementBody = bodyLike(EXAMPLE_DOSSIER.performanceMeasurements[0]);
export const vendorReviewBody = bodyLike(EXAMPLE_DOSSIER.vendorReviews[0]);
export const exitPlanBody = bodyLike(EXAMPLE_DOSSIER.exitPlans[0]);
export const exitTermsBody = bodyLike(EXAMPLE_DOSSIER.exitTerms[0]);

/** A whole dossier of one service, for import. */
export const dossierBody = (practice: object, changes: object = {}) => ({
  ...structuredClone(EXAMPLE_DOSSIER),
  practice,
  ...changes,
});

/** How many records the lists of a dossier hold together; the practice is not among them. */
export const recordCount = (dossier: object): number =>
  Object.values(dossier).reduce<number>((sum, list) => sum + (Array.isArray(list) ? list.length : 0), 0);
