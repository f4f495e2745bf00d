import type { ChecklistAnswerFields } from '../checklists/checklist.fields';
import { answersAfter, checklistQuestions } from './checklist-form';

const stored: ChecklistAnswerFields[] = [
  { item: 'purpose_built', value: 'yes', basis: 'stated', answeredOn: '2026-01-01' },
  { item: 'no_training', value: 'no', basis: 'documented', evidence: 'Terms, 4', answeredOn: '2026-01-01' },
];
const change = (question: string, value: string | null, basis: string | null = null) => ({
  question,
  value,
  basis,
});

describe('the AI Tech Checklist as a form', () => {
  it('asks the items that apply to the tool, with the answers given', () => {
    const items = ['purpose_built', 'no_training', 'baa_signed'].map((id) => ({ id, question: `${id}?` }));
    const asked = checklistQuestions({ items } as never, new Set(['purpose_built', 'baa_signed']), stored);
    expect(asked.map(({ id, answer }) => [id, answer?.value ?? null])).toEqual([
      ['purpose_built', 'yes'],
      ['baa_signed', null],
    ]);
  });

  it('dates what was answered anew, and leaves the rest as it was', () => {
    const after = answersAfter(stored, [change('no_training', 'yes', 'audited')], '2026-11-29');
    expect(after).toEqual([
      stored[0],
      { item: 'no_training', value: 'yes', basis: 'audited', answeredOn: '2026-11-29' },
    ]);
  });

  it('takes an answer out, and adds an honest one that rests on nothing', () => {
    const after = answersAfter(
      stored,
      [change('purpose_built', null), change('baa_signed', 'unknown')],
      '2026-11-29',
    );
    expect(after).toEqual([stored[1], { item: 'baa_signed', value: 'unknown', answeredOn: '2026-11-29' }]);
  });
});
