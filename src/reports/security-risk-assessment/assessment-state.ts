// How final the document is, in words that stand on every page.
import type { SealedAssessment } from '../../assessments/assessment.document';
import { longDate } from './date-words';

export type AssessmentState = 'draft' | 'reviewed' | 'sealed';

/** Sealed only when a named person sealed it and a signature is there; whatever else it says, it is a draft. */
export function stateOf({ document, seal }: SealedAssessment): AssessmentState {
  if (document.status === 'sealed' && document.signOff && seal.signatures.length > 0) return 'sealed';
  return document.review ? 'reviewed' : 'draft';
}

/** For the header of every page. */
export function stateWords(sealed: SealedAssessment): string {
  const { signOff } = sealed.document;
  switch (stateOf(sealed)) {
    case 'draft':
      return 'Unsigned draft';
    case 'reviewed':
      return 'Unsigned draft, reviewed';
    case 'sealed':
      return `Sealed ${signOff ? longDate(signOff.at.slice(0, 10)) : ''}`.trim();
  }
}
