import { answerInWords } from './answer-in-words';

const yesNo = { answerType: 'yes_no' } as const;
const days = { answerType: 'number', number: { unit: 'days', minimum: 0, maximum: 30 } } as const;
const options = [
  { value: 'a', label: 'At rest' },
  { value: 'b', label: 'On the way' },
];

describe('an answer in words', () => {
  it.each([
    ['yes', yesNo, 'Yes'],
    ['unknown', yesNo, 'I don’t know'],
    ['unknown', days, 'I don’t know'],
    [30, days, '30 days'],
    [3, { answerType: 'number', number: { unit: 'count', minimum: 0, maximum: 9 } } as const, '3'],
    [['b', 'a'], { answerType: 'choices', options } as const, 'On the way; At rest'],
    ['of-an-earlier-catalog', { answerType: 'choice', options } as const, 'of-an-earlier-catalog'],
  ])('%j is said as %s', (value, asked, words) => {
    expect(answerInWords(value as never, asked as never)).toBe(words);
  });
});
