import { AnomalyFields, LogReviewFields } from '../../oversight/log-reviews/log-review.fields';
import type { FormPart } from '../../web/parted-form';
import { EVIDENCE_WORDS, titles, type RegisterForm } from './register-form';

export const LOG_REVIEW_FORM: RegisterForm = {
  type: LogReviewFields,
  lead: 'Who went through which log, and what was odd. Counts and kinds only: no entry of the log itself.',
  parts: ({ logs, entryChoices, anomalies }): readonly FormPart[] => [
    {
      title: 'Which log',
      words: {
        log: { label: 'Which log did you go through?', kind: 'select', options: titles(logs) },
        periodStart: { label: 'From which day on?' },
        periodEnd: { label: 'Until which day?' },
        doneOn: { label: 'When did you go through it?' },
        doneBy: { label: 'Who went through it?', help: 'Name and role.' },
      },
    },
    {
      title: 'How much of it',
      words: {
        entries: { label: 'How many entries does the log have of these days?' },
        lookedAt: { label: 'How many did you look at?', help: 'A sample is fine, and says so.' },
        chosen: { label: 'How did you choose them?', options: entryChoices },
      },
    },
    {
      title: 'What was odd',
      none: { anomalies: 'Nothing was odd' },
      rows: {
        list: 'anomalies',
        type: AnomalyFields,
        one: 'Odd',
        words: {
          kind: { label: 'What was it?', kind: 'select', options: anomalies },
          found: { label: 'How often?' },
          open: { label: 'How many are not cleared up?', help: '0 when all are.' },
        },
      },
    },
    {
      title: 'What followed',
      words: {
        followUp: { label: 'What followed?', help: 'Never the name of a client.' },
        incident: { label: 'Did it lead to an incident on record?', help: 'Leave it empty if not.' },
        nextOn: {
          label: 'When is the next one?',
          help: 'Leave it empty to go by the interval of your obligations.',
        },
        ...EVIDENCE_WORDS,
      },
    },
  ],
  offered: () => ({}),
  keyWords: ({ log, periodEnd }, about) => `${about} ${String(log)} ${String(periodEnd)}`,
};
