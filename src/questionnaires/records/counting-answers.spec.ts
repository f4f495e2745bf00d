import type { AnswerFields } from './answer.fields';
import { countingAnswers } from './counting-answers';
import type { QuestionnaireRecordFields } from './questionnaire.fields';

const answer = (
  question: string,
  value: AnswerFields['value'] = 'yes',
  changes: Partial<AnswerFields> = {},
) => ({
  question,
  value,
  basis: 'stated' as const,
  answeredOn: '2026-01-01',
  ...changes,
});

const questionnaire = (changes: Partial<QuestionnaireRecordFields>): QuestionnaireRecordFields => ({
  key: 'first',
  about: 'service',
  service: 'scribe',
  state: 'submitted',
  submittedOn: '2026-02-01',
  answers: [answer('a')],
  ...changes,
});

const counted = (all: QuestionnaireRecordFields[], service: string | null = 'scribe') =>
  countingAnswers(all, service).map(({ questionnaire: key, question }) => `${key} ${question}`);

describe('the answers that count', () => {
  it.each(['issued', 'superseded', 'withdrawn'] as const)('none of a questionnaire that is %s', (state) => {
    expect(counted([questionnaire({ state })])).toEqual([]);
  });

  it('those of the subject and of no other; those about the practice stand apart', () => {
    const all = [
      questionnaire({}),
      questionnaire({ key: 'other', service: 'scheduler' }),
      questionnaire({ key: 'own', about: 'practice', service: null }),
    ];
    expect(counted(all)).toEqual(['first a']);
    expect(counted(all, null)).toEqual(['own a']);
  });

  it('the newest questionnaire first, whatever the order of the file', () => {
    const all = [
      questionnaire({ key: 'older', submittedOn: '2025-02-01' }),
      questionnaire({ key: 'newest', submittedOn: '2026-05-01' }),
      questionnaire({ key: 'undated', submittedOn: null, issuedOn: '2025-12-01' }),
    ];
    expect(counted(all)).toEqual(['newest a', 'undated a', 'older a']);
    expect(counted(all.reverse())).toEqual(['newest a', 'undated a', 'older a']);
  });

  it('what was only carried over does not count; what is unknown or disputed is told', () => {
    const reviewer = { name: 'Dana Whitfield', role: 'Security official' };
    const review = { verdict: 'disputed' as const, reviewer, on: '2026-02-02', reason: 'No.' };
    const answers = [
      answer('a', 'yes', { carriedFrom: 'earlier' }),
      answer('b', 'unknown'),
      answer('c', 'yes', { review }),
    ];
    const found = countingAnswers([questionnaire({ answers })], 'scribe');
    expect(found.map(({ question, value, review: told }) => [question, value, told?.verdict])).toEqual([
      ['b', 'unknown', undefined],
      ['c', 'yes', 'disputed'],
    ]);
  });
});
