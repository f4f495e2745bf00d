// How obligations stand in an assessment, as of its date.
import fc from 'fast-check';
import { aDossier } from '../../../test/factories/dossier.factory';
import { loadCatalogs } from '../../catalogs/load-catalogs';
import { addDays } from '../../common/calendar-date';
import type { Dossier } from '../../dossiers/dossier.document';
import type { RecordedDays } from '../../obligations/obligation-facts.query';
import { obligationRegister } from './obligation-register';

const catalogs = loadCatalogs();
const AS_OF = '2026-11-22';
const RECORDED: RecordedDays = { practice: '2025-01-15', sealedAsOf: [], lists: {} };
const DONE_BY = { name: 'Dana Whitfield', role: 'Security official' };

function registerOf(changes: Partial<Dossier> = {}, recorded: RecordedDays | null = RECORDED) {
  return obligationRegister(
    aDossier({ obligationCompletions: [], obligationSettings: [], ...changes }),
    AS_OF,
    catalogs,
    recorded,
  );
}
const review = (period: string, doneOn: string) => ({
  ...{ key: `review-${doneOn}`, obligation: 'OB-04', period, doneOn, doneBy: DONE_BY, proof: 'Folder' },
});
const timesOf = (register: ReturnType<typeof registerOf>, obligation: string) =>
  register.occurrences
    .filter((one) => one.obligation === obligation)
    .map(({ state, dueOn, doneOn, daysLate }) => [state, dueOn, doneOn, daysLate]);

describe('The register of obligations', () => {
  it.each([
    ['late since a year after the practice was recorded', [], [['overdue', '2026-01-15', null, 311]]],
    [
      'done in time, and due again a year later',
      [review('first', '2026-01-10')],
      [
        ['done', '2026-01-15', '2026-01-10', 0],
        ['upcoming', '2027-01-10', null, 0],
      ],
    ],
    [
      'done late, with the days',
      [review('first', '2026-02-01')],
      [
        ['done', '2026-01-15', '2026-02-01', 17],
        ['upcoming', '2027-02-01', null, 0],
      ],
    ],
  ])('tells what is %s', (_name, obligationCompletions, told) => {
    expect(timesOf(registerOf({ obligationCompletions }), 'OB-04')).toEqual(told);
  });

  it('counts the assessment itself as a look at the risks, after those that are sealed', () => {
    const sealed = { ...RECORDED, sealedAsOf: ['2025-12-20', '2026-12-01'] };
    expect(timesOf(registerOf({}, sealed), 'OB-01')).toEqual([
      ['done', '2026-01-15', '2025-12-20', 0],
      ['done', '2026-12-20', AS_OF, 0],
      ['upcoming', '2027-11-22', null, 0],
    ]);
  });

  it('holds nothing due before the date of the assessment where nothing says when records were made', () => {
    const register = registerOf({}, null);
    expect(register.recordedDaysKnown).toBe(false);
    expect(register.occurrences.filter(({ state }) => state === 'overdue')).toEqual([]);
  });

  it('freezes words that never call an interval the law’s that is not', () => {
    const [first] = registerOf().obligations.filter(({ id }) => id === 'OB-01');
    expect(first).toMatchObject({
      isLaw: true,
      binding: 'Law: the rule asks for it and leaves open how often',
      howOften: 'Every year: our suggestion; the rule sets no interval',
    });
    const none = registerOf({ practice: { ...aDossier().practice, coveredEntity: 'no' } }).obligations;
    expect(none.find(({ id }) => id === 'OB-01')).toMatchObject({ isLaw: false });
  });

  it('says what good practice was left out and why, and not when it is due', () => {
    const left = catalogs.obligations.obligations.find(
      ({ legalStatus, arisesFrom }) => legalStatus === 'good_practice' && arisesFrom.includes('ai_service'),
    );
    if (!left) throw new Error('the catalog lost its good practice');
    const setting = { key: 'set', obligation: left.id, decision: 'not_applicable' as const };
    const register = registerOf({
      obligationSettings: [{ ...setting, reason: 'Too small', decidedBy: DONE_BY, decidedOn: '2026-10-01' }],
    });
    expect(register.leftOut).toEqual([{ obligation: left.id, title: left.title, reason: 'Too small' }]);
    expect(register.obligations.map(({ id }) => id)).not.toContain(left.id);
  });

  it('has an obligation for every occurrence, nothing late that is not past its day, and hangs on the order of nothing', () => {
    const services = aDossier().services;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 400 }), (before, after) => {
        const recorded = { practice: addDays(AS_OF, -before), sealedAsOf: [], lists: { services: {} } };
        const doneOn = addDays(AS_OF, -after);
        const register = registerOf({ obligationCompletions: [review('first', doneOn)], services }, recorded);
        const ids = new Set(register.obligations.map(({ id }) => id));
        for (const { obligation, state, dueOn, daysLate } of register.occurrences) {
          expect(ids.has(obligation)).toBe(true);
          if (state === 'overdue') expect(dueOn! < AS_OF && daysLate! > 0).toBe(true);
          if (state === 'upcoming' || state === 'due') expect(daysLate).toBe(0);
        }
        const turned = registerOf(
          { obligationCompletions: [review('first', doneOn)], services: [...services].reverse() },
          recorded,
        );
        expect(turned).toEqual(register);
      }),
    );
  });
});
