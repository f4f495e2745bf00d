// A review: a verdict on each answer, by a named person on a date. Pure.
import type { CalendarDate } from '../common/calendar-date';
import { DomainError, type Fault } from '../common/problems/domain.error';
import { byQuestion, isOpen, statusOf } from './answer-status';
import type { ReviewAnswersDto } from './questionnaire.dto';
import type { AnswerFields } from './records/answer.fields';

/**
 * The answers with their verdicts.
 * @throws DomainError question-unknown for a question that is not asked, request-invalid for one that has no answer or a dispute without reason
 */
export function reviewedAnswers(
  asked: ReadonlySet<string>,
  answers: readonly AnswerFields[],
  { reviewer, verdicts }: ReviewAnswersDto,
  on: CalendarDate,
): AnswerFields[] {
  const given = byQuestion(answers);
  const strange: Fault[] = [];
  const faults: Fault[] = [];
  const seen = new Set<string>();
  verdicts.forEach(({ question, verdict, reason }, index) => {
    const at = `/verdicts/${index}`;
    if (!asked.has(question)) {
      const detail = 'is not a question of this questionnaire; take the verdict out';
      strange.push({ pointer: `${at}/question`, code: 'unknown-question', detail });
    } else if (isOpen(statusOf(given.get(question)))) {
      const detail = 'has no answer to review; it counts as unknown already';
      faults.push({ pointer: `${at}/question`, code: 'question-open', detail });
    }
    if (seen.has(question)) {
      faults.push({
        pointer: `${at}/question`,
        code: 'answered-twice',
        detail: 'has a verdict already; keep one',
      });
    }
    seen.add(question);
    if (verdict === 'disputed' && !reason) {
      faults.push({
        pointer: `${at}/reason`,
        code: 'reason-missing',
        detail: 'say why the answer is disputed',
      });
    }
  });
  if (strange.length > 0) {
    const detail = 'A verdict is on a question that this questionnaire does not ask.';
    throw new DomainError('question-unknown', detail, [...strange, ...faults]);
  }
  if (faults.length > 0)
    throw new DomainError('request-invalid', 'The review cannot be taken as it is.', faults);
  return verdicts.map(({ question, verdict, reason }) => ({
    ...(given.get(question) as AnswerFields),
    review: { verdict, reviewer: { name: reviewer.name, role: reviewer.role }, on, reason: reason ?? null },
  }));
}
