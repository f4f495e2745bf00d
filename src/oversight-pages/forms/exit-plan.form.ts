import { ExitPlanFields, ExitTrialFields } from '../../oversight/exit-plans/exit-plan.fields';
import type { FormPart } from '../../web/parted-form';
import type { RegisterForm } from './register-form';

export const EXIT_PLAN_FORM: RegisterForm = {
  type: ExitPlanFields,
  lead: 'Your own plan for leaving with all records. What the vendor promises of it stands with the papers of the tool, as terms of leaving.',
  parts: ({ trialResults }): readonly FormPart[] => [
    {
      title: 'The plan',
      words: {
        answersFor: { label: 'Who answers for it?', help: 'Name and role.' },
        goesTo: { label: 'Where do the records go?' },
        formats: { label: 'In which formats?', help: 'Such as PDF or CSV. One a line.' },
        steps: { label: 'Which steps, in order?' },
        noticeDays: { label: 'How many days of notice do you have to give?', help: '0 for none.' },
      },
    },
    {
      title: 'Trials',
      help: 'Take out a part, and see that it can be read somewhere else. Once a year is a good rhythm.',
      rows: {
        list: 'trials',
        type: ExitTrialFields,
        one: 'Trial',
        words: {
          triedOn: { label: 'When did you try?' },
          result: { label: 'How did it come out?', kind: 'select', options: trialResults },
          found: { label: 'What did you take out, and could it be read?', kind: 'text' },
          evidence: { label: 'What shows it?', kind: 'select' },
        },
      },
    },
    {
      title: 'Once you leave',
      isFolded: true,
      words: {
        leavingOn: { label: 'Which is the last day of use?' },
        accessUntil: {
          label: 'Until when do you still get in, to move?',
          help: 'As agreed. Left empty, the terms of leaving say.',
        },
        certificateOn: { label: 'When did the certificate of destruction come?' },
        certificateEvidence: { label: 'Which evidence holds it?' },
      },
    },
  ],
  offered: () => ({}),
  keyWords: (_fields, about) => `${about} exit plan`,
};
