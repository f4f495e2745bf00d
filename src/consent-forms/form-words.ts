// What the pages about forms of consent say.
import type { ConsentKind } from '../practice-measures/practice-measures.fields';
import type { FieldWords } from '../web/form-view';
import type { ConsentFormState } from './records/consent-form-state';

export const KIND_WORDS: Readonly<Record<ConsentKind, string>> = {
  telehealth: 'Telehealth',
  ai_use: 'The use of AI',
  recording: 'Recording',
};

export const STATE_WORDS: Readonly<Record<ConsentFormState, string>> = {
  draft: 'Draft',
  adopted: 'Adopted, not in use yet',
  in_use: 'In use',
  replaced: 'Replaced',
  withdrawn: 'Withdrawn',
};

/** The mark of a state, as the style sheet knows it. */
export const STATE_MARKS: Readonly<Record<ConsentFormState, string>> = {
  draft: 'draft',
  adopted: 'due',
  in_use: 'done',
  replaced: 'sealed',
  withdrawn: 'sealed',
};

const YES_NO = { true: 'Yes', false: 'No' } as const;

export const DRAFT_WORDS = {
  kind: { label: 'What is it a consent to?', options: KIND_WORDS },
  formVersion: {
    label: 'Which version is it?',
    help: 'As it is printed on the form, such as the month.',
    kind: 'text',
  },
  services: {
    label: 'Which tools is it about?',
    help: 'One form may be about several tools only where everything in it holds for each.',
  },
  replaces: { label: 'Does it replace an earlier version?', kind: 'select' },
} as const satisfies Readonly<Record<string, FieldWords>>;

export const REVIEW_WORDS = {
  reviewedOn: { label: 'On which day?' },
  reviewedBy: { label: 'By whom?', help: 'Such as: outside counsel.', kind: 'text' },
  outcome: { label: 'What came of it?', kind: 'area' },
} as const satisfies Readonly<Record<string, FieldWords>>;

export const OWN_WORDS = {
  words: {
    label: 'What does the form say here?',
    help: 'For clients to read: short sentences, no names of clients. Empty it to go back to our words.',
    kind: 'area',
  },
  reason: { label: 'Why in your own words?', help: 'Kept with the form.', kind: 'area' },
} as const satisfies Readonly<Record<string, FieldWords>>;

export const PERSON_WORDS = {
  name: { label: 'Your name', kind: 'text', autocomplete: 'name' },
  role: { label: 'Your role in the practice', kind: 'text' },
} as const satisfies Readonly<Record<string, FieldWords>>;

export const ADOPTION_WORDS = {
  ...PERSON_WORDS,
  digest: { label: 'Text that was read', kind: 'hidden' },
} as const satisfies Readonly<Record<string, FieldWords>>;

export const ATTESTATION_WORDS = {
  inUseSince: { label: 'Since when are clients asked by this form?' },
  written: { label: 'Is it signed in writing?', options: YES_NO },
  attestedForAllClients: { label: 'Has every client concerned been asked, and agreed?', options: YES_NO },
  coversEveryoneAudible: {
    label: 'Has everyone who can be heard agreed?',
    help: 'Partners, family, members of a group, whoever interprets.',
    options: YES_NO,
  },
  ...PERSON_WORDS,
} as const satisfies Readonly<Record<string, FieldWords>>;

export const WITHDRAWAL_WORDS = {
  reason: { label: 'Why is it used no more?', kind: 'area' },
  ...PERSON_WORDS,
} as const satisfies Readonly<Record<string, FieldWords>>;
