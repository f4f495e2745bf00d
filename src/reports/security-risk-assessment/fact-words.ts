// How the codes of the facts read in a report. Each map is complete by its type: a new code does not compile without a word.
import { withDatesInWords } from './date-words';
import { capitalized } from './number-words';
import type { AgreementKind, ProvisionVerdict } from '../../business-associate-agreements/agreement.fields';
import type { ChecklistItem } from '../../checklists/checklist.fields';
import type { AnswerValue, Basis, YesNoUnknown } from '../../common/words';
import type { DataClass, Identifiability, Transfer } from '../../data-flows/data-flow.fields';
import type { CoveredEntity, Modality } from '../../organizations/practice.fields';
import type { ConsentKind, NoteReviewScope } from '../../practice-measures/practice-measures.fields';
import type { Soc2Kind, Soc2Opinion, TrustServicesCategory } from '../../soc2-reports/soc2-report.fields';
import type { ServiceFunction } from '../../vendors/service.fields';

export const FUNCTION_WORDS: Record<ServiceFunction, string> = {
  session_recording: 'session recording',
  drafting_from_summary: 'drafting from a summary',
  chat_assistant: 'chat assistant',
  scheduling: 'scheduling',
  billing: 'billing',
  intake: 'intake',
  telehealth: 'telehealth',
  client_messaging: 'client messaging',
  health_records: 'health records',
  other: 'other',
};

export const DATA_CLASS_WORDS: Record<DataClass, string> = {
  psychotherapy_notes: 'psychotherapy notes',
  session_audio: 'session audio',
  session_video: 'session video',
  transcripts: 'transcripts',
  progress_notes: 'progress notes',
  substance_use_records: 'substance-use records',
  minors: 'data about minors',
  reproductive_care: 'reproductive care',
  immigration_status: 'immigration status',
  billing: 'billing',
  contact_and_appointment: 'contact and appointment',
};

export const IDENTIFIABILITY_WORDS: Record<Identifiability, string> = {
  identified: 'identified',
  limited_data_set: 'limited data set',
  deidentified_expert_determination: 'de-identified (expert determination)',
  deidentified_safe_harbor: 'de-identified (safe harbor)',
};

export const TRANSFER_WORDS: Record<Transfer, string> = {
  live_capture: 'picked up live',
  connection: 'by a connection',
  file: 'as a file',
  copying: 'copied by hand',
};

export const BASIS_WORDS: Record<Basis, string> = {
  observed: 'seen by the practice',
  audited: 'independently audited',
  documented: 'found in a document',
  // by the vendor of its tool, or by the practice of itself
  stated: 'stated, not shown',
};

export const ANSWER_WORDS: Record<AnswerValue, string> = {
  yes: 'Yes',
  no: 'No',
  partly: 'Partly',
  unknown: 'Not known',
};

export const YES_NO_UNKNOWN_WORDS: Record<YesNoUnknown, string> = {
  yes: 'yes',
  no: 'no',
  unknown: 'not known',
};

export const AGREEMENT_WORDS: Record<AgreementKind, string> = {
  business_associate_agreement: 'Business associate agreement',
  qualified_service_organization_agreement: 'Qualified service organization agreement',
};

export const VERDICT_WORDS: Record<ProvisionVerdict, string> = {
  present: 'present',
  weak: 'weak',
  missing: 'missing',
  contradicted: 'contradicted',
  needs_counsel: 'needs counsel',
};

export const SOC2_KIND_WORDS: Record<Soc2Kind, string> = {
  soc2_type_1: 'SOC 2 Type 1',
  soc2_type_2: 'SOC 2 Type 2',
  soc2_plus: 'SOC 2 with further subject matter',
  soc1: 'SOC 1 (no SOC 2 report)',
  soc3: 'SOC 3 (no SOC 2 report)',
  bridge_letter: 'Bridge letter alone',
  letter_of_engagement: 'Letter of engagement',
  readiness: 'Readiness report',
  other: 'Another document',
};

export const OPINION_WORDS: Record<Soc2Opinion, string> = {
  unqualified: 'unqualified opinion',
  qualified: 'qualified opinion',
  adverse: 'adverse opinion',
  disclaimer: 'disclaimer of opinion',
  not_found: 'no opinion found',
};

export const CATEGORY_WORDS: Record<TrustServicesCategory, string> = {
  security: 'security',
  availability: 'availability',
  processing_integrity: 'processing integrity',
  confidentiality: 'confidentiality',
  privacy: 'privacy',
};

export const CHECKLIST_WORDS: Record<ChecklistItem, string> = {
  purpose_built: 'Built for health care',
  hipaa_detail: 'Explains in detail how HIPAA duties are met',
  data_use_explained: 'Explains what is done with data',
  training_disclosed: 'Says whether data trains models',
  no_training: 'Does not train on client data',
  no_sale_or_sharing: 'Does not sell or share client data',
  baa_signed: 'Business associate agreement signed',
};

export const CONSENT_WORDS: Record<ConsentKind, string> = {
  recording: 'Consent to recording',
  ai_use: 'Consent to the use of AI',
  telehealth: 'Consent to telehealth',
};

export const NOTE_REVIEW_WORDS: Record<NoteReviewScope, string> = {
  every_note: 'every draft is read and corrected before signing',
  sample: 'a sample of drafts is read',
  none: 'drafts are not read',
  unknown: 'not known',
};

export const COVERED_ENTITY_WORDS: Record<CoveredEntity, string> = {
  yes: 'Covered entity under 45 CFR 160.103',
  no: 'Not a covered entity under 45 CFR 160.103: the HIPAA gates stand as good practice and for state law',
  unsure: 'Not sure whether a covered entity under 45 CFR 160.103',
};

export const MODALITY_WORDS: Record<Modality, string> = {
  in_person: 'in person',
  video: 'video',
  phone: 'phone',
};

export type Confidence = 'high' | 'medium' | 'low';

/** How an entry says that somebody read the text itself, an official page of it, or transcriptions that agree. */
const READ_AT_A_SOURCE =
  /^(verified|the text of|regulation text read|primary.text.read|official page|transcriptions)/i;

/** How sure the fact base is of an entry. What nobody has checked against a source is called unverified, whatever else is said. */
export function confidenceWord(confidence: Confidence, basis?: string): string {
  const isVerified = basis === undefined ? confidence !== 'low' : READ_AT_A_SOURCE.test(basis.trim());
  const words: Record<Confidence, string> = { high: 'High', medium: 'Medium', low: 'Low' };
  return isVerified ? words[confidence] : `${words[confidence]}, unverified`;
}

/** How an entry of the fact base was read, without the names by which programs find it. */
export function sourceBasisWords(basis: string): string {
  return capitalized(
    withDatesInWords(basis)
      .replace(/^(gate|threat) \S+ of the scoring model$/, 'as a $1 of the scoring model')
      .replace(/^question \S+, which the rule itself asks for$/, 'as a question: the rule itself asks for it')
      .replace(/^question \S+, (.+)$/, 'as a question: $1')
      .replace(/_/g, ' '),
  );
}
