// Recording: the stricter of the client's and the clinician's state, in person and electronically. Every state on the profile is
// taken with every modality, since nothing in the profile says who sits where in which kind of session.
import { consentThat, isComplete } from '../consents';
import type { RecordingRule, StateRecordingRule } from '../scoring-model';
import type { ServiceView } from '../service-view';
import { holds } from '../situations';
import { notApplicable, type GateOutcome } from './gate-outcome';

const DOES_NOT_RECORD = notApplicable('The service does not record sessions.');

/** All-party states whose entry is sure: the law asks everyone's consent. */
export function recordingConsentLaw(view: ServiceView): GateOutcome {
  if (!holds('records_sessions', view)) return DOES_NOT_RECORD;
  const states = statesOf(view).filter((state) => isAllPartyByLaw(view, state));
  if (states.length === 0)
    return notApplicable('No state on the profile is surely one that asks the consent of all parties.');
  return consentOrFire(view, states, 'ask the consent of everyone recorded');
}

/** States that are unclear, or all-party by an entry that is not sure: treated as all-party by house rule. */
export function recordingConsentUnclear(view: ServiceView): GateOutcome {
  if (!holds('records_sessions', view)) return DOES_NOT_RECORD;
  const states = statesOf(view).filter(
    (state) => state.treatAs === 'all_party' && !isAllPartyByLaw(view, state),
  );
  if (states.length === 0) return notApplicable('No state on the profile has an unclear recording law.');
  return consentOrFire(view, states, 'have a law that is unclear or not surely known');
}

function consentOrFire(view: ServiceView, states: readonly StateRecordingRule[], what: string): GateOutcome {
  const citation = states.map((state) => state.citation).join('; ');
  const consent = consentThat(view, 'recording', isComplete);
  if (consent) {
    const because = `Recording consent (form ${consent.formVersion}) is asked of everyone since ${consent.since}.`;
    return { state: 'cleared', because, citation, countsFrom: consent.since };
  }
  const names = states.map(({ name }) => name).join(', ');
  const because = `${names}: ${what}, and on ${view.asOf} no recording consent is in use that is attested for all clients and covers everyone audible.`;
  return { state: 'fired', because, citation };
}

function statesOf({ states, model }: ServiceView): StateRecordingRule[] {
  return model.recordingConsent.states.filter(({ code }) => states.includes(code));
}

function isAllPartyByLaw(view: ServiceView, state: StateRecordingRule): boolean {
  return state.confidence === 'high' && rulesFor(view, state).includes('all_party');
}

function rulesFor({ facts }: ServiceView, state: StateRecordingRule): RecordingRule[] {
  return facts.practice.modalities.map((modality) =>
    modality === 'in_person' ? state.inPerson : state.electronic,
  );
}
