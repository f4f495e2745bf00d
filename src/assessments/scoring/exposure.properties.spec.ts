// More exposure, over generated facts: another flow, a more sensitive class, more clients or another state never lower a residual.
import * as fc from 'fast-check';
import { rankOf } from '../../common/level';
import { DATA_CLASSES } from '../../data-flows/data-flow.fields';
import { lowerIn, scored } from '../../../test/factories/scored';
import { anyFacts, anyFlow } from '../../../test/factories/service-facts.arbitrary';

const RUNS = { numRuns: 1000 };

describe('more exposure never lowers a residual', () => {
  it('another flow', () => {
    fc.assert(
      fc.property(anyFacts, anyFlow, (facts, flow) => {
        const more = { ...facts, dataFlows: [...facts.dataFlows, { ...flow, key: 'added' }] };
        expect(lowerIn(scored(more), scored(facts))).toEqual([]);
        expect(rankOf(scored(more).impact.level)).toBeGreaterThanOrEqual(rankOf(scored(facts).impact.level));
      }),
      RUNS,
    );
  });

  it('another class of data in a flow', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...DATA_CLASSES), (facts, dataClass) => {
        const [first, ...others] = facts.dataFlows;
        fc.pre(first !== undefined && !first.dataClasses.includes(dataClass));
        const more = { ...first, dataClasses: [...first.dataClasses, dataClass] };
        expect(lowerIn(scored({ ...facts, dataFlows: [more, ...others] }), scored(facts))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('more clients, of the practice or in a flow', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 0, max: 20_000 }), (facts, added) => {
        const clientsPerYear = facts.practice.clientsPerYear + added;
        expect(
          lowerIn(scored({ ...facts, practice: { ...facts.practice, clientsPerYear } }), scored(facts)),
        ).toEqual([]);
        const dataFlows = facts.dataFlows.map((flow) =>
          flow.clientsPerYear == null ? flow : { ...flow, clientsPerYear: flow.clientsPerYear + added },
        );
        expect(lowerIn(scored({ ...facts, dataFlows }), scored(facts))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('another state or another way of meeting', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom('CA', 'MI', 'IL', 'TX', 'VT', 'NY'), (facts, state) => {
        const { practice } = facts;
        const clientStates = [...new Set([...practice.clientStates, state])];
        const clinicianStates = [...new Set([...practice.clinicianStates, state])];
        const modalities = [...new Set([...practice.modalities, 'video' as const])];
        for (const more of [{ clientStates }, { clinicianStates }, { modalities }]) {
          expect(lowerIn(scored({ ...facts, practice: { ...practice, ...more } }), scored(facts))).toEqual(
            [],
          );
        }
      }),
      RUNS,
    );
  });
});
