import { openQuestions, progressOf, statusOf } from './answer-status';
import type { AnswerFields } from './records/answer.fields';

const reviewer = { name: 'Dana Whitfield', role: 'Security official' };
const review = (verdict: 'accepted' | 'disputed') => ({ verdict, reviewer, on: '2026-11-01' });
const answer = (question: string, changes: Partial<AnswerFields> = {}): AnswerFields => ({
  question,
  value: 'yes',
  basis: 'stated',
  answeredOn: '2026-10-01',
  ...changes,
});

const QUESTIONS = [
  { id: 'a', answerType: 'yes_no' as const },
  { id: 'b', answerType: 'text' as const },
  { id: 'c', answerType: 'choices' as const },
  { id: 'd', answerType: 'number' as const },
];

describe('where a question stands', () => {
  it.each<[Partial<AnswerFields>, string]>([
    [{}, 'answered'],
    [{ value: 'unknown' }, 'unknown'],
    [{ carriedFrom: 'earlier' }, 'suggested'],
    [{ review: review('accepted') }, 'accepted'],
    [{ review: review('disputed') }, 'disputed'],
    [{ value: 'unknown', review: review('accepted') }, 'accepted'],
  ])('%j: %s', (changes, status) => {
    expect(statusOf(answer('a', changes))).toBe(status);
  });

  it('without an answer it is open', () => {
    expect(statusOf(undefined)).toBe('open');
  });
});

describe('progress', () => {
  const answers = [answer('a', { value: 'unknown' }), answer('c', { carriedFrom: 'earlier' }), answer('d')];

  it('counts what is answered and what is open; a suggestion is open, and words take longest', () => {
    expect(progressOf(QUESTIONS, answers)).toEqual({
      asked: 4,
      answered: 2,
      open: 2,
      unknown: 1,
      disputed: 0,
      accepted: 0,
      minutesLeft: 6,
    });
  });

  it('the next question is the first open one in order of asking', () => {
    expect(openQuestions(QUESTIONS, answers).map(({ id }) => id)).toEqual(['b', 'c']);
  });

  it('answers and open questions always add up to those asked', () => {
    for (const given of [[], answers.slice(0, 1), answers]) {
      const { asked, answered, open } = progressOf(QUESTIONS, given);
      expect(answered + open).toBe(asked);
    }
  });
});
