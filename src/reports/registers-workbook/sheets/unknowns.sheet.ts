import type { AssessmentDocument } from '../../../assessments/assessment.document';
import { sheetOf, WIDTH, type Sheet } from '../sheet';
import { perSubject } from './rated-subjects';
import { SUBJECT_COLUMNS } from './subject-columns';

/** What is not known, each with the task that makes it known; the heavier it weighs, the more a decision waits for it. */
export function unknownsSheet(document: AssessmentDocument): Sheet {
  const rows = perSubject(document, ({ unknowns }) => unknowns);
  return sheetOf('Unknowns and tasks', 'Nothing that had to be known is unknown.', rows, [
    ...SUBJECT_COLUMNS,
    { title: 'Fact', width: WIDTH.name, cell: ({ item }) => item.id },
    { title: 'What is not known', width: WIDTH.text, cell: ({ item }) => item.what },
    { title: 'Task', width: WIDTH.text, cell: ({ item }) => item.task },
    { title: 'Weight', width: 9, cell: ({ item }) => item.weight },
  ]);
}
