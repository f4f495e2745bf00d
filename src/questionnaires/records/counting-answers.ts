// Which answers count: those of questionnaires that were submitted and neither superseded nor withdrawn, newest questionnaire first. What was
// only carried over counts once it has been given anew.
import type { CalendarDate } from '../../common/calendar-date';
import type { AnswerFields } from './answer.fields';
import type { Subject } from './question-words';
import type { QuestionnaireRecordFields } from './questionnaire.fields';

/** An answer with where it stands. */
export interface CountingAnswer extends Readonly<Omit<AnswerFields, 'carriedFrom'>> {
  /** key of the questionnaire */
  readonly questionnaire: string;
  /** null where the questionnaire does not say */
  readonly submittedOn: CalendarDate | null;
}

/** @param service key of the service; null for the answers about the practice itself */
export function countingAnswers(
  questionnaires: readonly QuestionnaireRecordFields[],
  service: string | null,
): CountingAnswer[] {
  return newestFirst(
    questionnaires.filter((one) => isAbout(one, service) && one.state === 'submitted'),
  ).flatMap(({ key, submittedOn, answers }) =>
    answers
      .filter(({ carriedFrom }) => !carriedFrom)
      .map(({ carriedFrom: _carriedFrom, ...answer }) => ({
        ...answer,
        questionnaire: key,
        submittedOn: submittedOn ?? null,
      })),
  );
}

/** The subject's questionnaires by date of submission, else of issue; by key where they are alike. */
function newestFirst(questionnaires: readonly QuestionnaireRecordFields[]): QuestionnaireRecordFields[] {
  const dateOf = ({ submittedOn, issuedOn }: QuestionnaireRecordFields) => submittedOn ?? issuedOn ?? '';
  return [...questionnaires].sort(
    (left, right) => inOrder(dateOf(right), dateOf(left)) || inOrder(right.key, left.key),
  );
}

function inOrder(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

interface OnSubject {
  readonly about: Subject;
  readonly service?: string | null;
}

export function isAbout({ about, service }: OnSubject, wanted: string | null): boolean {
  return wanted === null ? about === 'practice' : about === 'service' && service === wanted;
}
