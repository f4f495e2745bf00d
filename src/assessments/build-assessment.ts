// Draws up the assessment of a practice: every service scored, and everything that a report will ever show put into one document.
// Pure: server and command line hand in the same things and get the same document.
import type { Catalogs } from '../catalogs/load-catalogs';
import type { CalendarDate } from '../common/calendar-date';
import { PRODUCT_VERSION } from '../common/product-version';
import { canonicalDossier } from '../dossiers/canonical-dossier';
import type { Dossier } from '../dossiers/dossier.document';
import { withQuestionsAsAsked } from '../dossiers/questions-as-asked';
import type { PreparedBy } from '../letterheads/prepared-by';
import {
  ASSESSMENT_FORMAT,
  ASSESSMENT_FORMAT_VERSION,
  type AssessmentDocument,
  type EarlierVersion,
  type NamedPerson,
} from './assessment.document';
import { assessmentTitle } from './assessment-title';
import { citationsBeside, citationsOfObligations, citedSources } from './cited-sources';
import { agreementRegister } from './registers/agreement-register';
import { assuranceRegister } from './registers/assurance-register';
import { consentRegister } from './registers/consent-register';
import { comparisonWith, type PreviousAssessment } from './registers/comparison';
import { evidenceRegister } from './registers/evidence-register';
import { workforceRegister } from './registers/workforce-register';
import { ratePractice } from './rate-practice';
import { inventoryRegister } from './registers/inventory-register';
import { incidentRegister } from './registers/incident-register';
import { riskManagementRegister } from './registers/risk-management-register';
import { oversightRegister } from './registers/oversight-register';
import { obligationRegister } from './registers/obligation-register';
import type { RecordedDays } from '../obligations/obligation-facts.query';
import type { ServiceResult } from './scoring/service-result';
import { topSteps } from './scoring/steps/top-steps';

export interface AssessmentInput {
  /** a coherent dossier (readDossier, or the stored records) */
  dossier: Dossier;
  /** calendar date in the practice's time zone for which to assess */
  asOf: CalendarDate;
  createdAt: Date;
  catalogs: Catalogs;
  /** null for what the command line makes */
  assessmentId: string | null;
  organizationId: string | null;
  assessor: NamedPerson | null;
  preparedBy?: PreparedBy | null;
  /** the sealed assessment to compare with; null or absent when there is none */
  previous?: PreviousAssessment | null;
  preparation?: AssessmentDocument['preparation'] | null;
  /** the sealed assessments before, newest first; null or absent where nothing tells */
  earlier?: readonly EarlierVersion[] | null;
  /** the days on which records were made; null or absent where nothing tells */
  recorded?: RecordedDays | null;
}

const SCOPE =
  'This document is the practice’s risk analysis under 45 CFR 164.308(a)(1)(ii)(A) as far as it is on record here: its tools and their ' +
  'vendors, and the practice itself against every entry of the Security Rule. What is not on record is not analyzed, and what this analysis ' +
  'lacks is said in it.';
const NOTICE =
  'This document is not legal advice. It applies published risk tables and rules to the facts that the practice stated; nobody ' +
  'has checked those facts but those who stated them. The law is as read on the date given, and may have changed since.';

/** A draft: the facts in their normal form with the date that they were judged for, and the result of every service, sorted by key. */
export function buildAssessment(input: AssessmentInput): AssessmentDocument {
  const { asOf, catalogs } = input;
  const asked = { catalog: catalogs.questionnaire, asOf };
  const dossier = canonicalDossier(withQuestionsAsAsked({ ...input.dossier, asOf }, asked));
  const { services, results, safeguards, practiceResult } = ratePractice(dossier, asOf, catalogs);
  const { overallLikelihood, risk } = catalogs.scoringModel.tables;
  const used = catalogs.digests.map(({ id, version, digest }) => ({ id, version, digest }));
  const agreements = agreementRegister(dossier, asOf, catalogs.agreementProvisions);
  const consents = consentRegister(dossier, asOf, catalogs);
  const recorded = input.recorded ?? null;
  const obligations = obligationRegister(dossier, asOf, catalogs, recorded);
  const incidents = incidentRegister(dossier, asOf, catalogs.breachNotification);
  return {
    format: ASSESSMENT_FORMAT,
    formatVersion: ASSESSMENT_FORMAT_VERSION,
    assessmentId: input.assessmentId,
    organizationId: input.organizationId,
    title: assessmentTitle(safeguards),
    scope: SCOPE,
    notice: NOTICE,
    status: 'draft',
    asOf,
    lawAsOf: earliest(catalogs.digests.map(({ lawAsOf }) => lawAsOf)),
    createdAt: input.createdAt.toISOString(),
    engine: { name: 'duecare', version: PRODUCT_VERSION },
    catalogs: used,
    matrices: { g5: overallLikelihood.matrix, i2: risk.matrix },
    assessor: input.assessor,
    ...(input.preparedBy ? { preparedBy: input.preparedBy } : {}),
    ...(input.preparation ? { preparation: input.preparation } : {}),
    ...(input.earlier ? { earlierVersions: [...input.earlier] } : {}),
    review: null,
    signOff: null,
    practice: { key: dossier.practice.key, name: dossier.practice.name },
    dossier,
    results,
    practiceResult,
    agreementRegister: agreements,
    assuranceRegister: assuranceRegister(dossier, services, asOf, catalogs.scoringModel),
    evidenceRegister: evidenceRegister(dossier, asOf),
    safeguardsReview: safeguards,
    incidentRegister: incidents,
    consentRegister: consents,
    workforceRegister: workforceRegister(dossier, asOf, catalogs),
    inventoryRegister: inventoryRegister(dossier, asOf, catalogs.assetInventory),
    riskManagement: riskManagementRegister(dossier, { results, practiceResult }, asOf),
    oversightRegister: oversightRegister(dossier, asOf, catalogs),
    obligationRegister: obligations,
    topSteps: topSteps(results),
    ...(input.previous ? { comparison: comparisonWith(input.previous, results, used) } : {}),
    holdsUntil: firstToEnd([...results, practiceResult]),
    sources: citedSources([...results, { gates: [], threats: practiceResult.threats }], catalogs, [
      ...citationsBeside(dossier, agreements, safeguards, incidents),
      ...consents.law.flatMap(({ citation }) => (citation ? [citation] : [])),
      ...citationsOfObligations(obligations),
    ]),
  };
}

/** What was read longest ago is what a reader must reckon with. */
function earliest(dates: readonly CalendarDate[]): CalendarDate {
  const [first] = [...dates].sort();
  if (first === undefined) throw new Error('An assessment needs at least one catalog.');
  return first;
}

function firstToEnd(results: readonly Pick<ServiceResult, 'holdsUntil'>[]): AssessmentDocument['holdsUntil'] {
  const ends = results.flatMap(({ holdsUntil }) => (holdsUntil ? [holdsUntil] : []));
  const [first] = ends.sort((left, right) => (left.date < right.date ? -1 : left.date > right.date ? 1 : 0));
  return first ? { ...first } : null;
}
