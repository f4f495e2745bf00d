import fc from 'fast-check';
import { AGENDA_POINTS, POINT_STANDINGS } from '../oversight-words';
import { reviewStanding } from './review-standing';

const AGENDA = ['performance', 'promises_kept', 'security_incidents'] as const;
const TODAY = '2026-11-29';
const step = (dueOn: string, doneOn?: string) => ({
  what: 'Send the report',
  owner: 'The vendor',
  dueOn,
  doneOn,
});

describe('A review of a vendor', () => {
  it('leaves out what nobody went through, whether it is said or not', () => {
    const held = {
      points: [
        { point: 'performance', standing: 'no_concern' },
        { point: 'promises_kept', standing: 'not_discussed' },
        { point: 'ethics', standing: 'concern' },
      ],
    } as const;
    expect(reviewStanding(held, AGENDA, TODAY)).toMatchObject({
      leftOut: ['promises_kept', 'security_incidents'],
      concerns: ['ethics'],
    });
  });

  it('tells what was agreed: open, overdue the day after its last day, done late', () => {
    const agreed = [
      step('2026-12-01'),
      step('2026-11-29'),
      step('2026-11-28'),
      step('2026-11-10', '2026-11-11'),
      step('2026-11-10', '2026-11-10'),
    ];
    const { open, done } = reviewStanding({ points: [], agreed }, AGENDA, TODAY);
    expect(open.map(({ dueOn, isOverdue }) => [dueOn, isOverdue])).toEqual([
      ['2026-11-28', true],
      ['2026-11-29', false],
      ['2026-12-01', false],
    ]);
    expect(done.map(({ isLate }) => isLate)).toEqual([true, false]);
  });

  it('goes through a point or leaves it out, never both', () => {
    const points = fc.uniqueArray(
      fc.record({ point: fc.constantFrom(...AGENDA_POINTS), standing: fc.constantFrom(...POINT_STANDINGS) }),
      { selector: ({ point }) => point },
    );
    fc.assert(
      fc.property(points, fc.subarray([...AGENDA_POINTS]), (held, agenda) => {
        const { leftOut } = reviewStanding({ points: held }, agenda, TODAY);
        const gone = held.filter(({ standing }) => standing !== 'not_discussed').map(({ point }) => point);
        for (const point of agenda) expect(leftOut.includes(point)).toBe(!gone.includes(point));
        expect(leftOut.every((point) => agenda.includes(point))).toBe(true);
      }),
    );
  });
});
