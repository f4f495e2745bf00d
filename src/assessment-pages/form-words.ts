// The forms about assessments in plain words.
import type { FieldView, OptionView } from '../web/form-view';
import { FORMAT_WORDS } from './report.presenter';

export const ASSESSOR_WORDS = {
  name: {
    label: 'Name of the person who carries it out',
    help: 'As it is to stand on the report.',
    autocomplete: 'name',
  },
  role: { label: 'Their role', help: 'Such as security official, owner, or consultant.' },
} as const;

export const DRAW_UP_WORDS = {
  asOf: {
    label: 'Date to assess for',
    help: 'Leave it empty for today. An earlier date counts nothing that was recorded as happening after it.',
  },
} as const;

export const PREPARATION_WORDS = {
  competence: {
    label: 'What they know of such work',
    help: 'Training, years, who helped. It stands on the cover; leave it empty and the cover says “Not stated”.',
  },
  distribution: {
    label: 'Who may have it',
    help: 'Left empty: the practice, and whom its owner gives it to.',
  },
  counsel: {
    label: 'The lawyer who asked for it, if one did',
    help: 'The report is then marked as made at their direction. Ask them before you fill this in.',
  },
} as const;

const SIGNER_WORDS = {
  name: { label: 'Your full name', help: 'As it is to stand on the report.', autocomplete: 'name' },
  role: { label: 'Your role', help: 'Such as security official, owner, or consultant.' },
} as const;

export const REVIEW_WORDS = {
  ...SIGNER_WORDS,
  statement: {
    label: 'Your statement',
    help:
      'In your own words: what you read and checked, and what you found. An example: I have read this assessment and compared its ' +
      'facts with our agreements and settings.',
  },
} as const;

export const SEAL_WORDS = {
  ...SIGNER_WORDS,
  statement: {
    label: 'Your statement',
    help:
      'In your own words: what you stand for with your name. An example: I have read this assessment, and the facts in it are true ' +
      'to my knowledge.',
  },
} as const;

export const PLACE_WORDS = { label: 'Which section?', help: 'As the report has them.' } as const;

const SAID_HELP =
  'Never anything about a client. Your name, your role here and the moment stand beside it; it is not changed afterwards.';

export const COMMENT_WORDS = { text: { label: 'Your comment', help: SAID_HELP } } as const;

export const ANSWER_WORDS = { text: { label: 'Your answer', help: SAID_HELP } } as const;

/** Said by a tick alone: nothing is decided for who seals. */
export const OPEN_COMMENTS_LABEL = 'Comments that are open';

export const PRINT_WORDS = {
  format: { label: 'Format', options: FORMAT_WORDS },
  service: {
    label: 'Only one tool',
    help: 'For the file of its vendor. Leave it empty for the whole assessment.',
    kind: 'select',
  },
} as const;

/** A list to choose from that no record declares. */
export function selectField(
  name: string,
  { label, help }: { label: string; help: string },
  options: readonly Omit<OptionView, 'help' | 'isChosen'>[],
  chosen: string,
  fault = '',
): FieldView {
  const described = [`${name}-help`, fault && `${name}-fault`].filter(Boolean).join(' ');
  return {
    ...{ name, label, help, kind: 'select', required: true, value: chosen, fault, describedBy: described },
    ...{ autocomplete: '', inputmode: '', short: false },
    options: options.map((option) => ({ ...option, help: '', isChosen: option.value === chosen })),
  };
}
