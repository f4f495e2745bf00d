// The shapes of the checklist, the agreement provisions and the recording-consent catalog.
import {
  PROVISION_GROUPS,
  PROVISION_IDS,
  PROVISION_VERDICTS,
} from '../business-associate-agreements/provision.fields';
import { CHECKLIST_ITEMS } from '../checklists/checklist.fields';
import { US_STATES } from '../common/us-states';
import {
  CONFIDENCES,
  RECORDING_RULES,
  RECORDING_WAYS,
  STATE_ACT_REQUIREMENTS,
  type AgreementProvisionsCatalog,
  type ChecklistItemDefinition,
  type RecordingConsentCatalog,
  type StateAct,
  type StateRecordingRule,
  type TechChecklistCatalog,
} from '../assessments/scoring/scoring-model';
import {
  PROVISION_STATUSES,
  SEVERITIES,
  VERIFICATIONS,
  type ProvisionDefinition,
  type ProvisionGroupDefinition,
  type VerdictMeaning,
} from '../assessments/scoring/agreement-provisions-catalog';
import { headShapes } from './catalog-head.shape';
import { condition } from './condition.shape';
import {
  calendarDate,
  flag,
  integer,
  listOf,
  nullable,
  oneOf,
  record,
  recordOf,
  text,
} from '../common/catalog-files/shape';

export const techChecklistShape = record<TechChecklistCatalog>({
  ...headShapes,
  items: listOf(
    record<ChecklistItemDefinition>({
      id: oneOf(CHECKLIST_ITEMS),
      no: integer(1, 99),
      asked: condition,
      question: text,
      why: text,
      goodAnswer: text,
      evidence: text,
      citation: nullable(text),
      sourceIds: listOf(text, 1),
    }),
    CHECKLIST_ITEMS.length,
  ),
});

export const agreementProvisionsShape = record<AgreementProvisionsCatalog>({
  ...headShapes,
  expiringWithinDays: integer(1, 366),
  groups: listOf(
    record<ProvisionGroupDefinition>({
      id: oneOf(PROVISION_GROUPS),
      status: oneOf(PROVISION_STATUSES),
      title: text,
      meaning: text,
      severalAgreements: oneOf(['best', 'worst']),
      verdicts: recordOf(
        PROVISION_VERDICTS,
        record<VerdictMeaning>({ met: oneOf(['fully', 'partly', 'not_met']), meaning: text }),
      ),
    }),
    PROVISION_GROUPS.length,
  ),
  provisions: listOf(
    record<ProvisionDefinition>({
      id: oneOf(PROVISION_IDS),
      group: oneOf(PROVISION_GROUPS),
      status: oneOf(PROVISION_STATUSES),
      title: text,
      paraphrase: text,
      citation: nullable(text),
      severityIfMissing: nullable(oneOf(SEVERITIES)),
      verification: oneOf(VERIFICATIONS),
      basis: text,
      notes: nullable(text),
      lookFor: listOf(text, 1),
      beware: listOf(text),
    }),
    PROVISION_IDS.length,
  ),
});

export const recordingConsentShape = record<RecordingConsentCatalog>({
  ...headShapes,
  states: listOf(
    record<StateRecordingRule>({
      code: oneOf(US_STATES),
      name: text,
      inPerson: oneOf(RECORDING_RULES),
      electronic: oneOf(RECORDING_RULES),
      inPersonAsRead: nullable(text),
      electronicAsRead: nullable(text),
      treatAs: oneOf(['one_party', 'all_party']),
      citation: text,
      confidence: oneOf(CONFIDENCES),
      evidence: text,
      textRead: listOf(oneOf(RECORDING_WAYS)),
      note: text,
    }),
    US_STATES.length,
  ),
  stateActs: listOf(
    record<StateAct>({
      id: text,
      state: oneOf(US_STATES),
      name: text,
      citation: text,
      effectiveOn: calendarDate,
      requires: listOf(oneOf(STATE_ACT_REQUIREMENTS)),
      confidence: oneOf(CONFIDENCES),
      evidence: text,
      isTextRead: flag,
      summary: text,
    }),
  ),
});
