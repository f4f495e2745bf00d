import type { Dossier } from './dossier.document';

/** The dossier without the wording of questions, the bulk of a questionnaire: scoring reads answers by the ids of questions. */
export function withoutQuestions(dossier: Dossier): Dossier {
  const { questionnaires } = dossier;
  if (!questionnaires) return dossier;
  return { ...dossier, questionnaires: questionnaires.map((one) => ({ ...one, questions: null })) };
}
