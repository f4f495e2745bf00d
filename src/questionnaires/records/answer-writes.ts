// The statements that write answers: however many, one statement each way.
import type { EntityManager } from 'typeorm';
import type { AnswerFields } from './answer.fields';

export interface OwnedAnswers {
  /** id of the questionnaire */
  ownerId: string;
  entries: readonly AnswerFields[];
}

const UPSERT = `
  insert into questionnaire_answer (organization_id, questionnaire_id, question, value, basis, evidence, evidence_keys,
    answered_on, answered_by, note, carried_from, review)
  select $1, a."questionnaireId", a.question, a.value, a.basis, a.evidence, a."evidenceKeys", a."answeredOn", a."answeredBy", a.note,
    a."carriedFrom", a.review
  from jsonb_to_recordset($2::jsonb) as a ("questionnaireId" uuid, question text, value jsonb, basis text, evidence text,
    "evidenceKeys" text[], "answeredOn" date, "answeredBy" text, note text, "carriedFrom" text, review jsonb)
  on conflict (organization_id, questionnaire_id, question) do update set
    value = excluded.value, basis = excluded.basis, evidence = excluded.evidence, evidence_keys = excluded.evidence_keys,
    answered_on = excluded.answered_on, answered_by = excluded.answered_by, note = excluded.note,
    carried_from = excluded.carried_from, review = excluded.review`;

/** Writes answers as they are given, whole: what an answer leaves out is cleared. */
export async function saveAnswers(
  manager: EntityManager,
  organizationId: string,
  owned: readonly OwnedAnswers[],
): Promise<void> {
  const rows = owned.flatMap(({ ownerId, entries }) =>
    entries.map((entry) => ({ ...entry, review: entry.review ?? undefined, questionnaireId: ownerId })),
  );
  if (rows.length > 0) await manager.query(UPSERT, [organizationId, JSON.stringify(rows)]);
}

/** Takes answers out of questionnaires that are still being answered; those of a frozen one stay, whatever is asked. */
export async function clearAnswers(
  manager: EntityManager,
  organizationId: string,
  questionnaireId: string,
  questions: readonly string[],
): Promise<void> {
  if (questions.length === 0) return;
  await manager.query(
    `delete from questionnaire_answer where organization_id = $1 and questionnaire_id = $2 and question = any ($3)`,
    [organizationId, questionnaireId, questions],
  );
}

/** Makes the answers of each questionnaire exactly those given. */
export async function writeAnswersAnew(
  manager: EntityManager,
  organizationId: string,
  owned: readonly { ownerId: string; entries: readonly unknown[] }[],
): Promise<void> {
  const given = owned as readonly OwnedAnswers[];
  for (const { ownerId, entries } of given) {
    await manager.query(
      `delete from questionnaire_answer where organization_id = $1 and questionnaire_id = $2 and not (question = any ($3))`,
      [organizationId, ownerId, entries.map(({ question }) => question)],
    );
  }
  await saveAnswers(manager, organizationId, given);
}
