// The part of a sealed assessment that is about one service: what the report for a vendor's file is made of. The seal stays that of the
// whole document, and the report says so.
import type { AssessmentDocument, SealedAssessment } from '../../assessments/assessment.document';
import type { Comparison } from '../../assessments/registers/comparison';
import type { ObligationRegister } from '../../assessments/registers/obligation-register';
import type { Dossier } from '../../dossiers/dossier.document';
import { servicesEverNamed } from '../../business-associate-agreements/agreement-coverage';

/** null when the assessment has no result for the service */
export function narrowedToService(sealed: SealedAssessment, key: string): SealedAssessment | null {
  const { document } = sealed;
  const result = document.results.find(({ service }) => service.key === key);
  if (!result) return null;
  const { agreementRegister, assuranceRegister, incidentRegister, consentRegister } = document;
  const { riskManagement, oversightRegister, obligationRegister, comparison, topSteps } = document;
  const records = dossierOf(document.dossier, key, result.service.vendorKey);
  const isOwn = ownSubjects(records);
  const completions = (document.dossier.obligationCompletions ?? []).filter(isOwn);
  const dossier = { ...records, obligationCompletions: completions };
  const vendorReviews = keysOf(dossier.vendorReviews);
  const incidents = keysOf(dossier.incidents);
  const forms = keysOf(dossier.consentForms);
  const agreements = keysOf(dossier.agreements);
  const reports = keysOf(dossier.soc2Reports);
  const attestations = keysOf(dossier.attestations);
  const findings = keysOf(dossier.findings);
  const acceptances = keysOf(dossier.riskAcceptances);
  const decisions = keysOf(dossier.practiceDecisions);
  const narrowed: AssessmentDocument = {
    ...document,
    title: `Vendor report: ${result.service.name}`,
    scope:
      `This report is about one tool, ${result.service.name} of ${result.service.vendorName.replace(/\.$/, '')}, for the file that the practice keeps ` +
      'on its vendor. It shows a part of the practice’s assessment, under the digest of the whole, and is not by itself a risk analysis.',
    dossier,
    results: [result],
    holdsUntil: result.holdsUntil,
    ...(agreementRegister && {
      agreementRegister: {
        ...agreementRegister,
        agreements: agreementRegister.agreements
          .filter((one) => agreements.has(one.key))
          .map((one) => ({ ...one, services: one.services.filter((service) => service === key) })),
        services: agreementRegister.services.filter(({ service }) => service === key),
        part2Services: agreementRegister.part2Services?.filter(({ service }) => service === key),
      },
    }),
    ...(assuranceRegister && {
      assuranceRegister: {
        reports: assuranceRegister.reports.filter((one) => reports.has(one.key)),
        attestations: assuranceRegister.attestations.filter((one) => attestations.has(one.key)),
      },
    }),
    ...(incidentRegister && {
      incidentRegister: incidentRegister.filter((one) => incidents.has(one.key)),
    }),
    ...(consentRegister && {
      consentRegister: {
        ...consentRegister,
        forms: consentRegister.forms.filter((one) => forms.has(one.key)),
        consents: consentRegister.consents.filter(({ service }) => service === key),
      },
    }),
    ...(riskManagement && {
      riskManagement: {
        findings: riskManagement.findings.filter((one) => findings.has(one.key)),
        acceptances: riskManagement.acceptances.filter((one) => acceptances.has(one.key)),
        decisions: riskManagement.decisions.filter((one) => decisions.has(one.key)),
      },
    }),
    ...(oversightRegister && {
      oversightRegister: {
        ...oversightRegister,
        entries: oversightRegister.entries.filter((one) =>
          one.kind === 'vendor_review' ? vendorReviews.has(one.key) : one.service === key,
        ),
        due: oversightRegister.due.filter(
          (one) => one.service === key || one.vendor === result.service.vendorKey,
        ),
      },
    }),
    ...(obligationRegister && { obligationRegister: obligationsOf(obligationRegister, isOwn) }),
    ...(comparison && { comparison: comparisonOf(comparison, key) }),
    ...(topSteps && {
      topSteps: topSteps
        .filter(({ services }) => services.includes(key))
        .map((step) => ({
          ...step,
          betters: step.betters.filter((service) => service === key),
          services: [key],
        })),
    }),
  };
  delete narrowed.practiceResult;
  delete narrowed.safeguardsReview;
  delete narrowed.workforceRegister;
  delete narrowed.inventoryRegister;
  return { ...sealed, document: narrowed };
}

function dossierOf(dossier: Dossier, key: string, vendor: string): Dossier {
  const ofService = <T extends { service?: string | null }>(list: T[] | null | undefined) =>
    (list ?? []).filter(({ service }) => service === key);
  const covering = <T extends { vendor: string; services: string[] }>(list: T[] | null | undefined) =>
    (list ?? [])
      .filter((one) => one.vendor === vendor && one.services.includes(key))
      .map((one) => ({ ...one, services: [key] }));
  return {
    ...dossier,
    vendors: dossier.vendors.filter((one) => one.key === vendor),
    services: dossier.services.filter((one) => one.key === key),
    agreements: (dossier.agreements ?? [])
      .filter((one) => one.vendor === vendor && servicesEverNamed(one).includes(key))
      .map((one) => ({ ...one, services: one.services.filter((service) => service === key) })),
    soc2Reports: covering(dossier.soc2Reports),
    attestations: covering(dossier.attestations),
    dataFlows: ofService(dossier.dataFlows),
    checklists: ofService(dossier.checklists),
    practiceMeasures: ofService(dossier.practiceMeasures),
    adjustments: ofService(dossier.adjustments),
    findings: ofService(dossier.findings),
    riskAcceptances: ofService(dossier.riskAcceptances),
    practiceDecisions: ofService(dossier.practiceDecisions),
    modelCards: ofService(dossier.modelCards),
    clinicalValidations: ofService(dossier.clinicalValidations),
    serviceLevels: ofService(dossier.serviceLevels),
    exitTerms: ofService(dossier.exitTerms),
    biasAudits: ofService(dossier.biasAudits),
    logReviews: ofService(dossier.logReviews),
    disputedDecisions: ofService(dossier.disputedDecisions),
    performanceMeasurements: ofService(dossier.performanceMeasurements),
    exitPlans: ofService(dossier.exitPlans),
    vendorReviews: (dossier.vendorReviews ?? [])
      .filter((one) => one.vendor === vendor && one.services.includes(key))
      .map((one) => ({ ...one, services: [key] })),
    safeguards: null,
    // nor is what else it has, and where
    ...{ locations: null, assets: null, assetConnections: null },
    questionnaires: (dossier.questionnaires ?? []).filter(({ service }) => service === key),
    // what the practice does as a whole, and decided for itself, is not for a vendor's file
    obligationCompletions: [],
    obligationSettings: [],
    ...{ staffMembers: [], policies: [], policyVersions: [], policyAcknowledgements: [], training: [] },
    financialStandings: (dossier.financialStandings ?? []).filter((one) => one.vendor === vendor),
    incidents: (dossier.incidents ?? [])
      .filter((one) => one.services.includes(key))
      .map((one) => ({ ...one, services: [key] })),
    consentForms: (dossier.consentForms ?? [])
      .filter((one) => one.services.includes(key))
      .map((one) => ({ ...one, services: [key] })),
    evidence: (dossier.evidence ?? [])
      .filter((one) => one.services.includes(key) || (one.services.length === 0 && one.vendor === vendor))
      .map((one) => ({ ...one, services: one.services.filter((service) => service === key) })),
  };
}

/** Whether something is about a record of the service. What the practice does as a whole, and what waits for an event, is not for a vendor's file. */
function ownSubjects(dossier: Dossier): (one: { subject?: { kind: string; key: string } | null }) => boolean {
  const own: Readonly<Record<string, ReadonlySet<string>>> = {
    service: keysOf(dossier.services),
    vendor: keysOf(dossier.vendors),
    agreement: keysOf(dossier.agreements),
    soc2_report: keysOf(dossier.soc2Reports),
    attestation: keysOf(dossier.attestations),
    evidence: keysOf(dossier.evidence),
    data_flow: keysOf(dossier.dataFlows),
    practice_measures: keysOf(dossier.practiceMeasures),
  };
  return ({ subject }) => subject != null && own[subject.kind]?.has(subject.key) === true;
}

function obligationsOf(
  register: ObligationRegister,
  isOwn: ReturnType<typeof ownSubjects>,
): ObligationRegister {
  const occurrences = register.occurrences.filter(isOwn);
  const arising = new Set(occurrences.map(({ obligation }) => obligation));
  const obligations = register.obligations.filter(({ id }) => arising.has(id));
  return { ...register, obligations, occurrences, leftOut: [] };
}

function comparisonOf(comparison: Comparison, key: string): Comparison {
  const only = <T extends { key: string }>(list: T[]) => list.filter((one) => one.key === key);
  return {
    ...comparison,
    services: only(comparison.services),
    newServices: only(comparison.newServices),
    goneServices: [],
  };
}

function keysOf(list: readonly { key: string }[] | null | undefined): ReadonlySet<string> {
  return new Set((list ?? []).map(({ key }) => key));
}
