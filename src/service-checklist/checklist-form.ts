// The AI Tech Checklist of one tool as questions of a form, and a sent form as the checklist's answers. Pure.
import type { TechChecklistCatalog } from '../assessments/scoring/scoring-model';
import type { ChecklistAnswerFields, ChecklistItem } from '../checklists/checklist.fields';
import type { CalendarDate } from '../common/calendar-date';
import type { Basis, AnswerValue } from '../common/words';
import type { AnswerOnPage } from '../questionnaires/answers-from-form';
import type { AskedOnPage } from '../questionnaires/question-form';

/** @param applying items that are put to the practice, given what the tool does and what flows into it */
export function checklistQuestions(
  { items }: Pick<TechChecklistCatalog, 'items'>,
  applying: ReadonlySet<string>,
  stored: readonly ChecklistAnswerFields[],
): AskedOnPage[] {
  const given = new Map(stored.map((answer) => [answer.item as string, answer]));
  return items
    .filter(({ id }) => applying.has(id))
    .map(({ id, question, why, goodAnswer, evidence, citation }) => ({
      ...{ id, question, why, goodAnswer, citation, evidenceExpected: evidence },
      answerType: 'yes_no',
      answer: given.get(id) ?? null,
    }));
}

/** The checklist as it is after the changes: what was not on the page stays. */
export function answersAfter(
  stored: readonly ChecklistAnswerFields[],
  changes: readonly AnswerOnPage[],
  today: CalendarDate,
): ChecklistAnswerFields[] {
  const after = new Map<string, ChecklistAnswerFields>(stored.map((answer) => [answer.item, answer]));
  for (const { question, value, basis, evidence } of changes) {
    if (value === null) {
      after.delete(question);
      continue;
    }
    after.set(question, {
      item: question as ChecklistItem,
      value: value as AnswerValue,
      ...(basis ? { basis: basis as Basis } : {}),
      ...(evidence ? { evidence: evidence as string } : {}),
      answeredOn: today,
    });
  }
  return [...after.values()];
}
