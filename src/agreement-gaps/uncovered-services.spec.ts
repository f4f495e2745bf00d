import { aDossier } from '../../test/factories/dossier.factory';
import { uncoveredServices } from './uncovered-services';

const { services, agreements, dataFlows } = aDossier();

describe('Services without an agreement on a day', () => {
  it('are none while one in force covers each flow', () => {
    expect(uncoveredServices({ services, agreements, dataFlows }, '2026-11-22')).toEqual([]);
  });

  it('are those whose flows go out before it, or without any', () => {
    expect(uncoveredServices({ services, agreements, dataFlows }, '2026-01-14')).toEqual([
      'northlight-scribe',
    ]);
    expect(uncoveredServices({ services, agreements: null, dataFlows }, '2026-11-22')).toEqual([
      'northlight-scribe',
    ]);
  });

  it('are none where nothing goes out', () => {
    expect(uncoveredServices({ services, agreements: null, dataFlows: null }, '2026-11-22')).toEqual([]);
  });
});
