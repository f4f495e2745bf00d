// The form about a model card, in plain words.
import type { FieldWords } from '../web/form-view';

type Words = Readonly<Record<string, FieldWords>>;

const YES_NO_DONT_KNOW = { yes: 'Yes', no: 'No', unknown: 'I don’t know' } as const;

export const CARD_WORDS = {
  model: { label: 'What is the model called?', help: 'On the card, or in what the vendor says of its AI.' },
  modelVersion: {
    label: 'Which version?',
    help: 'As its provider writes it. A new version needs a new card.',
  },
  provider: { label: 'Who provides it?', help: 'Often another company than the vendor.' },
  datedOn: { label: 'What is the date of the card?' },
  releasedOn: { label: 'When was this version released?' },
  reference: { label: 'Where is the card?', help: 'A title, a section, an address.', kind: 'text' },
} as const satisfies Words;

export const USE_WORDS = {
  intendedUse: { label: 'What is it meant for?', help: 'Look for “intended use”.' },
  outOfScopeUses: {
    label: 'What does the provider advise against?',
    help: 'Look for “out of scope” or “not intended for”. One per line.',
  },
  limitations: { label: 'What are its known limits?', help: 'One per line.' },
  languages: { label: 'For which languages?', help: 'One per line. Leave it empty if it does not say.' },
} as const satisfies Words;

export const TRAINING_WORDS = {
  trainedOnClientData: {
    label: 'Was it trained on data of clients or patients, of whatever practice?',
    help: 'If the card does not say so, you don’t know.',
    options: YES_NO_DONT_KNOW,
    short: true,
  },
  trainingData: { label: 'What was it trained on?', help: 'In short. Leave it empty if it does not say.' },
} as const satisfies Words;

export const TRIED_WORDS = {
  populationsEvaluated: {
    label: 'On which groups of people was it tried?',
    help: 'Compare them with the people whom you see. One per line.',
  },
} as const satisfies Words;

export const FIGURE_WORDS = {
  name: { label: 'What was measured?', help: 'Such as word error rate.' },
  value: { label: 'Which number came out?' },
  unit: { label: 'In what?', help: 'Such as percent.' },
  population: { label: 'On whom?' },
} as const satisfies Words;
