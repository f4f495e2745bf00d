// Situations over generated facts: another flow, or another class in one, never turns one false.
import * as fc from 'fast-check';
import { DATA_CLASSES } from '../../data-flows/data-flow.fields';
import { anyFacts, anyFlow } from '../../../test/factories/service-facts.arbitrary';
import type { ServiceFacts } from './service-facts';
import { flowsOf } from './service-view';
import { SITUATION_NAMES } from './situation-names';
import { situationsOf } from './situations';

function lostBy(more: ServiceFacts, facts: ServiceFacts): string[] {
  const [after, before] = [more, facts].map((one) => situationsOf({ facts: one, ...flowsOf(one) }));
  return SITUATION_NAMES.filter((_name, place) => before?.[place] === 1 && after?.[place] === 0);
}

describe('a situation that holds', () => {
  it('still holds with another flow, and with another class of data in a flow', () => {
    fc.assert(
      fc.property(anyFacts, anyFlow, fc.constantFrom(...DATA_CLASSES), (facts, flow, dataClass) => {
        const more = { ...facts, dataFlows: [...facts.dataFlows, { ...flow, key: 'added' }] };
        expect(lostBy(more, facts)).toEqual([]);
        const [first, ...others] = facts.dataFlows;
        if (!first) return;
        const wider = { ...first, dataClasses: [...new Set([...first.dataClasses, dataClass])] };
        expect(lostBy({ ...facts, dataFlows: [wider, ...others] }, facts)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
