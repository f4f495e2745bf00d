// What a piece of answering changes: pure, from the stored questionnaire and what was sent to the answers to save and to take out.
import type { CalendarDate } from '../common/calendar-date';
import { pointerTo } from '../common/faults';
import { DomainError, type Fault } from '../common/problems/domain.error';
import { changedFields } from '../records/changed-fields';
import type { AnswerChangeDto } from './questionnaire.dto';
import { byQuestion } from './answer-status';
import { answerFaults, type AnswerGround } from './records/answer-faults';
import type { AnswerFields } from './records/answer.fields';
import type { AskedQuestionFields } from './records/asked-question.fields';

export interface AnsweringGround {
  questions: readonly AskedQuestionFields[];
  answers: readonly AnswerFields[];
  /** ids of the catalog's questions */
  known: ReadonlySet<string>;
  /** keys of the evidence on file */
  evidence: ReadonlySet<string>;
  /** the practice's date */
  today: CalendarDate;
}

export interface AnswerChanges {
  /** answers to save, whole */
  saved: AnswerFields[];
  /** questions whose answer is taken out */
  cleared: string[];
}

/**
 * @param changes as sent, `value: null` to take an answer out
 * @param pointerOf where the change at an index stands in what was sent
 * @throws DomainError question-unknown or answer-does-not-fit with every fault
 */
export function changeAnswers(
  ground: AnsweringGround,
  changes: readonly AnswerChangeDto[],
  pointerOf: (index: number) => string,
): AnswerChanges {
  const asked = new Map(ground.questions.map((question) => [question.id, question]));
  const judged = { asked, known: ground.known, evidence: ground.evidence, today: ground.today };
  refuse([
    ...repeatedIn(changes, pointerOf),
    ...changes.flatMap((one, index) => faultsOf(one, judged, pointerOf(index))),
  ]);
  const stored = byQuestion(ground.answers);
  const result: AnswerChanges = { saved: [], cleared: [] };
  for (const change of changes) {
    const before = stored.get(change.question);
    if (change.value === null || change.value === undefined) {
      if (before) result.cleared.push(change.question);
      continue;
    }
    const answer = answerOf(change, ground.today);
    const whole = { ...answer, carriedFrom: null, review: null };
    if (!before || Object.keys(changedFields({ ...before }, whole)).length > 0) result.saved.push(answer);
  }
  return result;
}

function faultsOf(change: AnswerChangeDto, ground: AnswerGround, at: string): Fault[] {
  if (change.value === undefined) {
    const detail = 'is required; send null to take the answer out';
    return [{ pointer: pointerTo(at, 'value'), code: 'missing-field', detail }];
  }
  if (change.value === null) {
    const probe = { question: change.question, value: 'unknown', answeredOn: '1900-01-01' };
    return answerFaults(probe, ground, at);
  }
  return answerFaults(answerOf(change, ground.today ?? ''), ground, at);
}

function answerOf(change: AnswerChangeDto, today: CalendarDate): AnswerFields {
  const { evidenceKeys, value, answeredOn, question, basis, evidence, answeredBy, note } = change;
  return {
    question,
    value: value as AnswerFields['value'],
    basis: basis ?? null,
    evidence: evidence ?? null,
    evidenceKeys: evidenceKeys && evidenceKeys.length > 0 ? evidenceKeys : null,
    answeredOn: answeredOn ?? today,
    answeredBy: answeredBy ?? null,
    note: note ?? null,
  };
}

function repeatedIn(changes: readonly AnswerChangeDto[], pointerOf: (index: number) => string): Fault[] {
  const first = new Map<string, number>();
  return changes.flatMap(({ question }, index): Fault[] => {
    const earlier = first.get(question);
    if (earlier === undefined) first.set(question, index);
    if (earlier === undefined) return [];
    const detail = `is already answered at ${pointerOf(earlier)}; keep one`;
    return [{ pointer: pointerTo(pointerOf(index), 'question'), code: 'answered-twice', detail }];
  });
}

function refuse(faults: readonly Fault[]): void {
  if (faults.length === 0) return;
  const isUnknown = faults.some(({ code }) => code === 'unknown-question' || code === 'question-not-asked');
  throw isUnknown
    ? new DomainError(
        'question-unknown',
        'An answer is to a question that this questionnaire does not ask.',
        faults,
      )
    : new DomainError('answer-does-not-fit', 'An answer does not fit its question.', faults);
}
