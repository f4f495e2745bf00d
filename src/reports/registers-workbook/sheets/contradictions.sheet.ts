import type { AssessmentDocument } from '../../../assessments/assessment.document';
import { sheetOf, WIDTH, type Sheet } from '../sheet';
import { perSubject } from './rated-subjects';
import { SUBJECT_COLUMNS } from './subject-columns';

export function contradictionsSheet(document: AssessmentDocument): Sheet {
  const rows = perSubject(document, ({ contradictions }) => contradictions);
  return sheetOf('Contradictions', 'No two facts contradict each other.', rows, [
    ...SUBJECT_COLUMNS,
    { title: 'Contradiction', width: WIDTH.name, cell: ({ item }) => item.id },
    { title: 'One side', width: WIDTH.sentence, cell: ({ item }) => item.between[0] },
    { title: 'The other', width: WIDTH.sentence, cell: ({ item }) => item.between[1] },
    { title: 'Because', width: WIDTH.text, cell: ({ item }) => item.because },
  ]);
}
