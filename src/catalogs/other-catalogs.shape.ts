// The shapes of the checklist, the agreement provisions and the recording-consent catalog.
import { PROVISION_IDS } from '../business-associate-agreements/agreement.fields';
import { CHECKLIST_ITEMS } from '../checklists/checklist.fields';
import { US_STATES } from '../common/us-states';
import {
  CONFIDENCES,
  RECORDING_RULES,
  STATE_ACT_REQUIREMENTS,
  type AgreementProvisionsCatalog,
  type ChecklistItemDefinition,
  type ProvisionDefinition,
  type RecordingConsentCatalog,
  type StateAct,
  type StateRecordingRule,
  type TechChecklistCatalog,
} from '../assessments/scoring/scoring-model';
import { SITUATION_NAMES } from '../assessments/scoring/situation-names';
import { headShapes } from './catalog-head.shape';
import { calendarDate, integer, listOf, nullable, oneOf, record, text } from './shape';

export const techChecklistShape = record<TechChecklistCatalog>({
  ...headShapes,
  items: listOf(
    record<ChecklistItemDefinition>({
      id: oneOf(CHECKLIST_ITEMS),
      no: integer(1, 99),
      asked: oneOf(SITUATION_NAMES),
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
  provisions: listOf(
    record<ProvisionDefinition>({
      id: oneOf(PROVISION_IDS),
      title: text,
      status: oneOf(['required', 'recommended']),
      citation: nullable(text),
      paraphrase: text,
      basis: text,
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
      requires: oneOf(STATE_ACT_REQUIREMENTS),
      confidence: oneOf(CONFIDENCES),
      evidence: text,
      summary: text,
    }),
  ),
});
