// What an import would change: pure, from the stored dossier and the document to the records to make and to change.
import type { CalendarDate } from '../common/calendar-date';
import { fieldsOf, type Constructor } from '../common/fields';
import type { Fault } from '../common/problems/domain.error';
import { changedFields } from '../records/changed-fields';
import type { RecordKind } from '../records/record-kind';
import {
  Dossier,
  DossierAdjustment,
  DossierAgreement,
  DossierAsset,
  DossierAssetConnection,
  DossierAttestation,
  DossierChecklist,
  DossierClinicalValidation,
  DossierConsentForm,
  DossierDataFlow,
  DossierEvidence,
  DossierExitTerms,
  DossierFinancialStanding,
  DossierFinding,
  DossierIncident,
  DossierLocation,
  DossierBiasAudit,
  DossierLogReview,
  DossierDisputedDecision,
  DossierPerformanceMeasurement,
  DossierVendorReview,
  DossierExitPlan,
  DossierModelCard,
  DossierObligationCompletion,
  DossierObligationSetting,
  DossierPolicy,
  DossierPolicyAcknowledgement,
  DossierPolicyVersion,
  DossierStaffMember,
  DossierTrainingRecord,
  DossierPractice,
  DossierPracticeDecision,
  DossierPracticeMeasures,
  DossierQuestionnaire,
  DossierRiskAcceptance,
  DossierSafeguard,
  DossierService,
  DossierServiceLevel,
  DossierSoc2Report,
  DossierVendor,
} from './dossier.document';
import { RECORD_LISTS, recordsOf, type DossierList } from './record-lists';

export interface RecordChange {
  key: string;
  fields: Record<string, unknown>;
}

export interface ImportPlan {
  /** changed fields of the practice profile; empty when it stays */
  practice: Record<string, unknown>;
  lists: Record<DossierList, { created: { key: string }[]; updated: RecordChange[] }>;
  outcome: { created: number; updated: number; unchanged: number };
  faults: Fault[];
}

const RECORD_CLASSES: Record<DossierList, Constructor> = {
  vendors: DossierVendor,
  services: DossierService,
  agreements: DossierAgreement,
  soc2Reports: DossierSoc2Report,
  attestations: DossierAttestation,
  dataFlows: DossierDataFlow,
  checklists: DossierChecklist,
  practiceMeasures: DossierPracticeMeasures,
  adjustments: DossierAdjustment,
  modelCards: DossierModelCard,
  clinicalValidations: DossierClinicalValidation,
  financialStandings: DossierFinancialStanding,
  serviceLevels: DossierServiceLevel,
  exitTerms: DossierExitTerms,
  safeguards: DossierSafeguard,
  questionnaires: DossierQuestionnaire,
  evidence: DossierEvidence,
  incidents: DossierIncident,
  locations: DossierLocation,
  assets: DossierAsset,
  assetConnections: DossierAssetConnection,
  biasAudits: DossierBiasAudit,
  logReviews: DossierLogReview,
  disputedDecisions: DossierDisputedDecision,
  performanceMeasurements: DossierPerformanceMeasurement,
  vendorReviews: DossierVendorReview,
  exitPlans: DossierExitPlan,
  obligationCompletions: DossierObligationCompletion,
  obligationSettings: DossierObligationSetting,
  consentForms: DossierConsentForm,
  staffMembers: DossierStaffMember,
  policies: DossierPolicy,
  policyVersions: DossierPolicyVersion,
  policyAcknowledgements: DossierPolicyAcknowledgement,
  training: DossierTrainingRecord,
  riskAcceptances: DossierRiskAcceptance,
  findings: DossierFinding,
  practiceDecisions: DossierPracticeDecision,
};

/** Whose a record is never changes: an agreement does not move to another vendor, a completion not to another obligation. */
const FIXED_FIELDS = [
  ...['vendor', 'service', 'about', 'obligation', 'subject', 'period'],
  ...['template', 'policy', 'policyVersion', 'staffMember', 'module'],
] as const;

/** @param today in the practice's time zone */
export function planImport(current: Dossier, document: Dossier, today: CalendarDate): ImportPlan {
  const plan: ImportPlan = {
    practice: {},
    lists: Object.fromEntries(
      RECORD_LISTS.map(({ list }) => [list, { created: [], updated: [] }]),
    ) as unknown as ImportPlan['lists'],
    outcome: { created: 0, updated: 0, unchanged: 0 },
    faults: [],
  };
  planPractice(plan, current, document);
  for (const { list, kind } of RECORD_LISTS) planList(plan, { list, kind, today }, current, document);
  return plan;
}

function planPractice(plan: ImportPlan, current: Dossier, document: Dossier): void {
  if (document.practice.key !== current.practice.key) {
    plan.faults.push({
      pointer: '/practice/key',
      code: 'other-practice',
      detail: `is another practice's key; this organization's is "${current.practice.key}"`,
    });
    return;
  }
  plan.practice = changedFields({ ...current.practice }, whole(DossierPractice, document.practice));
  count(plan, Object.keys(plan.practice).length > 0 ? 'updated' : 'unchanged');
}

function planList(
  plan: ImportPlan,
  { list, kind, today }: { list: DossierList; kind: RecordKind; today: CalendarDate },
  current: Dossier,
  document: Dossier,
): void {
  const stored = new Map(recordsOf(current, list).map((record) => [record.key, record]));
  recordsOf(document, list).forEach((record, index) => {
    const before = stored.get(record.key);
    if (!before) {
      plan.lists[list].created.push(record);
      return count(plan, 'created');
    }
    const differing = changedFields({ ...before }, whole(RECORD_CLASSES[list], record));
    const fields = kind.remembers?.({ ...before }, differing, today) ?? differing;
    const moved = FIXED_FIELDS.find((field) => field in fields && !kind.changeableOwners?.includes(field));
    if (moved) plan.faults.push(movedFault(`/${list}/${index}/${moved}`, moved));
    if (Object.keys(fields).length === 0) return count(plan, 'unchanged');
    if (kind.isFrozen?.({ ...before })) plan.faults.push(frozenFault(list, index, Object.keys(fields)));
    // Of a record that would be moved that is said, and no second thing of the same field.
    const stayed = Object.fromEntries(Object.entries(fields).filter(([field]) => field !== moved));
    for (const fault of kind.keeps?.({ ...before }, stayed) ?? [])
      plan.faults.push({ ...fault, pointer: `/${list}/${index}${fault.pointer}` });
    plan.lists[list].updated.push({ key: record.key, fields });
    count(plan, 'updated');
  });
}

/** The record with null for every field that the document leaves out: a record in a dossier is whole. */
function whole(type: Constructor, record: object): Record<string, unknown> {
  const given = record as Record<string, unknown>;
  return Object.fromEntries(fieldsOf(type).map(({ name }) => [name, given[name] ?? null]));
}

function movedFault(pointer: string, field: string): Fault {
  const detail = `must stay as it is: the stored record with this key belongs to another ${field === 'about' ? 'subject' : field}; use a new key`;
  return { pointer, code: 'fixed-field', detail };
}

/** What was submitted stays as it was submitted: a file never changes it (docs/dossier.md). */
function frozenFault(list: DossierList, index: number, fields: readonly string[]): Fault {
  const detail =
    `differs from the frozen record with this key in: ${[...fields].sort().join(', ')}; ` +
    'leave the record out or as it was exported, and use a new key for a newer one';
  return { pointer: `/${list}/${index}`, code: 'frozen-record', detail };
}

function count(plan: ImportPlan, what: keyof ImportPlan['outcome']): void {
  plan.outcome[what] += 1;
}
