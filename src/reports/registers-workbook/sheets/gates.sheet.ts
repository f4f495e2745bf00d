import type { AssessmentDocument } from '../../../assessments/assessment.document';
import { howSure } from '../../security-risk-assessment/gates.presenter';
import { levelWord } from '../../security-risk-assessment/level-words';
import { codeWords, day, lines, sheetOf, WIDTH, type Sheet } from '../sheet';
import { perSubject } from './rated-subjects';
import { SUBJECT_COLUMNS } from './subject-columns';

/** Every gate of every service, also those that are cleared or not asked. */
export function gatesSheet(document: AssessmentDocument): Sheet {
  const rows = perSubject(document, ({ gates }) => gates);
  return sheetOf('Gates', 'No gate was asked of any tool.', rows, [
    ...SUBJECT_COLUMNS,
    { title: 'Gate', width: 26, cell: ({ item }) => item.id },
    { title: 'Title', width: WIDTH.sentence, cell: ({ item }) => item.title },
    { title: 'State', width: WIDTH.short, cell: ({ item }) => codeWords(item.state) },
    {
      title: 'Kind',
      width: WIDTH.short,
      cell: ({ item }) => (item.kind === 'law' ? 'Law' : 'Good practice'),
    },
    { title: 'Citation', width: WIDTH.name, cell: ({ item }) => item.citation },
    { title: 'Confidence in the entry', width: WIDTH.short, cell: ({ item }) => codeWords(item.confidence) },
    {
      title: 'How far it was read',
      width: WIDTH.name,
      cell: ({ item }) => (item.notChecked ? howSure(item) : null),
    },
    { title: 'Floor', width: WIDTH.short, cell: ({ item }) => levelWord(item.floor) },
    { title: 'Threats', width: WIDTH.short, cell: ({ item }) => lines(item.threats) },
    { title: 'Because', width: WIDTH.text, cell: ({ item }) => item.because },
    { title: 'Counts from', width: WIDTH.short, cell: ({ item }) => day(item.countsFrom) },
    { title: 'What lifts it', width: WIDTH.text, cell: ({ item }) => item.remedy },
  ]);
}
