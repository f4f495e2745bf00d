// A questionnaire written by hand gives answers and leaves the questions to the catalog. Here they are put beside the answers, so that what is
// stored, sealed or printed can be read without the catalog.
import type { AnswerFields } from '../questionnaires/records/answer.fields';
import type { AskedQuestionFields } from '../questionnaires/records/asked-question.fields';
import type { Dossier, DossierQuestionnaire } from './dossier.document';
import { asAsked, selectQuestions, type SelectionGround } from './select-questions';

/**
 * The dossier with every questionnaire whole: its questions, the catalog's version, its answers by question. What the file leaves out is
 * taken from the stored record with the same key, so that the same file twice changes nothing; else from the catalog: what is asked
 * of the subject, and what was answered beside that.
 */
export function withQuestionsAsAsked(
  dossier: Dossier,
  ground: SelectionGround,
  stored: Pick<Dossier, 'questionnaires'> = {},
): Dossier {
  const { questionnaires } = dossier;
  if (!questionnaires || questionnaires.length === 0) return dossier;
  const known = new Map((stored.questionnaires ?? []).map((one) => [one.key, one]));
  const whole = questionnaires.map((one): DossierQuestionnaire => {
    const before = known.get(one.key);
    return {
      ...one,
      catalogVersion: one.catalogVersion ?? before?.catalogVersion ?? ground.catalog.version,
      questions: one.questions ?? before?.questions ?? fromCatalog(dossier, one, ground),
      answers: one.answers.map(tidied).sort(byQuestion),
    };
  });
  return { ...dossier, questionnaires: whole };
}

function fromCatalog(
  dossier: Dossier,
  { about, service, answers }: DossierQuestionnaire,
  ground: SelectionGround,
): AskedQuestionFields[] {
  const { catalog } = ground;
  const selected = new Set(selectQuestions(dossier, { about, service }, ground).map(({ id }) => id));
  const answered = new Set(answers.map(({ question }) => question));
  const asked = catalog.questions.filter(
    (question) => selected.has(question.id) || (answered.has(question.id) && question.about === about),
  );
  return asAsked(asked, catalog);
}

/** Without lists that hold nothing: no evidence on file is said by leaving the field out. */
function tidied({ evidenceKeys, ...answer }: AnswerFields): AnswerFields {
  return evidenceKeys && evidenceKeys.length > 0 ? { ...answer, evidenceKeys } : answer;
}

function byQuestion(left: AnswerFields, right: AnswerFields): number {
  return left.question < right.question ? -1 : left.question > right.question ? 1 : 0;
}
