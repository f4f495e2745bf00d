import type { GateDefinition } from '../scoring-model';
import type { ServiceView } from '../service-view';
import { agreementRequired, noSale, noTraining, part2 } from './agreement.gates';
import type { GateOutcome } from './gate-outcome';
import type { GateRuleName } from './gate-rule-names';
import { audioDeletionTerm, psychotherapyNotes } from './notes-and-audio.gates';
import { recordingConsentLaw, recordingConsentUnclear } from './recording-consent.gates';
import { recordsInUnitedStates, stateAiAct, stateAiActUnconfirmed } from './state-act.gates';

export type { GateOutcome, GateState } from './gate-outcome';

const RULES: Record<GateRuleName, (view: ServiceView, gate: GateDefinition) => GateOutcome> = {
  agreement_required: agreementRequired,
  no_training: noTraining,
  no_sale: noSale,
  psychotherapy_notes: psychotherapyNotes,
  part_2: part2,
  recording_consent_law: recordingConsentLaw,
  recording_consent_unclear: recordingConsentUnclear,
  state_ai_act: stateAiAct,
  state_ai_act_unconfirmed: stateAiActUnconfirmed,
  records_in_united_states: recordsInUnitedStates,
  audio_deletion_term: audioDeletionTerm,
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
  return view.model.gates.map((gate) => {
    const outcome = RULES[gate.rule](view, gate);
    const kind = gate.kind === 'law' && gate.hipaa && !view.hipaaApplies ? 'house' : gate.kind;
    return { gate, kind, outcome, holdsFloor: outcome.state === 'fired' || outcome.state === 'open' };
  });
}
