import type { FieldWords } from '../web/form-view';

export const REVIEWER_WORDS = {
  name: { label: 'Your name', help: 'It stands beside each verdict.', autocomplete: 'name' },
  role: {
    label: 'Your role',
    help: 'Such as owner or security official.',
    autocomplete: 'organization-title',
  },
} as const satisfies Readonly<Record<string, FieldWords>>;

export const VERDICT_LABELS = {
  accepted: 'Accept: it fits what I have seen',
  disputed: 'Question it: it counts as not known until it is answered anew',
} as const;

export const REASON_LABEL = 'Your note';
