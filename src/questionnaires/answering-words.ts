// The pages of questionnaires in plain words. What a question asks and what may be chosen is worded by the catalog.
import type { FieldWords } from '../web/form-view';
import type { Basis } from '../common/words';
import type { AnswerStatus } from './answer-status';
import type { QuestionnaireState } from './records/lifecycle';

export const DO_NOT_KNOW = 'I don’t know';

export const YES_NO_WORDS: Readonly<Record<string, string>> = { yes: 'Yes', partly: 'Partly', no: 'No' };

/** Strongest first, as the list itself. */
export const BASIS_WORDS: Readonly<Record<Basis, string>> = {
  observed: 'We saw it ourselves',
  audited: 'An independent auditor looked at it',
  documented: 'It stands in a document that we have',
  stated: 'Somebody told us so',
};

/** What may be said of one answer. `basis` is said once a page, and here only where an answer rests on something else. */
export const DETAIL_WORDS = {
  basis: {
    label: 'How do you know this one?',
    help: 'Only where it is not as for the rest of the page.',
    kind: 'select',
    options: BASIS_WORDS,
  },
  evidence: {
    label: 'Where does it stand?',
    help: 'Which document and page, or what you saw.',
    kind: 'text',
  },
  answeredBy: { label: 'Who said so?', help: 'A name and role, such as the vendor’s head of security.' },
  note: { label: 'Note', help: 'Anything to add. Never anything about a client.' },
} as const satisfies Readonly<Record<string, FieldWords>>;

export const PAGE_BASIS = {
  label: 'How do you know the answers on this page?',
  help: 'An answer counts for more, the better it is known. Where you don’t know, nothing has to be said.',
} as const;

export const STATE_WORDS: Readonly<Record<QuestionnaireState, string>> = {
  issued: 'Being answered',
  submitted: 'Its answers count',
  superseded: 'A newer one took its place',
  withdrawn: 'Withdrawn',
};

export const STATUS_WORDS: Readonly<Record<AnswerStatus, string>> = {
  open: 'Open',
  suggested: 'Open: please look at the answer of last time',
  unknown: DO_NOT_KNOW,
  answered: 'Answered',
  accepted: 'Answered, accepted by the reviewer',
  disputed: 'Answered, disputed by the reviewer: it counts as not known',
};

export const SUBMITTER_WORDS = {
  name: {
    label: 'Your name',
    help: 'It stands under the answers for as long as they are kept.',
    autocomplete: 'name',
  },
  role: {
    label: 'Your role',
    help: 'Such as owner, security official, or office manager.',
    autocomplete: 'organization-title',
  },
  openCountsAsUnknown: {
    label: 'Some questions are open. Submit all the same?',
    help: 'What is open then counts as not known, and each becomes a task.',
    options: { true: 'Yes, count them as not known', false: 'No, I answer them first' },
  },
} as const satisfies Readonly<Record<string, FieldWords>>;
