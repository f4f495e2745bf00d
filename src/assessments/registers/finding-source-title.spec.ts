import { scribeResult } from '../../../test/factories/service-result.factory';
import { findingSourceTitle } from './finding-source-title';

it('names threats and gates by their titles, and leaves what it does not know', () => {
  const result = scribeResult();
  const [threat, gate] = [result.threats[0]!, result.gates[0]!];
  const told = [threat.id, gate.id, '164.308(a)(2)'].map((id) =>
    findingSourceTitle(id, { results: [result] }),
  );
  expect(told).toEqual([threat.title, gate.title, '164.308(a)(2)']);
});
