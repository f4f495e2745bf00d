// Recording: the stricter of the client's and the clinician's state, in person and electronically. Every state on the profile is
// taken with every modality, since nothing in the profile says who sits where in which kind of session.
import { consentThat, isComplete } from '../consents';
import { asksEveryoneByLaw, asksEveryoneWithCare, recordingLawKnown } from '../law-known';
import type { StateRecordingRule } from '../scoring-model';
import type { ServiceView } from '../service-view';
import { holds } from '../situations';
import { notApplicable, type GateOutcome } from './gate-outcome';

const DOES_NOT_RECORD = notApplicable('The tool does not record sessions.');

/** All-party states whose entry is sure and was read in its text: the law asks everyone's consent. */
export function recordingConsentLaw(view: ServiceView): GateOutcome {
  if (!holds('records_sessions', view)) return DOES_NOT_RECORD;
  const { modalities } = view.facts.practice;
  const states = statesOf(view).filter((state) => asksEveryoneByLaw(state, modalities));
  if (states.length === 0)
    return notApplicable('No state on the profile is surely one that asks the consent of all parties.');
  return consentOrFire(view, states, 'ask the consent of everyone recorded');
}

/** States whose law is unclear, not sure, or not read in its text: treated as all-party by house rule. */
export function recordingConsentUnclear(view: ServiceView): GateOutcome {
  if (!holds('records_sessions', view)) return DOES_NOT_RECORD;
  const { modalities } = view.facts.practice;
  const states = statesOf(view).filter((state) => asksEveryoneWithCare(state, modalities));
  if (states.length === 0)
    return notApplicable('The recording law of each state on the profile is clear and was read in its text.');
  return consentOrFire(
    view,
    states,
    'have a law that is unclear, not surely known or not checked in its text',
  );
}

function consentOrFire(view: ServiceView, states: readonly StateRecordingRule[], what: string): GateOutcome {
  const citation = states.map((state) => state.citation).join('; ');
  const known = recordingLawKnown(states, view.facts.practice.modalities);
  const consent = consentThat(view, 'recording', isComplete);
  if (consent) {
    const because = `Recording consent (form ${consent.formVersion}) is asked of everyone since ${consent.since}.`;
    return { state: 'cleared', because, citation, known, countsFrom: consent.since };
  }
  const names = states.map(({ name }) => name).join(', ');
  const because = `${names}: ${what}, and on ${view.asOf} no recording consent is in use that is attested for all clients and covers everyone audible.`;
  return { state: 'fired', because, citation, known };
}

function statesOf({ states, model }: ServiceView): StateRecordingRule[] {
  return model.recordingConsent.states.filter(({ code }) => states.includes(code));
}
