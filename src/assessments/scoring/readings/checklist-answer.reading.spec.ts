// Since when an answer earns: an answer that needs an agreement behind it waits for one, and for the end of one that takes it back.
import { agreement, answers, scribe } from '../../../../test/factories/service-facts.factory';
import { scored } from '../../../../test/factories/scored';
import type { ServiceFacts } from '../service-facts';

function noTraining(facts: Partial<ServiceFacts>): { points?: number; countsFrom?: string | null } {
  const found = scored(scribe({ checklistAnswers: answers(), ...facts }))
    .threats.flatMap(({ contributions }) => contributions)
    .find(({ controlId }) => controlId === 'T-03.no-training');
  return { points: found?.points, countsFrom: found?.countsFrom };
}

describe('an answer of 2026-10-01 that client data trains no models', () => {
  it('counts from its own day where an agreement was in force already', () => {
    expect(noTraining({ agreements: [agreement({ signedOn: '2026-01-15' })] })).toEqual({
      points: 40,
      countsFrom: '2026-10-01',
    });
  });

  it('counts from the day on which the agreement behind it came into force, when that was later', () => {
    const agreements = [agreement({ signedOn: '2026-11-10' })];
    expect(noTraining({ agreements })).toEqual({ points: 40, countsFrom: '2026-11-10' });
    expect(noTraining({ agreements, asOf: '2026-11-09' })).toMatchObject({ points: 0 });
  });

  it('counts from the day on which an agreement that took it back had lapsed', () => {
    const against = agreement({
      key: 'older',
      endsOn: '2026-11-14',
      provisions: [{ provision: 'BAA-A01', verdict: 'contradicted' }],
    });
    const agreements = [agreement(), against];
    expect(noTraining({ agreements })).toEqual({ points: 40, countsFrom: '2026-11-15' });
    expect(noTraining({ agreements, asOf: '2026-11-14' })).toMatchObject({ points: 0 });
  });
});
