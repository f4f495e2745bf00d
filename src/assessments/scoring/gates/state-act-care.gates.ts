// What state acts keep for people: words to clients about their care, the working out of feelings, and the reading of drafts.
import { askedQuestion } from '../asked-questions';
import { readAnswer } from '../readings/answer.reading';
import type { Reading } from '../readings/reading';
import type { GateDefinition, StateAct } from '../scoring-model';
import type { ServiceView } from '../service-view';
import { holds } from '../situations';
import { notApplicable, type GateOutcome } from './gate-outcome';
import { actsAsking, restsOn, NO_ACT } from './state-acts';

/**
 * AI that answers clients by itself. Whether what it says on topics that the practice chose is care is for a person to say, so a limited
 * yes leaves the gate open.
 */
export function stateAiTalk(view: ServiceView, gate: GateDefinition): GateOutcome {
  if (!holds('talks_to_clients', view)) return notApplicable('AI and clients do not meet here.');
  const acts = actsAsking(view, gate, 'no_talk_with_clients');
  return acts.length === 0
    ? NO_ACT
    : byAnswer(acts, readAnswer(view, askedQuestion(view.model, 'replies-to-clients')), {
        partlyClears: false,
        fired: 'AI writes or speaks to clients before a person has read the words',
        what: "whether what AI says to clients by itself is part of their care, and whether anything but the vendor's word says so",
        task: 'Try what the tool says to clients, write down what it may say, and have counsel read the act on it.',
      });
}

/** AI that works out feelings or mental states. A function that is switched off for the practice does not. */
export function stateAiFeelings(view: ServiceView, gate: GateDefinition): GateOutcome {
  if (!holds({ any: ['infers_emotion', 'screens_intake'] }, view) || !holds('uses_ai', view))
    return notApplicable('AI is given no voices, faces or words of clients here.');
  const acts = actsAsking(view, gate, 'no_reading_of_feelings');
  return acts.length === 0
    ? NO_ACT
    : byAnswer(acts, readAnswer(view, askedQuestion(view.model, 'reads-feelings')), {
        partlyClears: true,
        fired: 'AI works out feelings or mental states of clients',
        what: "whether anything but the vendor's word says that AI does not work out feelings of clients",
        task: 'Look at the functions and settings of the tool, and answer the question from what you saw.',
      });
}

/** Drafts of AI that a licensed person has to read: a sample is not enough where an act asks it of each. */
export function stateNoteReview(view: ServiceView, gate: GateDefinition): GateOutcome {
  if (!holds('drafts_clinical_text', view)) return notApplicable('AI drafts no clinical text here.');
  const acts = actsAsking(view, gate, 'note_review');
  if (acts.length === 0) return NO_ACT;
  const rests = restsOn(acts);
  const review = view.facts.practiceMeasures?.noteReview ?? null;
  if (review && review.scope === 'every_note' && review.since <= view.asOf)
    return {
      state: 'cleared',
      because: `A clinician reviews every draft since ${review.since}.`,
      ...rests,
      countsFrom: review.since,
    };
  return {
    state: 'fired',
    because: `${named(acts)}: no review of every draft is recorded on ${view.asOf}.`,
    ...rests,
  };
}

interface AskedOfAnswer {
  /** whether an answer that meets the question partly is enough */
  partlyClears: boolean;
  /** what a bad answer says */
  fired: string;
  /** what is not known while the answer is not enough, and what to do about it */
  what: string;
  task: string;
}

/** Cleared by an answer that somebody has shown or seen; not asking, or a bare statement, holds the floor as a bad answer would. */
function byAnswer(
  acts: readonly StateAct[],
  { met, basis, countsFrom, because: told }: Reading,
  { partlyClears, fired, what, task }: AskedOfAnswer,
): GateOutcome {
  const rests = restsOn(acts);
  if (met === 'not_met') return { state: 'fired', because: `${named(acts)}: ${fired}. ${told}`, ...rests };
  const isEnough = met === 'fully' || (met === 'partly' && partlyClears);
  if (isEnough && basis !== 'stated') return { state: 'cleared', because: told, ...rests, countsFrom };
  return { state: 'open', because: `${named(acts)}: ${told}`, ...rests, missing: { what, task } };
}

function named(acts: readonly StateAct[]): string {
  return acts.map(({ name, state }) => `${name} (${state})`).join('; ');
}
