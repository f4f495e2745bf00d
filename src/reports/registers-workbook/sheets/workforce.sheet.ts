import type { AssessmentDocument } from '../../../assessments/assessment.document';
import { STATE_WORDS, TRAINING_WORDS } from '../../../policies/told-words';
import { day, sheetOf, WIDTH, type Sheet } from '../sheet';

const NOT_WORKED_OUT = 'Policies and training were not worked out in this assessment.';

/** Each policy with the version in force. */
export function policiesSheet({ workforceRegister }: AssessmentDocument): Sheet {
  const none = workforceRegister ? 'No policy is on record.' : NOT_WORKED_OUT;
  return sheetOf('Policies', none, workforceRegister?.policies ?? [], [
    { title: 'Policy', width: WIDTH.sentence, cell: ({ title }) => title },
    { title: 'Key', width: 22, cell: ({ key }) => key },
    { title: 'State', width: WIDTH.name, cell: ({ state }) => STATE_WORDS[state] },
    { title: 'Version', width: WIDTH.short, cell: ({ version }) => version?.number },
    { title: 'Adopted', width: WIDTH.short, cell: ({ version }) => day(version?.adoptedOn) },
    { title: 'Approved by', width: WIDTH.name, cell: ({ version }) => version?.approvedBy.name },
    { title: 'As', width: WIDTH.name, cell: ({ version }) => version?.approvedBy.role },
    { title: 'Read again by', width: WIDTH.short, cell: ({ nextReviewOn }) => day(nextReviewOn) },
    {
      title: 'Acknowledged',
      width: WIDTH.short,
      cell: ({ version, acknowledged }) => (version ? acknowledged : null),
    },
    { title: 'Of', width: WIDTH.short, cell: ({ version, staff }) => (version ? staff : null) },
  ]);
}

/** Each person with each module for their jobs. */
export function trainingSheet({ workforceRegister }: AssessmentDocument): Sheet {
  const none = workforceRegister ? 'Nobody is on the list of staff.' : NOT_WORKED_OUT;
  return sheetOf('Training', none, workforceRegister?.training ?? [], [
    { title: 'Who', width: WIDTH.name, cell: ({ name }) => name },
    { title: 'What', width: WIDTH.sentence, cell: ({ title }) => title },
    { title: 'State', width: WIDTH.short, cell: ({ state }) => TRAINING_WORDS[state] },
    { title: 'Passed', width: WIDTH.short, cell: ({ passedOn }) => day(passedOn) },
    { title: 'Due', width: WIDTH.short, cell: ({ dueOn }) => day(dueOn) },
  ]);
}
