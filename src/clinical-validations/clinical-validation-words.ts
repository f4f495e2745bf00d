// The form about a study of how well a tool works in care, in plain words.
import type { FieldWords } from '../web/form-view';
import type { StudyDesign, StudyFinding } from './clinical-validation.fields';

type Words = Readonly<Record<string, FieldWords>>;

const YES_NO_DONT_KNOW = { yes: 'Yes', no: 'No', unknown: 'I don’t know' } as const;

export const DESIGN_WORDS: Readonly<Record<StudyDesign, string>> = {
  systematic_review: 'A review of all studies there are',
  randomized_trial: 'A trial that left it to chance who got the tool',
  controlled_study: 'A comparison with others who did without it',
  diagnostic_accuracy: 'How often it was right',
  cohort: 'People followed over time',
  before_and_after: 'Before and after',
  case_series: 'Some cases described',
  survey: 'People were asked',
  benchmark: 'A run on prepared data, without care',
  other: 'Another',
  unknown: 'I don’t know',
};

export const FINDING_WORDS: Readonly<Record<StudyFinding, string>> = {
  favorable: 'Well',
  mixed: 'Partly well',
  no_difference: 'It made no difference',
  unfavorable: 'Badly',
  unknown: 'I don’t know',
};

export const STUDY_WORDS = {
  study: { label: 'What is the study called?', kind: 'text' },
  publishedOn: { label: 'When was it published, or handed to you?' },
  reference: { label: 'Where can it be found?', help: 'A journal, a number, an address.', kind: 'text' },
  modelCard: { label: 'Which version of the model was studied?', help: 'Of the model cards on record.' },
} as const satisfies Words;

export const HOW_WORDS = {
  design: {
    label: 'What kind of study is it?',
    help: 'Mostly said in the summary. The first ones tell most.',
    options: DESIGN_WORDS,
  },
  independent: {
    label: 'Was it done by people whom the vendor neither employs nor pays for the result?',
    help: 'Look for “conflicts of interest” and “funding”.',
    options: YES_NO_DONT_KNOW,
    short: true,
  },
  peerReviewed: {
    label: 'Was it reviewed by other researchers?',
    help: 'Journals mostly do; preprints are not.',
    options: YES_NO_DONT_KNOW,
    short: true,
  },
  setting: { label: 'Where did care take place?', kind: 'text' },
  population: {
    label: 'Who took part?',
    help: 'What groups of people. Never anybody by name.',
    kind: 'text',
  },
  sampleSize: { label: 'How many people, sessions or notes were studied?' },
  sites: { label: 'At how many places?' },
} as const satisfies Words;

export const RESULT_WORDS = {
  finding: { label: 'How did it come out for the tool?', options: FINDING_WORDS },
  outcome: { label: 'What was measured, and what came out?', help: 'In a sentence or two.' },
  limitations: { label: 'What can it not tell?', help: 'Look for “limitations”.' },
} as const satisfies Words;
