// What no shape can say of the questionnaire: ids once, options that can be told apart, bounds in order, each checklist item and each
// row of the source documents served.
import { PROVISION_IDS } from '../business-associate-agreements/agreement.fields';
import { CHECKLIST_ITEMS } from '../checklists/checklist.fields';
import type {
  ChoiceCounts,
  NumberBounds,
  Question,
  QuestionEntry,
  QuestionnaireCatalog,
  QuestionnaireFile,
  QuestionOption,
} from '../assessments/scoring/questionnaire-catalog';
import { uniqueIds } from './cross-checks';
import { ShapeError } from '../common/catalog-files/shape';

export function checkQuestionnaire(file: QuestionnaireFile): void {
  uniqueIds(file.groups, 'groups');
  uniqueIds(file.questions, 'questions');
  const about = new Map(file.groups.map(({ id, about }) => [id, about]));
  const empty = file.groups.findIndex(({ id }) => !file.questions.some(({ group }) => group === id));
  if (empty >= 0) throw new ShapeError(`groups[${empty}]`, 'has no question');
  file.questions.forEach((question, place) => {
    const path = `questions[${place}]`;
    if (!about.has(question.group))
      throw new ShapeError(`${path}.group`, `names no group: ${question.group}`);
    if (about.get(question.group) === 'practice' && question.answeredBy !== 'practice')
      throw new ShapeError(`${path}.answeredBy`, 'must be practice: nobody else knows the practice');
    checkCitation(question, path);
    if (question.answerType === 'choice') checkOptions(question.options, path);
    if (question.answerType === 'choices') checkChoices(question.options, question.counts, path);
    if (question.answerType === 'number') checkBounds(question.number, `${path}.number`);
  });
  checkChecklistItems(file);
  checkSources(file);
}

/** The questions in the order of their groups, each with what its group is about. */
export function inOrderOfAsking(file: QuestionnaireFile): QuestionnaireCatalog {
  const questions = file.groups.flatMap(({ id, about }) =>
    file.questions.filter(({ group }) => group === id).map((question): Question => ({ ...question, about })),
  );
  return { ...file, questions };
}

/** Good practice is never given out as law: only a citation makes a question one of law. */
function checkCitation({ citation, basis, confidence }: QuestionEntry, path: string): void {
  if (basis === 'law' && citation === null)
    throw new ShapeError(`${path}.citation`, 'is required for a question of law');
  if ((citation === null) !== (confidence === null))
    throw new ShapeError(`${path}.confidence`, 'is for a citation, and only that');
}

function checkOptions(options: readonly QuestionOption[], path: string): void {
  uniqueIds(
    options.map(({ value }) => ({ id: value })),
    `${path}.options`,
  );
  if (options.some(({ value }) => value === 'unknown'))
    throw new ShapeError(`${path}.options`, 'must not hold "unknown": it can always be answered');
  for (const met of ['fully', 'not_met'] as const)
    if (!options.some((option) => option.met === met))
      throw new ShapeError(`${path}.options`, `must hold one that is met ${met}`);
}

function checkChoices(
  options: readonly QuestionOption[],
  { fullyFrom, partlyFrom }: ChoiceCounts,
  path: string,
): void {
  checkOptions(options, path);
  if (options.some(({ met }) => met === 'partly'))
    throw new ShapeError(`${path}.options`, 'must be met fully or not: how many are chosen makes partly');
  const good = options.filter(({ met }) => met === 'fully').length;
  if (fullyFrom > good) throw new ShapeError(`${path}.counts.fullyFrom`, `must be at most ${good}`);
  if (partlyFrom >= fullyFrom)
    throw new ShapeError(`${path}.counts.partlyFrom`, 'must be below counts.fullyFrom');
}

function checkBounds(bounds: NumberBounds, path: string): void {
  const { minimum, maximum, fullyAtMost, partlyAtMost, fullyAtLeast, partlyAtLeast } = bounds;
  const atMost = fullyAtMost !== null && partlyAtMost !== null;
  const atLeast = fullyAtLeast !== null && partlyAtLeast !== null;
  const given = [fullyAtMost, partlyAtMost, fullyAtLeast, partlyAtLeast].filter((bound) => bound !== null);
  if (given.length !== 2 || atMost === atLeast)
    throw new ShapeError(path, 'must have fullyAtMost and partlyAtMost, or fullyAtLeast and partlyAtLeast');
  const order = atMost
    ? [minimum, fullyAtMost, partlyAtMost, maximum]
    : [minimum, partlyAtLeast as number, fullyAtLeast as number, maximum];
  if (
    order.some((bound, place) => place > 0 && bound < (order[place - 1] as number)) ||
    order[1] === order[2]
  )
    throw new ShapeError(path, `has bounds out of order: ${order.join(', ')}`);
}

function checkChecklistItems({ questions }: QuestionnaireFile): void {
  for (const item of CHECKLIST_ITEMS) {
    const serving = questions.filter(({ checklistItem }) => checklistItem === item);
    if (serving.length !== 1)
      throw new ShapeError('questions', `serve the checklist item ${item} ${serving.length} times, not once`);
  }
}

function checkSources({ questions, sources, servedElsewhere }: QuestionnaireFile): void {
  uniqueIds(
    sources.map((id) => ({ id })),
    'sources',
  );
  uniqueIds(
    servedElsewhere.map(({ sourceId }) => ({ id: sourceId })),
    'servedElsewhere',
  );
  const asked = new Set(questions.flatMap(({ sourceIds }) => sourceIds));
  const elsewhere = new Set(servedElsewhere.map(({ sourceId }) => sourceId));
  sources.forEach((id, place) => {
    if (asked.has(id) === elsewhere.has(id))
      throw new ShapeError(`sources[${place}]`, `${id} must be served by a question or elsewhere, not both`);
  });
  servedElsewhere.forEach(({ sourceId }, place) => {
    if (!sources.includes(sourceId))
      throw new ShapeError(`servedElsewhere[${place}].sourceId`, `is not among the sources: ${sourceId}`);
  });
  const provisions = new Set<string>(PROVISION_IDS);
  const strange = [...asked].find((id) => id.startsWith('BAA-') && !provisions.has(id));
  if (strange) throw new ShapeError('questions', `name a provision that is not there: ${strange}`);
}
