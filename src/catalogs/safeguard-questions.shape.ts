// The shape of the questions about the practice's own safeguards, held to the Security Rule: every entry that can bind a private practice is answered by
// exactly one question.
import type { QuestionnaireCatalog } from '../assessments/scoring/questionnaire-catalog';
import type { CatalogHead } from '../assessments/scoring/scoring-model';
import { integer, listOf, record, ShapeError, text } from '../common/catalog-files/shape';
import type { SafeguardGroup, SafeguardQuestion } from '../safeguards/safeguard-questions';
import { headShapes } from './catalog-head.shape';
import { uniqueIds } from './cross-checks';
import type { SecurityRuleCatalog } from './security-rule.shape';

export interface SafeguardQuestionsCatalog extends CatalogHead {
  /** after so many months an answer counts as carried */
  readonly currentMonths: number;
  readonly groups: readonly SafeguardGroup[];
  readonly questions: readonly SafeguardQuestion[];
}

/** So many entries one question can answer together: more would ask for too much in one breath. */
const MOST_ENTRIES = 5;

export const safeguardQuestionsShape = record<SafeguardQuestionsCatalog>({
  ...headShapes,
  currentMonths: integer(1, 60),
  groups: listOf(record<SafeguardGroup>({ id: text, title: text, intro: text }), 1),
  questions: listOf(
    record<SafeguardQuestion>({
      id: text,
      group: text,
      question: text,
      help: text,
      why: text,
      good: text,
      evidence: text,
      entries: listOf(text, 1),
      related: listOf(text),
    }),
    1,
  ),
});

/** @throws ShapeError naming the question that does not hold together, or the entry that none or two of them answer */
export function checkSafeguardQuestions(
  { groups, questions }: SafeguardQuestionsCatalog,
  { entries }: SecurityRuleCatalog,
  questionnaire: QuestionnaireCatalog,
): void {
  uniqueIds(groups, 'groups');
  uniqueIds(questions, 'questions');
  const known = new Set(entries.map(({ id }) => id));
  const aboutPractice = new Set(
    questionnaire.groups.filter(({ about }) => about === 'practice').map(({ id }) => id),
  );
  const dueDiligence = new Map(
    questionnaire.questions.map(({ id, group, question }) => [id, { group, question }]),
  );
  questions.forEach(({ id, group, question, entries: answered, related }, index) => {
    const fault = (field: string, what: string): ShapeError =>
      new ShapeError(`questions[${index}].${field}`, `${what}: ${id}`);
    if (!groups.some((one) => one.id === group)) throw fault('group', `names no group "${group}"`);
    if (answered.length > MOST_ENTRIES) throw fault('entries', `has more than ${MOST_ENTRIES}`);
    const unknown = answered.find((entry) => !known.has(entry));
    if (unknown) throw fault('entries', `name no entry "${unknown}" of the rule`);
    for (const one of related) {
      const asked = dueDiligence.get(one);
      if (!asked || !aboutPractice.has(asked.group))
        throw fault('related', `names no question about the practice "${one}"`);
      if (asked.question === question) throw fault('question', 'is word for word one of the due diligence');
    }
  });
  const empty = groups.find(({ id }) => !questions.some(({ group }) => group === id));
  if (empty) throw new ShapeError('groups', `have no question in "${empty.id}"`);
  const times = (entry: string): number =>
    questions.filter(({ entries: answered }) => answered.includes(entry)).length;
  for (const { id, binds } of entries) {
    const wanted = binds === 'government' ? 0 : 1;
    if (times(id) !== wanted)
      throw new ShapeError('questions', `answer ${id} ${times(id)} times; it takes ${wanted}`);
  }
}
