// The short forms of the way in plain words.
import { EXCEPTION_WORDS, KEPT_WORDS, ROLE_WORDS, WHAT_WORDS } from '../data-flows/data-flow-words';
import { EVIDENCE_WORDS } from '../evidence/evidence-words';
import type { FieldWords } from '../web/form-view';

type Words<Names extends string> = Readonly<Record<Names, FieldWords>>;

export const PUT_IN_WORDS = {
  putInBy: {
    label: 'Who puts it in?',
    options: { practice: 'We do, or the tool takes it up while we work', clients: 'Clients do, themselves' },
  },
} as const satisfies Words<'putInBy'>;

export const FLOW_WORDS = {
  dataClasses: { ...WHAT_WORDS.dataClasses, label: 'What does it get to see or hear?' },
  identifiability: WHAT_WORDS.identifiability,
  recipientRole: ROLE_WORDS.recipientRole,
  encryptedInTransit: KEPT_WORDS.encryptedInTransit,
  encryptedAtRest: KEPT_WORDS.encryptedAtRest,
  since: { ...KEPT_WORDS.since, label: 'Since when do you use it?' },
} as const satisfies Words<string>;

/** Asked only of whoever opens them. */
export const RARE_FLOW_WORDS = {
  deidentificationEvidence: WHAT_WORDS.deidentificationEvidence,
  ...EXCEPTION_WORDS,
} as const satisfies Words<string>;

export const AGREEMENT_WORDS = {
  said: {
    label: 'Is there a business associate agreement that covers this tool?',
    options: {
      signed: {
        label: 'Yes, both sides have signed it.',
        help: 'Then write the day of the last signature below.',
      },
      requested: {
        label: 'Not yet: we have asked for it.',
        help: 'Then write the day on which you asked below.',
      },
      none: 'No.',
      unknown: { label: 'I don’t know.', help: 'A good answer: finding out becomes a task.' },
    },
  },
  on: { label: 'On which day?', help: 'As it stands beside the last signature, or in your mail.' },
} as const satisfies Words<'said' | 'on'>;

export const SHORT_EVIDENCE_WORDS = {
  kind: EVIDENCE_WORDS.kind,
  title: EVIDENCE_WORDS.title,
  source: EVIDENCE_WORDS.source,
  issuedOn: EVIDENCE_WORDS.issuedOn,
} as const satisfies Words<string>;

export const HABIT_WORDS = {
  consents: {
    label: 'Which of these do your clients agree to on a form, before it happens?',
    help: 'Three different things. Tick what is on a form.',
    options: {
      recording: 'That the session is recorded',
      ai_use: 'That AI is used in their care',
      telehealth: 'That sessions are by video or telephone',
    },
  },
  formVersion: { label: 'Which form is it?', help: 'Its version, or the date printed on it.', kind: 'text' },
  written: {
    label: 'Do clients agree in writing?',
    options: { true: 'Yes', false: 'No, only by word of mouth' },
  },
  attestedForAllClients: {
    label: 'Has every client concerned agreed?',
    options: { true: 'Yes, every one', false: 'No, or I am not sure' },
  },
  coversEveryoneAudible: {
    label: 'Does it cover everybody who can be heard?',
    help: 'Partners, family, members of a group, somebody who comes into the room.',
    options: { true: 'Yes', false: 'No, or I am not sure' },
  },
  noteReview: {
    label: 'Which notes that the tool drafts do you read and correct before you sign them?',
    options: { every_note: 'Every one', sample: 'Some', none: 'None', unknown: 'I don’t know' },
  },
  audioDeletedWithinDays: {
    label: 'How many days after a session is the recording deleted?',
    help: '0 on the same day. Leave it empty if you don’t know, or if there is no recording.',
  },
  since: {
    label: 'Since when do you do it like this?',
    help: 'Roughly: the first day that you are sure of.',
  },
} as const satisfies Words<string>;
