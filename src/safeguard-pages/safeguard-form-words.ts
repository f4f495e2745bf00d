// The form about the practice's own safeguards, in plain words.
import { OUTCOME_WORDS, STATUS_WORDS } from '../safeguards/safeguard-words';
import type { FieldWords } from '../web/form-view';

type Words = Readonly<Record<string, FieldWords>>;

const { in_place, partly, not_in_place, unknown } = STATUS_WORDS;

export const ANSWER_WORDS = {
  status: {
    label: 'How far is it so today?',
    help: 'A plan does not count yet.',
    // from the strongest to the weakest, as people read; what is not known stands last
    options: { in_place, partly, not_in_place, unknown },
    short: true,
  },
  done: { label: 'What do you do?', help: 'In a sentence or two. Never about a client.' },
} as const satisfies Words;

export const MORE_WORDS = {
  since: { label: 'Since when?', help: 'Leave it open if you do not know.' },
  evidenceKeys: { label: 'What on file shows it?', help: 'Of the documents on record.' },
} as const satisfies Words;

export const OWNER_WORDS = {
  name: { label: 'Who sees to it?', kind: 'text' },
  role: { label: 'What is that person in the practice?', kind: 'text' },
} as const satisfies Words;

export const DECISION_WORDS = {
  outcome: { label: 'What did you decide?', options: OUTCOME_WORDS },
  whyNotReasonable: {
    label: 'Why is what the rule says not reasonable and appropriate for you?',
    help: 'Think of your size, rooms and systems, of cost, and of how likely and how bad it would be (45 CFR 164.306(b)(2)).',
  },
  alternative: {
    label: 'What do you do instead?',
    help: 'Only if something equivalent is done.',
  },
  alternativeSince: { label: 'Since when?', help: 'Only if something equivalent is done.' },
  whyNoAlternative: {
    label: 'Why is nothing equivalent reasonable and appropriate either?',
    help: 'Only if nothing is done instead.',
  },
  decidedOn: { label: 'When was it decided?' },
} as const satisfies Words;

export const DECIDER_WORDS = {
  name: { label: 'Who decided?', kind: 'text' },
  role: { label: 'As what?', help: 'Such as owner, or security official.', kind: 'text' },
} as const satisfies Words;
