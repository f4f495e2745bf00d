import { DisputedDecisionFields } from '../../oversight/disputed-decisions/disputed-decision.fields';
import type { FormPart } from '../../web/parted-form';
import { EVIDENCE_WORDS, type RegisterForm } from './register-form';

const YES_NO_DONT_KNOW = { yes: 'Yes', no: 'No', unknown: 'I don’t know' } as const;

export const DISPUTED_DECISION_FORM: RegisterForm = {
  type: DisputedDecisionFields,
  lead: 'Note it as soon as somebody questions what AI put out or decided. Nothing about the client belongs here: a number of your own leads to the details.',
  parts: ({ outputs, questioners, outcomes }): readonly FormPart[] => [
    {
      title: 'What was questioned',
      words: {
        reference: {
          label: 'Your own number for it',
          help: 'Such as D-2026-07. Not a number of a client, a record or an insurance.',
        },
        output: { label: 'What did the AI put out or decide?', kind: 'select', options: outputs },
        questionedBy: { label: 'Who questions it?', options: questioners },
        asksForAmendment: {
          label: 'Does the client also ask for the record to be corrected?',
          help: 'That is a request with a term of the law of its own (45 CFR 164.526); see Obligations.',
          options: YES_NO_DONT_KNOW,
          short: true,
        },
        receivedOn: { label: 'When was it questioned?' },
        answerDays: { label: 'Within how many days did you promise an answer?' },
      },
    },
    {
      title: 'The answer',
      help: 'Once a person has looked at it again.',
      words: {
        reviewer: { label: 'Who looked at it again?', help: 'A person: name and role.' },
        decidedOn: { label: 'When was it decided?' },
        outcome: { label: 'What came of it?', kind: 'select', options: outcomes },
        reason: { label: 'Why, and what was put right?', help: 'Without saying who it was about.' },
        toldOn: { label: 'When was whoever questioned it told?' },
      },
    },
    {
      title: 'An appeal',
      isFolded: true,
      words: {
        appealOn: { label: 'When was it asked for?' },
        appealDays: { label: 'Within how many days did you promise to decide it?' },
        appealReviewer: {
          label: 'Who decided it?',
          help: 'Somebody else than before, where there is somebody else.',
        },
        appealDecidedOn: { label: 'When?' },
        appealOutcome: { label: 'What came of it?', kind: 'select', options: outcomes },
      },
    },
    { title: 'Afterwards', words: { lesson: { label: 'What changes because of it?' }, ...EVIDENCE_WORDS } },
  ],
  offered: ({ numbers }) => ({ answerDays: String(numbers.offeredAnswerDays) }),
  keyWords: ({ reference }) => String(reference),
};
