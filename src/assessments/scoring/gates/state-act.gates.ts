// State acts on telling clients of AI and asking them, and on where records lie.
import type { Condition } from '../condition';
import { consentThat, type Consent } from '../consents';
import { carries } from '../protected-flows';
import type { GateDefinition, StateAct, StateActRequirement } from '../scoring-model';
import type { ServiceView } from '../service-view';
import { holds } from '../situations';
import { isInUnitedStates } from '../united-states';
import { notApplicable, type GateOutcome } from './gate-outcome';
import { actsAsking, restsOn, NO_ACT } from './state-acts';

const AI_IN_CARE: Condition = {
  any: ['uses_ai_on_sessions', 'drafts_clinical_text', 'recommends_care', 'talks_to_clients'],
};

/** What clients have to be told or asked, and of which services. */
const TOLD_OR_ASKED: readonly { requires: StateActRequirement; where: Condition }[] = [
  { requires: 'written_consent', where: 'uses_ai_on_sessions' },
  { requires: 'consent', where: 'uses_ai_on_sessions' },
  { requires: 'notice', where: 'uses_ai_on_sessions' },
  { requires: 'notice_of_ai_in_care', where: AI_IN_CARE },
];

export function stateAiAct(view: ServiceView, gate: GateDefinition): GateOutcome {
  if (!holds(AI_IN_CARE, view)) return notApplicable('AI has no part in care or sessions here.');
  const asked = TOLD_OR_ASKED.filter(({ where }) => holds(where, view)).map(({ requires }) => requires);
  const acts = actsAsking(view, gate, ...asked);
  if (acts.length === 0) return NO_ACT;
  const rests = restsOn(acts);
  const consents = acts.map((act) => consentThat(view, 'ai_use', (consent) => satisfies(consent, act)));
  const missing = acts.filter((_act, index) => !consents[index]);
  if (missing.length === 0) {
    const since = consents.map((consent) => consent?.since ?? '').reduce((a, b) => (a > b ? a : b));
    const because = `Consent to AI is asked of all clients since ${since}.`;
    return { state: 'cleared', because, ...rests, countsFrom: since };
  }
  const because = missing.map((act) => `${act.name} (${act.state}): ${act.summary}`).join(' ');
  return {
    state: 'fired',
    because: `No consent that does it was in use on ${view.asOf}, and this asks for it: ${because}`,
    ...rests,
  };
}

/** A consent of any form tells the client of the AI, so it gives the notice that a notice act asks. */
function satisfies(consent: Consent, act: StateAct): boolean {
  return consent.attestedForAllClients && (!act.requires.includes('written_consent') || consent.written);
}

/** Records have to lie in the United States where an act says so; a country that is not recorded is not known to be that one. */
export function recordsInUnitedStates(view: ServiceView, gate: GateDefinition): GateOutcome {
  const acts = actsAsking(view, gate, 'records_in_united_states');
  if (acts.length === 0) return NO_ACT;
  const flows = view.protectedFlows.filter(
    (flow) => carries(flow, RECORD_CONTENT) && flow.to.party !== 'practice' && flow.retentionDays !== 0,
  );
  if (flows.length === 0) return notApplicable('The vendor keeps no health records by the recorded flows.');
  const rests = restsOn(acts);
  const abroad = flows.find(({ country }) => country != null && !isInUnitedStates(country));
  if (abroad)
    return {
      state: 'fired',
      because: `Data flow ${abroad.key} comes to rest in ${abroad.country}.`,
      ...rests,
    };
  const open = flows.find(({ country }) => country == null);
  if (!open)
    return {
      state: 'cleared',
      because: 'Every flow of health records rests in the United States.',
      ...rests,
    };
  return {
    state: 'open',
    because: `The country where data flow ${open.key} comes to rest is not recorded.`,
    ...rests,
    missing: {
      what: 'the country where health records come to rest',
      task: 'Ask the vendor and record the country on each flow.',
    },
  };
}

const RECORD_CONTENT = [
  'psychotherapy_notes',
  'transcripts',
  'progress_notes',
  'substance_use_records',
] as const;
