// A questionnaire as the person who answers or reviews it meets it: group by group, each question with its answer and where it stands.
import type { QuestionnaireCatalog } from '../assessments/scoring/questionnaire-catalog';
import { byQuestion, openQuestions, progressOf, statusOf } from './answer-status';
import type { QuestionGroupView, QuestionnaireSummary, QuestionnaireView } from './questionnaire.dto';
import type { StoredQuestionnaire, StoredSummary } from './questionnaire.query';
import type { AnswerFields } from './records/answer.fields';
import type { AskedQuestionFields } from './records/asked-question.fields';
import { isFrozen } from './records/lifecycle';

export function summaryOf(stored: StoredSummary): QuestionnaireSummary {
  const { questions, answers, ...head } = stored;
  return {
    ...head,
    progress: progressOf(questions, answers),
    nextQuestion: isFrozen(head.state) ? null : (openQuestions(questions, answers)[0]?.id ?? null),
  };
}

/** @param catalog see groupViews */
export function viewOf(stored: StoredQuestionnaire, catalog: QuestionnaireCatalog): QuestionnaireView {
  return { ...summaryOf(stored), groups: groupViews(stored.questions, stored.answers, catalog) };
}

/** @param catalog for what is said beside a question as long as it is still worded the same: why it is asked, what a good answer is */
export function groupViews(
  asked: readonly AskedQuestionFields[],
  answers: readonly AnswerFields[],
  catalog: QuestionnaireCatalog,
): QuestionGroupView[] {
  const given = byQuestion(answers);
  const advice = new Map(catalog.questions.map((question) => [question.id, question]));
  return groupsOf(asked).map(({ id, title, questions }) => ({
    id,
    title,
    progress: progressOf(questions, answers),
    questions: questions.map((question) => {
      const answer = given.get(question.id) ?? null;
      const current = advice.get(question.id);
      const beside = current?.question === question.question ? current : null;
      return {
        ...question,
        why: beside?.why ?? null,
        goodAnswer: beside?.goodAnswer ?? null,
        evidenceExpected: beside?.evidence ?? null,
        status: statusOf(answer ?? undefined),
        answer,
      };
    }),
  }));
}

interface Group {
  id: string;
  title: string;
  questions: AskedQuestionFields[];
}

/** The groups in the order in which their first questions are asked. */
function groupsOf(questions: readonly AskedQuestionFields[]): Group[] {
  const groups = new Map<string, Group>();
  for (const question of questions) {
    const group = groups.get(question.group);
    if (group) group.questions.push(question);
    else
      groups.set(question.group, { id: question.group, title: question.groupTitle, questions: [question] });
  }
  return [...groups.values()];
}
