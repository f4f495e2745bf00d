// One entry for each rule that a gate of the model may name. A new rule is a function in this folder and an entry here.
import type { DatedRecord } from '../dated-records';
import type { GateDefinition } from '../scoring-model';
import type { ServiceView } from '../service-view';
import { agreementRequired, noSale, noTraining, part2 } from './agreement.gates';
import type { GateOutcome } from './gate-outcome';
import type { GateRuleName } from './gate-rule-names';
import { audioDeletionTerm, psychotherapyNotes } from './notes-and-audio.gates';
import { recordingConsentLaw, recordingConsentUnclear } from './recording-consent.gates';
import { stateAiFeelings, stateAiTalk, stateNoteReview } from './state-act-care.gates';
import { recordsInUnitedStates, stateAiAct } from './state-act.gates';

export type { GateOutcome, GateState } from './gate-outcome';

interface GateRule {
  /** the kinds of records whose dates can change the outcome; what is not named here is not asked again on their turns */
  readonly reads: readonly DatedRecord[];
  readonly find: (view: ServiceView, gate: GateDefinition) => GateOutcome;
}

const RULES: Readonly<Record<GateRuleName, GateRule>> = {
  agreement_required: {
    reads: ['agreements', 'checklist_answers', 'questionnaire_answers'],
    find: agreementRequired,
  },
  no_training: { reads: ['agreements', 'checklist_answers', 'questionnaire_answers'], find: noTraining },
  no_sale: { reads: ['agreements', 'checklist_answers', 'questionnaire_answers'], find: noSale },
  psychotherapy_notes: { reads: [], find: psychotherapyNotes },
  part_2: { reads: ['agreements'], find: part2 },
  recording_consent_law: { reads: ['practice_measures'], find: recordingConsentLaw },
  recording_consent_unclear: { reads: ['practice_measures'], find: recordingConsentUnclear },
  state_ai_act: { reads: ['practice_measures', 'state_acts'], find: stateAiAct },
  state_ai_talk: { reads: ['questionnaire_answers', 'state_acts'], find: stateAiTalk },
  state_ai_feelings: { reads: ['questionnaire_answers', 'state_acts'], find: stateAiFeelings },
  state_note_review: { reads: ['practice_measures', 'state_acts'], find: stateNoteReview },
  records_in_united_states: { reads: ['state_acts'], find: recordsInUnitedStates },
  audio_deletion_term: { reads: [], find: audioDeletionTerm },
};

export interface GateFinding {
  gate: GateDefinition;
  /** what the gate is for this practice: without a covered entity, a HIPAA gate is good practice */
  kind: 'law' | 'house';
  outcome: GateOutcome;
  /** fired or open: the floor holds */
  holdsFloor: boolean;
}

/** Every gate of the model on the date of the view, in the model's order. */
export function findGates(view: ServiceView): GateFinding[] {
  return view.model.gates.map((gate) => findGate(view, gate));
}

export function findGate(view: ServiceView, gate: GateDefinition): GateFinding {
  const outcome = RULES[gate.rule].find(view, gate);
  const kind = gate.kind === 'law' && gate.hipaa && !view.hipaaApplies ? 'house' : gate.kind;
  return { gate, kind, outcome, holdsFloor: outcome.state === 'fired' || outcome.state === 'open' };
}

/** The kinds of records whose dates can change the outcome of a gate. */
export function recordsReadByGate(gate: GateDefinition): readonly DatedRecord[] {
  return RULES[gate.rule].reads;
}
