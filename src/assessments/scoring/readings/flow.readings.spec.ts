// How long audio is kept: T-11.audio-retention weighs 5, so at most 5 x met 2 x assurance 3 x current 2 = 60.
import { flow, scribe } from '../../../../test/factories/service-facts.factory';
import { scored } from '../../../../test/factories/scored';
import type { PracticeMeasuresFields } from '../../../practice-measures/practice-measures.fields';

const audio = (retentionDays: number | null, key = 'audio') => flow({ key, retentionDays });
const deleted = (withinDays: number): PracticeMeasuresFields => ({
  audioDeletion: { withinDays, since: '2026-03-01', basis: 'observed' },
});

function points(
  dataFlows: ReturnType<typeof flow>[],
  practiceMeasures: PracticeMeasuresFields | null = null,
): number | undefined {
  return scored(scribe({ dataFlows, practiceMeasures }))
    .threats.find(({ id }) => id === 'T-11')
    ?.contributions.find(({ controlId }) => controlId === 'T-11.audio-retention')?.points;
}

describe('the retention of audio', () => {
  it('counts as stated, by the longest of the flows', () => {
    expect(points([audio(7)])).toBe(20);
    expect(points([audio(8)])).toBe(10);
    expect(points([audio(31)])).toBe(0);
    expect(points([audio(1, 'short'), audio(30, 'long')])).toBe(10);
    expect(points([audio(1, 'short'), audio(null, 'endless')])).toBe(0);
  });

  it('takes its basis from deletion by the practice, but not fewer days than the flow records', () => {
    expect(points([audio(1)], deleted(1))).toBe(60);
    expect(points([audio(30)], deleted(1))).toBe(30);
    expect(points([audio(null)], deleted(1))).toBe(0);
    const result = scored(scribe({ dataFlows: [audio(30)], practiceMeasures: deleted(1) }));
    expect(result.contradictions.map(({ id }) => id)).toEqual(['audio-deletion-against-audio']);
  });
});
