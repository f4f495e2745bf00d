import type { AssessmentDocument } from '../../../assessments/assessment.document';
import { confidenceWord, sourceBasisWords } from '../../security-risk-assessment/fact-words';
import { sheetOf, WIDTH, type Sheet } from '../sheet';

export function sourcesSheet({ sources }: AssessmentDocument): Sheet {
  return sheetOf('Sources', 'The assessment cites no source.', sources, [
    { title: 'Citation', width: WIDTH.sentence, cell: ({ citation }) => citation },
    { title: 'Title', width: WIDTH.text, cell: ({ title }) => title },
    { title: 'Confidence', width: 20, cell: ({ confidence, basis }) => confidenceWord(confidence, basis) },
    { title: 'How it was read', width: WIDTH.sentence, cell: ({ basis }) => sourceBasisWords(basis) },
  ]);
}
