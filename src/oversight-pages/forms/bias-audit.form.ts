import { BiasAuditFields, CountedGroupFields } from '../../oversight/bias-audits/bias-audit.fields';
import type { FormPart } from '../../web/parted-form';
import { EVIDENCE_WORDS, type RegisterForm, type Words } from './register-form';

const COUNT_WORDS: Words = {
  periodStart: { label: 'From which day on did you count?' },
  periodEnd: {
    label: 'Until which day?',
    help: 'In a small practice a month says nothing. Take as many as it needs for groups that are large enough.',
  },
  method: { label: 'How did you count?', help: 'So that somebody else would do it the same way.' },
  doneBy: { label: 'Who did the audit?', help: 'Name and role.' },
  doneOn: { label: 'When was it done?' },
};

const SET_WORDS: Words = {
  smallestGroup: {
    label: 'How many people must a group have at least?',
    help: 'Smaller groups are counted and not compared: they jump by chance, and can point to a person.',
  },
  thresholdPercent: {
    label: 'From which percent on is it a difference?',
    help: 'The lowest rate in percent of the highest. 80 is the four-fifths figure, a rule of thumb of employment law; no rule of HIPAA sets one.',
  },
  thresholdSetOn: {
    label: 'When did you set these two?',
    help: 'Best before you count. Whoever knows the result can set a threshold that it passes.',
  },
};

const FOUND_WORDS: Words = {
  findings: { label: 'What did you find?', help: 'About groups, never about a person.' },
  cultureMissed: { label: 'Did it miss something of language, culture or ways of life?' },
  actions: { label: 'What do you do about it?' },
  nextOn: {
    label: 'When is the next audit?',
    help: 'Leave it empty to go by the interval of your obligations.',
  },
};

export const BIAS_AUDIT_FORM: RegisterForm = {
  type: BiasAuditFields,
  lead: 'Compare what comes out for different groups. Count people and name nobody.',
  parts: ({ outputs, dimensions }): readonly FormPart[] => [
    {
      title: 'What is compared',
      words: {
        output: { label: 'What did the AI put out or decide?', kind: 'select', options: outputs },
        measure: {
          label: 'What counts as coming out well?',
          help: 'Such as “an appointment within seven days”, or “a draft signed without changing its meaning”.',
        },
      },
    },
    { title: 'Set beforehand', words: SET_WORDS },
    { title: 'How it was counted', words: COUNT_WORDS },
    {
      title: 'The groups',
      help: 'At least two for each way of telling groups apart.',
      rows: {
        list: 'groups',
        type: CountedGroupFields,
        one: 'Group',
        words: {
          dimension: { label: 'Told apart by', kind: 'select', options: dimensions },
          group: { label: 'What is it called?' },
          people: { label: 'How many were counted?' },
          wellServed: { label: 'For how many did it come out well?' },
        },
      },
    },
    { title: 'What came of it', words: { ...FOUND_WORDS, ...EVIDENCE_WORDS } },
  ],
  offered: ({ numbers }) => ({
    smallestGroup: String(numbers.offeredSmallestGroup),
    thresholdPercent: String(numbers.fourFifthsPercent),
  }),
  keyWords: ({ output, periodEnd }, about) => `${about} ${String(output)} ${String(periodEnd)}`,
};
