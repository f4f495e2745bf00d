import type { AssessmentDocument } from '../../../assessments/assessment.document';
import type { DossierQuestionnaire } from '../../../dossiers/dossier.document';
import { BASIS_WORDS } from '../../security-risk-assessment/fact-words';
import { codeWords, day, lines, sheetOf, WIDTH, type Cell, type Sheet } from '../sheet';
import { serviceName } from './names-in-dossier';

type Answer = DossierQuestionnaire['answers'][number];
type Question = NonNullable<DossierQuestionnaire['questions']>[number];

interface Row {
  questionnaire: DossierQuestionnaire;
  /** as it was asked; null when the words were not kept */
  question: Question | null;
  /** null when nobody has answered */
  answer: Answer | null;
}

/** A row for each question asked, answered or not, in the order asked. */
export function answersSheet({ dossier, practice }: AssessmentDocument): Sheet {
  const rows = (dossier.questionnaires ?? []).flatMap(rowsOf);
  return sheetOf<Row>('Questionnaire answers', 'No questionnaire has been issued.', rows, [
    {
      title: 'About',
      width: WIDTH.name,
      cell: ({ questionnaire: { service } }) => (service ? serviceName(dossier, service) : practice.name),
    },
    { title: 'Questionnaire', width: 22, cell: ({ questionnaire }) => questionnaire.key },
    { title: 'State', width: WIDTH.short, cell: ({ questionnaire }) => codeWords(questionnaire.state) },
    { title: 'Submitted', width: WIDTH.short, cell: ({ questionnaire }) => day(questionnaire.submittedOn) },
    { title: 'Group', width: 22, cell: ({ question }) => question?.groupTitle },
    { title: 'Id', width: 24, cell: ({ question, answer }) => question?.id ?? answer?.question },
    { title: 'Question', width: WIDTH.text, cell: ({ question }) => question?.question },
    { title: 'Answer', width: WIDTH.sentence, cell: ({ question, answer }) => answerCell(question, answer) },
    { title: 'Unit', width: WIDTH.short, cell: ({ question }) => question?.number?.unit },
    { title: 'Basis', width: 20, cell: ({ answer }) => answer?.basis && BASIS_WORDS[answer.basis] },
    { title: 'Evidence in words', width: WIDTH.sentence, cell: ({ answer }) => answer?.evidence },
    { title: 'Evidence on file', width: WIDTH.name, cell: ({ answer }) => lines(answer?.evidenceKeys) },
    { title: 'Answered on', width: WIDTH.short, cell: ({ answer }) => day(answer?.answeredOn) },
    { title: 'Answered by', width: WIDTH.name, cell: ({ answer }) => answer?.answeredBy },
    { title: 'Review', width: WIDTH.short, cell: ({ answer }) => codeWords(answer?.review?.verdict) },
    { title: 'Reviewed by', width: WIDTH.name, cell: ({ answer }) => answer?.review?.reviewer.name },
    { title: 'Why disputed', width: WIDTH.sentence, cell: ({ answer }) => answer?.review?.reason },
    { title: 'Note', width: WIDTH.sentence, cell: ({ answer }) => answer?.note },
  ]);
}

function rowsOf(questionnaire: DossierQuestionnaire): Row[] {
  const answers = new Map(questionnaire.answers.map((answer) => [answer.question, answer]));
  const questions = questionnaire.questions ?? [];
  const asked = new Set(questions.map(({ id }) => id));
  return [
    ...questions.map((question) => ({ questionnaire, question, answer: answers.get(question.id) ?? null })),
    ...questionnaire.answers
      .filter(({ question }) => !asked.has(question))
      .map((answer) => ({ questionnaire, question: null, answer })),
  ];
}

function answerCell(question: Question | null, answer: Answer | null): Cell {
  if (!answer) return 'Not answered';
  const { value } = answer;
  if (value === 'unknown') return 'Not known';
  const label = (one: string): string =>
    question?.options?.find((option) => option.value === one)?.label ?? one;
  if (Array.isArray(value)) return value.map(label).join('\n') || 'None of them';
  if (typeof value !== 'string') return value;
  if (question?.answerType === 'date') return { date: value };
  return question?.answerType === 'yes_no' ? codeWords(value) : label(value);
}
