// The cap on what is only stated. With the tables of today statements alone never earn two levels, so it is tried with tables in
// which a statement counts as much as an audit.
import { scribe } from '../../../test/factories/service-facts.factory';
import { MODEL } from '../../../test/factories/scored';
import { scoreService } from './score-service';

const generous = {
  ...MODEL,
  points: { ...MODEL.points, assurance: { ...MODEL.points.assurance, stated: 3 } },
};

describe('what is only stated by the vendor', () => {
  const stated = scribe({
    agreements: [],
    checklistAnswers: scribe().checklistAnswers.map((answer) => ({
      ...answer,
      basis: 'stated',
      evidence: null,
    })),
    soc2Reports: [],
  });
  const banding = (model: typeof MODEL) =>
    scoreService(
      { ...stated, agreements: scribe().agreements.map((one) => ({ ...one, provisions: [] })) },
      model,
    )
      .threats.find(({ id }) => id === 'T-03')
      ?.bandings.find(({ actsOn }) => actsOn === 'initiation');

  it('lowers a likelihood by one level at most, however many points it has, and says so', () => {
    // 12 of 20 by weight: 12 x 12 = 144 of 240 points reach the band from 50 percent, all of them stated
    expect(banding(generous)).toMatchObject({ points: 12 * 12, levels: 1 });
    expect(banding(generous)?.cappedBecause).toContain('only 0 of them rest on more than a statement');
  });

  it('needs no cap with the tables of today', () => {
    expect(banding(MODEL)).toMatchObject({ points: 12 * 4, levels: 0, cappedBecause: null });
  });
});
