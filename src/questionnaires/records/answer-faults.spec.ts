import { answerFaults, type AnswerGround } from './answer-faults';
import type { AnswerFields } from './answer.fields';
import type { AskedQuestionFields } from './asked-question.fields';

const base = {
  group: 'recording',
  groupTitle: 'Recording',
  about: 'service',
  answeredBy: 'vendor',
  question: 'Asked?',
} as const;

const QUESTIONS: AskedQuestionFields[] = [
  { ...base, id: 'yes-or-no', answerType: 'yes_no' },
  {
    ...base,
    id: 'one-of',
    answerType: 'choice',
    options: [
      { value: 'at_rest', label: 'At rest', met: 'partly' },
      { value: 'everywhere', label: 'Everywhere', met: 'fully' },
    ],
  },
  {
    ...base,
    id: 'some-of',
    answerType: 'choices',
    options: [
      { value: 'listed', label: 'Listed' },
      { value: 'locked', label: 'Locked' },
    ],
  },
  { ...base, id: 'how-many', answerType: 'number', number: { unit: 'days', minimum: 0, maximum: 3650 } },
  { ...base, id: 'since-when', answerType: 'date' },
  { ...base, id: 'in-words', answerType: 'text' },
];

const GROUND: AnswerGround = {
  asked: new Map(QUESTIONS.map((question) => [question.id, question])),
  known: new Set([...QUESTIONS.map(({ id }) => id), 'not-asked-here']),
  evidence: new Set(['retention-policy']),
  today: '2026-11-22',
};

const answer = (question: string, value: AnswerFields['value'], changes: Partial<AnswerFields> = {}) => ({
  question,
  value,
  basis: 'stated' as const,
  answeredOn: '2026-11-01',
  ...changes,
});

const codesOf = (given: ReturnType<typeof answer>) =>
  answerFaults(given, GROUND, '/answers/2').map(({ pointer, code }) => [pointer, code]);

describe('an answer that fits its question has no fault', () => {
  it.each<[string, AnswerFields['value']]>([
    ['yes-or-no', 'yes'],
    ['yes-or-no', 'partly'],
    ['one-of', 'everywhere'],
    ['some-of', ['locked', 'listed']],
    ['how-many', 0],
    ['how-many', 3650],
    ['since-when', '2026-03-01'],
    ['in-words', 'On the second page.'],
  ])('%s: %j', (question, value) => {
    expect(codesOf(answer(question, value))).toEqual([]);
  });

  it.each(QUESTIONS.map(({ id }) => id))('"unknown" fits %s, and needs no basis', (id) => {
    expect(codesOf(answer(id, 'unknown', { basis: null }))).toEqual([]);
  });
});

describe('an answer that does not fit is told apart by what is wrong with it', () => {
  it.each<[string, AnswerFields['value'], string, string]>([
    ['yes-or-no', 7, '/value', 'wrong-answer-type'],
    ['yes-or-no', ['yes'], '/value', 'wrong-answer-type'],
    ['yes-or-no', 'perhaps', '/value', 'unknown-option'],
    ['one-of', ['at_rest'], '/value', 'wrong-answer-type'],
    ['one-of', 'at-rest-only', '/value', 'unknown-option'],
    ['some-of', 'listed', '/value', 'wrong-answer-type'],
    ['some-of', [], '/value', 'wrong-answer-type'],
    ['some-of', ['listed', 'lost'], '/value/1', 'unknown-option'],
    ['some-of', ['listed', 'listed'], '/value/1', 'duplicate-option'],
    ['how-many', '30', '/value', 'wrong-answer-type'],
    ['how-many', -1, '/value', 'number-out-of-range'],
    ['how-many', 3651, '/value', 'number-out-of-range'],
    ['since-when', '2026-02-30', '/value', 'wrong-answer-type'],
    ['since-when', 2026, '/value', 'wrong-answer-type'],
    ['in-words', 1, '/value', 'wrong-answer-type'],
    ['not-asked-here', 'yes', '/question', 'question-not-asked'],
    ['never-heard-of', 'yes', '/question', 'unknown-question'],
  ])('%s: %j', (question, value, place, code) => {
    expect(codesOf(answer(question, value))).toEqual([[`/answers/2${place}`, code]]);
  });

  it('a basis that is missing, a date to come and evidence that is not there are faults of their own', () => {
    const given = answer('yes-or-no', 'yes', {
      basis: null,
      answeredOn: '2026-11-23',
      evidenceKeys: ['retention-policy', 'lost-paper'],
    });
    expect(codesOf(given)).toEqual([
      ['/answers/2/basis', 'basis-missing'],
      ['/answers/2/answeredOn', 'dated-in-the-future'],
      ['/answers/2/evidenceKeys/1', 'unknown-evidence'],
    ]);
  });

  it('what would fit is said: the options, the nearest of them, the range with its unit', () => {
    const detailOf = (given: ReturnType<typeof answer>) => answerFaults(given, GROUND)[0]?.detail;
    expect(detailOf(answer('one-of', 'at-rest'))).toBe(
      'must be one of: at_rest, everywhere, unknown; did you mean "at_rest"?',
    );
    expect(detailOf(answer('how-many', 9999))).toBe('must be from 0 to 3650 days; or answer "unknown"');
    expect(detailOf(answer('how-mny', 1))).toContain('did you mean "how-many"?');
  });
});
