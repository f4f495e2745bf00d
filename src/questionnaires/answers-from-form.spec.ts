import { FormBody } from '../common/http/form-body';
import { DomainError } from '../common/problems/domain.error';
import { answersFromForm, answersReadyIn, inWordsOfThePage } from './answers-from-form';
import { DETAIL_WORDS } from './answering-words';
import type { AskedOnPage } from './question-form';
import { AnswerContentFields } from './records/answer.fields';
import { shownDigests } from './stored-when-shown';

const DETAILS = { type: AnswerContentFields, words: DETAIL_WORDS };
const YES = { value: 'yes', basis: 'documented', evidenceKeys: ['terms'], answeredOn: '2026-01-01' } as const;

const asked = (answer: object | null = null, answerType = 'yes_no', id = 'q'): AskedOnPage =>
  ({ id, question: 'Really?', answerType, answer }) as AskedOnPage;

const form = (fields: Record<string, string>, shown: AskedOnPage[] = []): FormBody =>
  new FormBody(new URLSearchParams({ shown: shownDigests(shown, DETAILS), ...fields }).toString());

const changes = (sent: FormBody, ...questions: AskedOnPage[]) => answersFromForm(sent, questions, DETAILS);

describe('a page of questions that was sent', () => {
  it('takes how answers are known once for the page, where an answer says nothing of its own', () => {
    const fields = {
      basis: 'stated',
      'answers/q/value': 'yes',
      'answers/r/value': 'no',
      'answers/r/basis': 'audited',
    };
    expect(changes(form(fields), asked(), asked(null, 'yes_no', 'r'))).toMatchObject([
      { question: 'q', value: 'yes', basis: 'stated' },
      { question: 'r', value: 'no', basis: 'audited' },
    ]);
  });

  it('lets "I don’t know" rest on nothing', () => {
    expect(changes(form({ basis: 'stated', 'answers/q/value': 'unknown' }), asked())).toMatchObject([
      { value: 'unknown', basis: null },
    ]);
  });

  it.each([
    ['choices', 'a', ['a']],
    ['number', ' 30 ', 30],
    ['number', 'a month', 'a month'],
    ['text', 'Less typing', 'Less typing'],
  ])('reads %s %j', (answerType, typed, value) => {
    const sent = form({ basis: 'stated', 'answers/q/value': typed });
    expect(changes(sent, asked(null, answerType))).toMatchObject([{ value }]);
  });

  it('changes nothing that is as it was, and keeps the documents of what changes', () => {
    const stored = asked(YES);
    expect(changes(form({ basis: 'documented', 'answers/q/value': 'yes' }, [stored]), stored)).toEqual([]);
    const changed = changes(form({ basis: 'documented', 'answers/q/value': 'no' }, [stored]), stored);
    expect(changed).toMatchObject([{ value: 'no', evidenceKeys: ['terms'] }]);
    expect(changes(form({}, [stored]), stored)).toMatchObject([{ value: null }]);
  });

  it('leaves an answer of last time that nobody looked at', () => {
    const suggested = asked({ ...YES, carriedFrom: 'last-year' });
    expect(changes(form({}, [suggested]), suggested)).toEqual([]);
    const given = changes(form({ basis: 'documented', 'answers/q/value': 'yes' }, [suggested]), suggested);
    expect(given).toMatchObject([{ value: 'yes' }]);
  });

  it('leaves what somebody else answered meanwhile, and asks only where both changed the same answer', () => {
    const [before, now] = [asked(), asked(YES)];
    expect(changes(form({}, [before]), now)).toEqual([]);
    expect(changes(form({ basis: 'documented', 'answers/q/value': 'yes' }, [before]), now)).toEqual([]);
    const other = form({ basis: 'documented', 'answers/q/value': 'no' }, [before]);
    expect(() => changes(other, now)).toThrow(expect.objectContaining({ code: 'stale-version' }));
  });

  it('refuses an answer with "I don’t know" beside it, and a note on no answer', () => {
    const both = new FormBody('answers%2Fq%2Fvalue=30&answers%2Fq%2Fvalue=unknown');
    for (const sent of [both, form({ 'answers/q/note': 'A note' })]) {
      expect(() => changes(sent, asked(null, 'number'))).toThrow(
        expect.objectContaining({
          code: 'answer-does-not-fit',
          faults: [expect.objectContaining({ pointer: '/answers/q/value' })],
        }),
      );
    }
  });

  it('keeps while it is filled in what is ready, and says how much waits', () => {
    const sent = form({ 'answers/q/value': 'yes', 'answers/r/value': 'unknown' });
    const { ready, waiting } = answersReadyIn(sent, [asked(), asked(null, 'yes_no', 'r')], DETAILS);
    expect([ready.map(({ question }) => question), waiting]).toEqual([['r'], 1]);
  });

  it('is refused in the words of the page', () => {
    const error = new DomainError('answer-does-not-fit', 'No.', [
      { pointer: '/answers/0/basis', code: 'basis-missing', detail: 'x' },
      { pointer: '/answers/1/basis', code: 'basis-missing', detail: 'x' },
      { pointer: '/answers/1/value', code: 'wrong-answer-type', detail: 'a number, or "unknown"' },
    ]);
    expect(inWordsOfThePage(error, [{ question: 'q' }, { question: 'r' }])).toMatchObject({
      faults: [{ pointer: '/basis' }, { pointer: '/answers/r/value', detail: 'a number, or “I don’t know”' }],
    });
  });
});
