// State acts on AI in therapy and on where records lie. Only an entry with confidence high is law here; the others are held as a
// house rule until somebody has read the act.
import { consentThat, type Consent } from '../consents';
import { carries } from '../protected-flows';
import type { StateAct, StateActRequirement } from '../scoring-model';
import type { ServiceView } from '../service-view';
import { holds } from '../situations';
import { isInUnitedStates } from '../united-states';
import { notApplicable, type GateOutcome } from './gate-outcome';

const ON_SESSIONS: readonly StateActRequirement[] = ['written_consent', 'consent', 'notice'];

export function stateAiAct(view: ServiceView): GateOutcome {
  return actsOnSessions(view, (act) => act.confidence === 'high');
}

export function stateAiActUnconfirmed(view: ServiceView): GateOutcome {
  return actsOnSessions(view, (act) => act.confidence !== 'high');
}

function actsOnSessions(view: ServiceView, chosen: (act: StateAct) => boolean): GateOutcome {
  if (!holds('uses_ai_on_sessions', view))
    return notApplicable('The service does not use AI on recorded or transcribed sessions.');
  const acts = actsInForce(view, ON_SESSIONS).filter(chosen);
  if (acts.length === 0)
    return notApplicable('No such act of a state on the profile is in force on this date.');
  const citation = acts.map((act) => act.citation).join('; ');
  const consents = acts.map((act) => consentThat(view, 'ai_use', (consent) => satisfies(consent, act)));
  const missing = acts.filter((_act, index) => !consents[index]);
  if (missing.length === 0) {
    const since = consents.map((consent) => consent?.since ?? '').reduce((a, b) => (a > b ? a : b));
    return {
      state: 'cleared',
      because: `Consent to AI is asked of all clients since ${since}.`,
      citation,
      countsFrom: since,
    };
  }
  const because = missing.map((act) => `${act.name} (${act.state}): ${act.summary}`).join(' ');
  return { state: 'fired', because: `Not in use on ${view.asOf}: ${because}`, citation };
}

/** A consent of any form tells the client of the AI, so it gives the notice that a notice act asks. */
function satisfies(consent: Consent, act: StateAct): boolean {
  return consent.attestedForAllClients && (act.requires !== 'written_consent' || consent.written);
}

/** Records have to lie in the United States where an act says so; a country that is not recorded is not known to be that one. */
export function recordsInUnitedStates(view: ServiceView): GateOutcome {
  const acts = actsInForce(view, ['records_in_united_states']).filter(
    ({ confidence }) => confidence === 'high',
  );
  if (acts.length === 0)
    return notApplicable('No such act of a state on the profile is in force on this date.');
  const flows = view.protectedFlows.filter(
    (flow) => carries(flow, RECORD_CONTENT) && flow.to.party !== 'practice' && flow.retentionDays !== 0,
  );
  if (flows.length === 0) return notApplicable('The vendor keeps no health records by the recorded flows.');
  const citation = acts.map((act) => act.citation).join('; ');
  const abroad = flows.find(({ country }) => country != null && !isInUnitedStates(country));
  if (abroad)
    return {
      state: 'fired',
      because: `Data flow ${abroad.key} comes to rest in ${abroad.country}.`,
      citation,
    };
  const open = flows.find(({ country }) => country == null);
  if (!open)
    return {
      state: 'cleared',
      because: 'Every flow of health records rests in the United States.',
      citation,
    };
  return {
    state: 'open',
    because: `The country where data flow ${open.key} comes to rest is not recorded.`,
    citation,
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

function actsInForce(
  { states, model, asOf }: ServiceView,
  requirements: readonly StateActRequirement[],
): StateAct[] {
  return model.recordingConsent.stateActs.filter(
    (act) => states.includes(act.state) && act.effectiveOn <= asOf && requirements.includes(act.requires),
  );
}
