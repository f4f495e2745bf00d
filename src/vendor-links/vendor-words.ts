// The pages of a vendor's link in plain words.
import type { FieldWords } from '../web/form-view';

/** What a vendor may say of one answer. How it is known is not asked: it is the vendor's word, and the practice judges it. */
export const VENDOR_DETAIL_WORDS = {
  evidence: {
    label: 'Where can the practice read it?',
    help: 'A document and its page, or an address on your site.',
    kind: 'text',
  },
  note: { label: 'Anything to add?', help: 'Never anything about a client or patient.' },
} as const satisfies Readonly<Record<string, FieldWords>>;

export const ANSWERER_WORDS = {
  name: {
    label: 'Your name',
    help: 'It stands beside the answers for as long as the practice keeps them.',
    autocomplete: 'name',
  },
  role: {
    label: 'Your role',
    help: 'Such as head of security, or founder.',
    autocomplete: 'organization-title',
  },
  email: {
    label: 'Your e-mail address at work',
    help: 'For questions about the answers.',
    kind: 'email',
    autocomplete: 'email',
  },
  openCountsAsUnknown: {
    label: 'Some questions are open. Submit all the same?',
    help: 'What is open is shown to the practice as not answered.',
    options: { true: 'Yes, leave them open', false: 'No, I answer them first' },
  },
} as const satisfies Readonly<Record<string, FieldWords>>;

export const DOCUMENT_WORDS = {
  title: { label: 'What is it called?', help: 'As it says itself, with its version.' },
  issuedOn: { label: 'Which date is on it?', help: 'The practice sees by it how old it is.' },
} as const satisfies Readonly<Record<string, FieldWords>>;

export const LINK_WORDS = {
  email: {
    label: 'Whose address at the vendor?',
    help: 'The link is mailed there. Leave it empty to hand the link on yourself.',
    kind: 'email',
    autocomplete: 'off',
  },
  validDays: {
    label: 'For how many days does it work?',
    help: 'From 1 to 60. Two weeks are enough for most.',
    kind: 'text',
  },
} as const satisfies Readonly<Record<string, FieldWords>>;
