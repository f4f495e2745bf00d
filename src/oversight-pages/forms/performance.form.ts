import { PerformanceMeasurementFields } from '../../oversight/performance-measurements/performance-measurement.fields';
import { FIGURE_UNITS } from '../../oversight/performance-measurements/promise-kept';
import type { FormPart } from '../../web/parted-form';
import { EVIDENCE_WORDS, titles, type RegisterForm } from './register-form';

const UNITS = Object.fromEntries(FIGURE_UNITS.map((unit) => [unit, unit.replaceAll('_', ' ')]));

export const PERFORMANCE_FORM: RegisterForm = {
  type: PerformanceMeasurementFields,
  lead: 'One number over one stretch of time. Whether it keeps what was promised is worked out from it.',
  parts: ({ figures, scopes, measurers, credits }): readonly FormPart[] => [
    {
      title: 'The figure',
      words: {
        figure: { label: 'What was measured?', kind: 'select', options: titles(figures) },
        measured: { label: 'Which number came out?' },
        unit: { label: 'In what?', kind: 'select', options: UNITS },
        scope: { label: 'What does it say?', options: scopes },
        cases: {
          label: 'Of how many cases?',
          help: 'Notes, calls, alarms. Leave it empty where nothing was counted one by one.',
        },
        group: { label: 'For which group of people?', help: 'Leave it empty for all. Never a person.' },
        periodStart: { label: 'From which day on?' },
        periodEnd: { label: 'Until which day?', help: 'A promise by the month is held against a month.' },
      },
    },
    {
      title: 'How it is known',
      words: {
        measuredBy: { label: 'Who measured it?', options: measurers },
        method: { label: 'How, and with which version of the model?' },
      },
    },
    {
      title: 'What was promised',
      words: {
        serviceLevel: {
          label: 'Against which promise on record?',
          help: 'Leave it empty if nothing was promised.',
        },
        credit: {
          label: 'If it was not kept: how does it stand with the credit?',
          kind: 'select',
          options: credits,
        },
        creditClaimedOn: { label: 'When was it claimed?' },
        creditNote: { label: 'How much?' },
        note: { label: 'What follows from it?' },
        ...EVIDENCE_WORDS,
      },
    },
  ],
  offered: () => ({}),
  keyWords: ({ figure, group, periodEnd }, about) =>
    `${about} ${String(figure)} ${typeof group === 'string' ? group : ''} ${String(periodEnd)}`,
};
