// A new questionnaire: the questions that the facts of the day ask for, and what was answered before, to be confirmed.
import type { QuestionnaireCatalog } from '../assessments/scoring/questionnaire-catalog';
import type { CalendarDate } from '../common/calendar-date';
import type { Dossier, DossierQuestionnaire } from '../dossiers/dossier.document';
import {
  asAsked,
  selectQuestions,
  type QuestionnaireSubject,
  type SelectionGround,
} from '../dossiers/select-questions';
import { valueFaults } from './records/answer-faults';
import type { AnswerFields } from './records/answer.fields';
import { countingAnswers, isAbout } from './records/counting-answers';
import { UNKNOWN } from './records/question-words';
import type { AskedQuestionFields } from './records/asked-question.fields';

export interface IssuedQuestionnaire extends QuestionnaireSubject {
  key: string;
  catalogVersion: QuestionnaireCatalog['version'];
  state: 'issued';
  issuedOn: CalendarDate;
  supersedes: string | null;
  questions: AskedQuestionFields[];
  answers: AnswerFields[];
}

export function issueQuestionnaire(
  dossier: Dossier,
  { key, about, service }: QuestionnaireSubject & { key: string },
  ground: SelectionGround,
): IssuedQuestionnaire {
  const subject = { about, service: service ?? null };
  const questions = asAsked(selectQuestions(dossier, subject, ground), ground.catalog);
  const answers = suggestionsFor(questions, dossier.questionnaires ?? [], subject.service);
  return {
    key,
    ...subject,
    catalogVersion: ground.catalog.version,
    state: 'issued',
    issuedOn: ground.asOf,
    supersedes: newestCounting(dossier.questionnaires ?? [], subject.service),
    questions,
    answers,
  };
}

/**
 * The answers that count now, for the questions that are asked again and that they still fit. "Unknown" and what is disputed are asked
 * afresh. They keep their date: until somebody confirms them they are no newer than they were.
 */
function suggestionsFor(
  questions: readonly AskedQuestionFields[],
  questionnaires: readonly DossierQuestionnaire[],
  service: string | null,
): AnswerFields[] {
  const counting = countingAnswers(questionnaires, service);
  return questions.flatMap((question) => {
    const found = counting.find((answer) => answer.question === question.id);
    if (!found || found.value === UNKNOWN || found.review?.verdict === 'disputed') return [];
    if (valueFaults(found.value, question).length > 0) return [];
    const { questionnaire, submittedOn: _submittedOn, review: _review, ...answer } = found;
    return [{ ...answer, carriedFrom: questionnaire }];
  });
}

function newestCounting(
  questionnaires: readonly DossierQuestionnaire[],
  service: string | null,
): string | null {
  const dateOf = ({ submittedOn, issuedOn, key }: DossierQuestionnaire) =>
    `${submittedOn ?? issuedOn ?? ''} ${key}`;
  const submitted = questionnaires.filter((one) => one.state === 'submitted' && isAbout(one, service));
  return submitted.sort((left, right) => (dateOf(left) < dateOf(right) ? 1 : -1))[0]?.key ?? null;
}

/** The one on the same subject that is being answered. */
export function openOn(
  questionnaires: readonly DossierQuestionnaire[],
  service: string | null,
): DossierQuestionnaire | undefined {
  return questionnaires.find((one) => one.state === 'issued' && isAbout(one, service));
}
