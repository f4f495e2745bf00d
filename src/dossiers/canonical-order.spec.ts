import * as fc from 'fast-check';
import canonicalize from 'canonicalize';
import { ProvisionVerdictFields } from '../business-associate-agreements/provision.fields';
import { recordOrder, valueOrder } from './canonical-order';

const written = (value: unknown) => canonicalize(value) ?? '';
const inOrder = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);

describe('the order of entries', () => {
  const anyText = fc.oneof(fc.constantFrom('a', 'ab', 'a b', 'a!', 'a-b', 'a"', 'ä', ''), fc.string());

  it('of words and numbers is that of their canonical JSON', () => {
    const anyValue = fc.oneof(anyText, fc.integer());
    fc.assert(
      fc.property(anyValue, anyValue, (left, right) => {
        expect(Math.sign(valueOrder(left, right))).toBe(inOrder(written(left), written(right)));
      }),
    );
  });

  it('of records without a key is that of their canonical JSON', () => {
    const anyRecord = fc.record(
      { provision: anyText, verdict: anyText, reference: fc.oneof(anyText, fc.integer()) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anyRecord, anyRecord, (left, right) => {
        const order = recordOrder(ProvisionVerdictFields)(left, right);
        expect(Math.sign(order)).toBe(inOrder(written(left), written(right)));
      }),
      { numRuns: 1000 },
    );
  });
});
