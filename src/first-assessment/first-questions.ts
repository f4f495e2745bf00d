import type { FirstAssessmentCatalog } from '../catalogs/first-assessment.shape';
import type { QuestionnaireView, QuestionView } from '../questionnaires/questionnaire.dto';

/** Of a questionnaire the few that say most, in the catalog's order: as many as are put, of those that are asked. */
export function firstQuestions(
  { groups }: Pick<QuestionnaireView, 'groups'>,
  { most, questions }: Pick<FirstAssessmentCatalog, 'most' | 'questions'>,
): QuestionView[] {
  const asked = new Map(groups.flatMap((group) => group.questions.map((one) => [one.id, one] as const)));
  return questions.flatMap((id) => asked.get(id) ?? []).slice(0, most);
}
