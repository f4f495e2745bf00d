// The shape of the due-diligence questionnaire: catalogs/due-diligence-questionnaire.yaml and the folder of that name.
import { CHECKLIST_ITEMS } from '../checklists/checklist.fields';
import {
  ANSWERERS,
  NUMBER_UNITS,
  OPTION_MET_CODES,
  QUESTION_BASES,
  QUESTION_SCOPES,
  type AnswerType,
  type ChoiceCounts,
  type NumberBounds,
  type QuestionEntry,
  type QuestionGroup,
  type QuestionnaireFile,
  type QuestionOption,
  type ServedElsewhere,
} from '../assessments/scoring/questionnaire-catalog';
import { CONFIDENCES } from '../assessments/scoring/scoring-model';
import { headShapes } from './catalog-head.shape';
import { condition } from './condition.shape';
import {
  flag,
  integer,
  listOf,
  nullable,
  oneOf,
  record,
  ShapeError,
  text,
  variant,
  type Shape,
} from '../common/catalog-files/shape';

/** Lower-case words joined by hyphens (ids) or underscores (values): what is stored with an answer must be plain for ever. */
const slug = (joint: '-' | '_'): Shape<string> => {
  const pattern = new RegExp(`^[a-z0-9]+(${joint}[a-z0-9]+)*$`);
  return (value, path) => {
    const found = text(value, path);
    if (!pattern.test(found)) throw new ShapeError(path, `must be lower-case words joined by ${joint}`);
    return found;
  };
};

const SOURCE_ID = /^(SEED00[0-4]-\d{3}|BAA-[RDPA]\d{2}|SOC-(F|RF)\d{2}|T-\d{2})$/;
const sourceId: Shape<string> = (value, path) => {
  const found = text(value, path);
  if (!SOURCE_ID.test(found))
    throw new ShapeError(path, 'must be an id such as SEED003-017, BAA-A01 or T-05');
  return found;
};

const COUNT = integer(0, 1_000_000);
const bound = nullable(COUNT);

const option = record<QuestionOption>({
  value: slug('_'),
  label: text,
  met: oneOf(OPTION_MET_CODES),
  saysNotThere: nullable(flag),
});

const bounds = record<NumberBounds>({
  unit: oneOf(NUMBER_UNITS),
  minimum: COUNT,
  maximum: COUNT,
  fullyAtMost: bound,
  partlyAtMost: bound,
  fullyAtLeast: bound,
  partlyAtLeast: bound,
});

const common = {
  id: slug('-'),
  group: text,
  answeredBy: oneOf(ANSWERERS),
  question: text,
  help: text,
  why: text,
  goodAnswer: text,
  evidence: text,
  citation: nullable(text),
  basis: oneOf(QUESTION_BASES),
  confidence: nullable(oneOf(CONFIDENCES)),
  askedWhen: nullable(condition),
  checklistItem: nullable(oneOf(CHECKLIST_ITEMS)),
  sourceIds: listOf(sourceId, 1),
};

const question = variant<QuestionEntry>('answerType', {
  yes_no: record({ ...common, answerType: oneOf(['yes_no']) }),
  choice: record({ ...common, answerType: oneOf(['choice']), options: listOf(option, 2) }),
  choices: record({
    ...common,
    answerType: oneOf(['choices']),
    options: listOf(option, 2),
    counts: record<ChoiceCounts>({ fullyFrom: integer(1, 50), partlyFrom: integer(1, 50) }),
  }),
  number: record({ ...common, answerType: oneOf(['number']), number: bounds }),
  date: record({ ...common, answerType: oneOf(['date']) }),
  text: record({ ...common, answerType: oneOf(['text']) }),
} satisfies Record<AnswerType, Shape<QuestionEntry>>);

export const questionnaireShape = record<QuestionnaireFile>({
  ...headShapes,
  groups: listOf(
    record<QuestionGroup>({ id: slug('-'), title: text, about: oneOf(QUESTION_SCOPES), intro: text }),
    1,
  ),
  sources: listOf(sourceId),
  servedElsewhere: listOf(record<ServedElsewhere>({ sourceId, by: text })),
  questions: listOf(question, 1),
});
