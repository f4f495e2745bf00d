// What the practice does itself around a tool, in plain words.
import type { Basis } from '../common/words';
import type { FieldWords } from '../web/form-view';
import type { ConsentKind } from './practice-measures.fields';

const YES_NO = { true: 'Yes', false: 'No' } as const;

/** How a practice knows what it does itself. */
const BASIS_WORDS: Readonly<Record<Basis, string>> = {
  observed: 'We checked, and saw it',
  audited: 'Somebody independent looked at it',
  documented: 'It stands in our own papers',
  stated: 'We say so',
};

export const CONSENT_TITLES: Readonly<Record<ConsentKind, string>> = {
  recording: 'Consent to being recorded',
  ai_use: 'Consent to the use of AI',
  telehealth: 'Consent to telehealth',
};

export const CONSENT_WORDS = {
  formVersion: { label: 'Which form is it?', help: 'Its version, or the date printed on it.', kind: 'text' },
  since: { label: 'Since when is it asked of clients?' },
  written: { label: 'Is it in writing?', options: YES_NO },
  attestedForAllClients: { label: 'Has every client concerned given it?', options: YES_NO },
  coversEveryoneAudible: {
    label: 'Does it cover everybody who can be heard?',
    help: 'Partners, family, members of a group.',
    options: YES_NO,
  },
} as const satisfies Readonly<Record<string, FieldWords>>;

export const NOTE_REVIEW_WORDS = {
  scope: {
    label: 'Which drafted notes does a clinician read and correct before signing?',
    options: { every_note: 'Every one', sample: 'Some', none: 'None', unknown: 'I don’t know' },
  },
  since: { label: 'Since when?' },
  basis: { label: 'How do you know?', options: BASIS_WORDS },
} as const satisfies Readonly<Record<string, FieldWords>>;

export const AUDIO_DELETION_WORDS = {
  withinDays: {
    label: 'How many days after a session is the recording deleted?',
    help: '0 on the same day.',
  },
  since: { label: 'Since when?' },
  basis: { label: 'How do you know?', options: BASIS_WORDS },
  evidence: { label: 'What shows it?', help: 'Such as a log of deletions.', kind: 'text' },
} as const satisfies Readonly<Record<string, FieldWords>>;
