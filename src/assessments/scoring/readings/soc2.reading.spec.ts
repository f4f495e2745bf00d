// What a SOC 2 report earns on criteria CC6 and CC7 (access and monitoring).
import { soc2Report, scribe } from '../../../../test/factories/service-facts.factory';
import { scored } from '../../../../test/factories/scored';
import type { ServiceFacts } from '../service-facts';

function pointsFor(soc2Reports: ServiceFacts['soc2Reports'], asOf = '2026-11-22'): number | undefined {
  return scored(scribe({ soc2Reports, asOf }))
    .threats.find(({ id }) => id === 'T-02')
    ?.contributions.find(({ controlId }) => controlId === 'T-02.soc2-access')?.points;
}

// the control weighs 5: at most 5 x met 2 x audited 3 x current 2 = 60
describe('a SOC 2 report', () => {
  it.each([
    ['Type 2, unqualified, no exception', {}, 60],
    [
      'Type 2 with an exception on the criteria earns half',
      { exceptions: [{ criterion: 'CC6.1', summary: 'found' }] },
      30,
    ],
    ['Type 2 with an exception elsewhere', { exceptions: [{ criterion: 'A1.2', summary: 'found' }] }, 60],
    [
      'a criterion is matched whole: CC61 is not CC6',
      { exceptions: [{ criterion: 'CC61', summary: 'found' }] },
      60,
    ],
    ['Type 1 earns less than Type 2', { kind: 'soc2_type_1', periodStart: null }, 30],
    [
      'a qualified opinion takes the credit from the criteria that it touches',
      { opinion: 'qualified', qualifiedCriteria: ['CC6.1'] },
      0,
    ],
    [
      'a qualified opinion leaves the other criteria',
      { opinion: 'qualified', qualifiedCriteria: ['A1.1'] },
      60,
    ],
    ['a qualified opinion that names no criteria touches all', { opinion: 'qualified' }, 0],
    ['an adverse opinion earns nothing', { opinion: 'adverse' }, 0],
    ['a disclaimer earns nothing', { opinion: 'disclaimer' }, 0],
    ['a period of two months earns half', { periodStart: '2026-05-01' }, 30],
    ['a period of three months is whole', { periodStart: '2026-04-01' }, 60],
    ['a report on other categories earns nothing', { categories: ['availability'] }, 0],
    ['a period that has not ended does not count yet', { periodEnd: '2026-11-23' }, 0],
  ] as const)('%s', (_case, changes, points) => {
    expect(pointsFor([soc2Report(changes as Parameters<typeof soc2Report>[0])])).toBe(points);
  });

  it.each([
    ['2027-06-30', null, 60],
    ['2027-07-01', null, 0],
    ['2027-07-01', '2027-09-30', 30],
    ['2027-09-30', '2027-12-31', 30],
    ['2027-10-01', '2027-12-31', 0],
    ['2027-08-02', '2027-08-01', 0],
  ])('on %s, with a bridge letter until %s, earns %i', (asOf, bridgeLetterUntil, points) => {
    expect(pointsFor([soc2Report({ bridgeLetterUntil })], asOf)).toBe(points);
  });

  it('that is newer takes from an older one what it qualifies, and gives back nothing by being older', () => {
    const older = soc2Report({ key: 'older', periodEnd: '2026-03-31' });
    const newer = soc2Report({ opinion: 'adverse' });
    expect(pointsFor([older, newer])).toBe(0);
    const olderAdverse = soc2Report({ key: 'older', periodEnd: '2026-03-31', opinion: 'adverse' });
    expect(pointsFor([olderAdverse, soc2Report()])).toBe(60);
  });
});
