// What the way to a first assessment asks of a service, of all that the questionnaire could.
import type { QuestionnaireCatalog } from '../assessments/scoring/questionnaire-catalog';
import type { CatalogHead } from '../assessments/scoring/scoring-model';
import { headShapes } from './catalog-head.shape';
import { integer, listOf, record, ShapeError, text } from '../common/catalog-files/shape';

export interface FirstAssessmentCatalog extends CatalogHead {
  /** so many are put, of those that are asked of the service */
  readonly most: number;
  /** ids of questions about a service, the most telling first */
  readonly questions: readonly string[];
}

export const firstAssessmentShape = record<FirstAssessmentCatalog>({
  ...headShapes,
  most: integer(1, 20),
  questions: listOf(text, 1),
});

/** @throws ShapeError for a question that there is not, that is about the practice, or that the checklist asks already */
export function checkFirstAssessment(
  { questions }: FirstAssessmentCatalog,
  questionnaire: QuestionnaireCatalog,
): void {
  const scopes = new Map(questionnaire.groups.map(({ id, about }) => [id, about]));
  const known = new Map(questionnaire.questions.map((question) => [question.id, question]));
  questions.forEach((id, place) => {
    const question = known.get(id);
    const fault = (what: string): ShapeError => new ShapeError(`questions[${place}]`, `${what}: ${id}`);
    if (!question) throw fault('names no question');
    if (scopes.get(question.group) !== 'service') throw fault('is not about a service');
    if (question.checklistItem) throw fault('is asked by the checklist');
    if (questions.indexOf(id) !== place) throw fault('is named twice');
  });
}
