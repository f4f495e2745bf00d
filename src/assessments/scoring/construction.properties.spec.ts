// What holds of every result by construction: order, sums, floors, tables, the index.
import * as fc from 'fast-check';
import canonicalize from 'canonicalize';
import { higherOf, rankOf, type Level } from '../../common/level';
import { MODEL, scored, scoredWithSteps } from '../../../test/factories/scored';
import { anyFacts } from '../../../test/factories/service-facts.arbitrary';
import type { ServiceFacts } from './service-facts';

const RUNS = { numRuns: 1000 };

describe('every result', () => {
  it('is the same, byte for byte, whatever the order of anything', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(canonicalize(scoredWithSteps(reversed(facts)))).toBe(canonicalize(scoredWithSteps(facts)));
      }),
      RUNS,
    );
  });

  it('takes null and absent as the same', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const bare = JSON.parse(
          JSON.stringify(facts),
          (_name, value: unknown) => value ?? undefined,
        ) as ServiceFacts;
        expect(canonicalize(scored({ ...bare, practiceMeasures: bare.practiceMeasures ?? null }))).toBe(
          canonicalize(scored(facts)),
        );
      }),
      RUNS,
    );
  });

  it('adds up: listed points make the banded sum, and leaving one out changes it by what it says', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const faults: string[] = []; // asked once a run: an `expect` for each of thousands of sums takes most of the time
        for (const threat of scored(facts).threats) {
          for (const banding of threat.bandings) {
            const listed = threat.contributions.filter(({ actsOn }) => actsOn === banding.actsOn);
            const sum = (list: typeof listed) => list.reduce((total, { points }) => total + points, 0);
            if (sum(listed) !== banding.points) faults.push(`${threat.id}: points`);
            if (listed.reduce((total, { maxPoints }) => total + maxPoints, 0) !== banding.maxPoints)
              faults.push(`${threat.id}: most points`);
            listed.forEach((left, place) => {
              if (sum(listed.filter((_one, index) => index !== place)) !== banding.points - left.points)
                faults.push(`${left.controlId}: left out`);
            });
          }
          for (const {
            controlId,
            weight,
            met,
            assurance,
            freshness,
            points,
            maxPoints,
          } of threat.contributions) {
            if (points !== weight * met.factor * assurance.factor * freshness.factor)
              faults.push(`${controlId}: product`);
            if (!Number.isInteger(points) || points > maxPoints) faults.push(`${controlId}: range`);
          }
        }
        expect(faults).toEqual([]);
      }),
      RUNS,
    );
  });

  it('lowers by what its points earned, and by one level at most for what is only stated', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const threat of scored(facts).threats) {
          for (const { actsOn, points, maxPoints, levels, bandFrom } of threat.bandings) {
            const levelsFor = (sum: number) =>
              MODEL.bands.filter((band) => sum * 100 >= band.fromPercent * maxPoints).length;
            const shown = threat.contributions
              .filter((one) => one.actsOn === actsOn && one.assurance.basis !== 'stated')
              .reduce((total, one) => total + one.points, 0);
            expect(levels).toBe(Math.min(levelsFor(points), levelsFor(shown) + 1));
            expect(bandFrom === null).toBe(levelsFor(points) === 0);
          }
        }
      }),
      RUNS,
    );
  });

  it('holds the floor of every gate that fired or is open, whatever else is true', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { gates, threats, level, decision } = scored(facts);
        for (const gate of gates.filter(({ state }) => state === 'fired' || state === 'open')) {
          expect(rankOf(level)).toBeGreaterThanOrEqual(rankOf(gate.floor));
          for (const id of gate.threats) {
            const threat = threats.find((candidate) => candidate.id === id);
            expect(rankOf(threat?.residual.risk as Level)).toBeGreaterThanOrEqual(rankOf(gate.floor));
          }
          if (gate.state === 'fired' && gate.kind === 'law') expect(decision.code).toBe('do_not_use');
          if (gate.state === 'open') expect(['do_not_use', 'not_enough_known']).toContain(decision.code);
        }
      }),
      RUNS,
    );
  });

  it('follows the two tables, is the worst of its threats, and never ends above where it began', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { threats, level, inherentLevel, indexOutOf100 } = scored(facts);
        const faults: string[] = [];
        for (const { id, inherent, residual, gateFloor } of threats) {
          for (const rating of [inherent, residual]) {
            const { initiation, adverseImpact, likelihood, impact, riskByTable, risk } = rating;
            if (likelihood !== MODEL.tables.overallLikelihood.matrix[initiation][adverseImpact])
              faults.push(`${id}: G-5`);
            if (riskByTable !== MODEL.tables.risk.matrix[likelihood][impact]) faults.push(`${id}: I-2`);
            if (risk !== (gateFloor ? higherOf(riskByTable, gateFloor) : riskByTable))
              faults.push(`${id}: floor`);
          }
          if (rankOf(residual.risk) > rankOf(inherent.risk)) faults.push(`${id}: above its beginning`);
        }
        expect(faults).toEqual([]);
        const worst = threats.reduce<Level>((so, { residual }) => higherOf(so, residual.risk), 'very_low');
        expect(level).toBe(worst);
        expect(rankOf(level)).toBeLessThanOrEqual(rankOf(inherentLevel));
        const { from, to } = MODEL.indexRanges[level];
        expect(indexOutOf100 >= from && indexOutOf100 <= to && Number.isInteger(indexOutOf100)).toBe(true);
      }),
      RUNS,
    );
  });
});

/** The same facts with every list the other way round. */
function reversed<T>(value: T): T {
  if (Array.isArray(value)) return value.map((entry: unknown) => reversed(entry)).reverse() as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [name, reversed(held as unknown)]),
  ) as T;
}
