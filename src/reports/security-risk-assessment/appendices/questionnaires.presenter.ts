// Every questionnaire with each question as it was asked, the answer, how it is known and what the reviewer made of it.
import type { AssessmentDocument } from '../../../assessments/assessment.document';
import type { DossierQuestionnaire } from '../../../dossiers/dossier.document';
import { byQuestion, progressOf, statusOf } from '../../../questionnaires/answer-status';
import type { AnswerFields } from '../../../questionnaires/records/answer.fields';
import type { AskedQuestionFields } from '../../../questionnaires/records/asked-question.fields';
import { UNKNOWN } from '../../../questionnaires/records/question-words';
import { longDate, shortDate } from '../date-words';
import { BASIS_WORDS } from '../fact-words';
import { capitalized, counted, listed } from '../number-words';
import { QUESTIONNAIRE_STATE_WORDS } from '../register-words';
import type { OrderedService } from '../service-order';

export interface AskedRow {
  number: number;
  question: string;
  citation: string;
  answer: string;
  isOpen: boolean;
  basis: string;
  evidence: string;
  date: string;
  review: string;
}

export interface QuestionnaireView {
  about: string;
  key: string;
  state: string;
  /** "41 questions: 30 answered, 6 not known, 5 open; 2 disputed" */
  told: string;
  groups: { title: string; rows: AskedRow[] }[];
}

export interface QuestionnairesView {
  questionnaires: QuestionnaireView[];
  /** superseded and withdrawn ones, in a sentence; null when there is none */
  laidAside: string | null;
  /** services about which nothing was asked; null when there is none */
  notAsked: string | null;
}

const COUNTS: readonly DossierQuestionnaire['state'][] = ['submitted', 'issued'];

export function questionnairesView(
  { dossier, practice }: AssessmentDocument,
  services: readonly OrderedService[],
  evidenceNumbers: ReadonlyMap<string, string>,
): QuestionnairesView {
  const all = dossier.questionnaires ?? [];
  const current = all.filter(({ state }) => COUNTS.includes(state));
  const aside = all.filter(({ state }) => !COUNTS.includes(state));
  const subjects = [...services.map(({ result }) => result.service), null];
  const ofSubject = (key: string | null) =>
    current.filter((one) => (one.about === 'practice' ? key === null : one.service === key));
  return {
    questionnaires: subjects.flatMap((subject) =>
      ofSubject(subject?.key ?? null).map((one) =>
        questionnaireView(one, subject?.name ?? `${practice.name} itself`, evidenceNumbers),
      ),
    ),
    laidAside:
      aside.length > 0
        ? `Laid aside and not shown: ${listed(aside.map(({ key, state }) => `${key} (${state})`))}.`
        : null,
    notAsked:
      listed(
        services
          .map(({ result }) => result.service)
          .filter(({ key }) => ofSubject(key).length === 0)
          .map(({ name }) => name),
      ) || null,
  };
}

function questionnaireView(
  { key, state, questions, answers, issuedOn, submittedOn, submittedBy }: DossierQuestionnaire,
  about: string,
  evidenceNumbers: ReadonlyMap<string, string>,
): QuestionnaireView {
  const asked = questions ?? [];
  const given = byQuestion(answers);
  const groups: QuestionnaireView['groups'] = [];
  asked.forEach((question, index) => {
    const row = askedRow(question, given.get(question.id), index + 1, evidenceNumbers);
    const group = groups.find(({ title }) => title === question.groupTitle);
    if (group) group.rows.push(row);
    else groups.push({ title: question.groupTitle, rows: [row] });
  });
  const when = [
    issuedOn ? `issued ${longDate(issuedOn)}` : null,
    submittedOn ? `submitted ${longDate(submittedOn)}` : null,
    submittedBy ? `by ${submittedBy.name}, ${submittedBy.role}` : null,
  ].filter((part) => part !== null);
  return {
    about,
    key,
    state: `${QUESTIONNAIRE_STATE_WORDS[state]}${when.length > 0 ? ` (${when.join('; ')})` : ''}`,
    told: progressWords(asked, answers),
    groups,
  };
}

function progressWords(asked: readonly AskedQuestionFields[], answers: readonly AnswerFields[]): string {
  const { answered, open, unknown, disputed } = progressOf(asked, answers);
  const parts = [
    `${answered - unknown} answered`,
    unknown > 0 ? `${unknown} not known` : null,
    open > 0 ? `${open} open` : null,
    disputed > 0 ? `${disputed} disputed` : null,
  ].filter((part) => part !== null);
  return `${counted(asked.length, 'question')}: ${parts.join(', ')}.`;
}

function askedRow(
  question: AskedQuestionFields,
  answer: AnswerFields | undefined,
  number: number,
  evidenceNumbers: ReadonlyMap<string, string>,
): AskedRow {
  const status = statusOf(answer);
  const isOpen = status === 'open' || status === 'suggested' || answer?.value === UNKNOWN;
  const shown = (answer?.evidenceKeys ?? []).map((key) => evidenceNumbers.get(key) ?? key);
  return {
    number,
    question: question.question,
    citation: question.citation ?? '',
    answer: isOpen || !answer ? 'Not yet known' : answerWords(question, answer.value),
    isOpen,
    basis: answer?.basis && !isOpen ? capitalized(BASIS_WORDS[answer.basis]) : '',
    evidence: [...shown, ...(answer?.evidence ? [answer.evidence] : [])].join('; '),
    date: answer ? shortDate(answer.answeredOn) : '',
    review: status === 'suggested' ? 'Carried over, to be confirmed' : reviewWords(answer),
  };
}

/** Options by their labels as asked, numbers with their unit. */
export function answerWords(question: AskedQuestionFields, value: AnswerFields['value']): string {
  const { answerType, options, number } = question;
  if (answerType === 'text') return String(value);
  if (answerType === 'date') return shortDate(String(value));
  if (answerType === 'number') {
    const unit = number && number.unit !== 'count' ? ` ${number.unit}` : '';
    return `${String(value)}${unit}`;
  }
  const labelOf = (one: string) => options?.find((option) => option.value === one)?.label ?? capitalized(one);
  return [value].flat().map(String).map(labelOf).join('; ');
}

function reviewWords(answer: AnswerFields | undefined): string {
  const review = answer?.review;
  if (!review) return '';
  const verdict = review.verdict === 'accepted' ? 'Accepted' : 'Disputed: counts as not known';
  return `${verdict} (${review.reviewer.name}, ${shortDate(review.on)})${review.reason ? `: ${review.reason}` : ''}`;
}
