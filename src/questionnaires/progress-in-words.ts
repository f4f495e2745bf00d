// How far somebody has come, in minutes: a number of questions says little of the time that they take. The estimate is that of answer-status.ts.
import { progressOf, type Progress } from './answer-status';
import type { AskedQuestionFields } from './records/asked-question.fields';

export function minutesInWords({ open, minutesLeft }: Pick<Progress, 'open' | 'minutesLeft'>): string {
  if (open === 0) return 'Nothing is open';
  if (minutesLeft < 2) return 'About a minute left';
  if (minutesLeft <= 10) return `About ${minutesLeft} minutes left`;
  if (minutesLeft < 90) return `About ${Math.round(minutesLeft / 5) * 5} minutes left`;
  const halves = Math.round(minutesLeft / 30);
  return `About ${Math.floor(halves / 2)}${halves % 2 === 1 ? '½' : ''} hours left`;
}

/** The share of the time that is behind one, in hundredths. */
export function percentDone(
  questions: readonly Pick<AskedQuestionFields, 'id' | 'answerType'>[],
  { minutesLeft }: Pick<Progress, 'minutesLeft'>,
): number {
  const all = progressOf(questions, []).minutesLeft;
  return all === 0 ? 100 : Math.round((100 * (all - minutesLeft)) / all);
}
