import fc from 'fast-check';
import { aBreach, anyIncident } from '../../test/factories/incidents.arbitrary';
import { addDays } from '../common/calendar-date';
import { discoveryOf } from './discovery';

const VENDOR = { vendor: 'northlight-notes', vendorDiscoveredOn: '2026-10-01', vendorToldOn: '2026-10-20' };

describe('A practice has discovered an incident', () => {
  it.each([
    ['on the day on which somebody of it knew', {}, '2026-10-13', 'known'],
    [
      'on an earlier day on which diligence would have found it',
      { shouldHaveBeenKnownOn: '2026-10-05' },
      '2026-10-05',
      'reasonable_diligence',
    ],
    [
      'when it knew, whatever a vendor knew that is no agent',
      { ...VENDOR, vendorIsAgent: 'no' as const },
      '2026-10-13',
      'known',
    ],
    [
      'when a vendor knew that is its agent',
      { ...VENDOR, vendorIsAgent: 'yes' as const },
      '2026-10-01',
      'vendor_is_agent',
    ],
    [
      'when the vendor knew, where nobody knows whether it is an agent',
      { ...VENDOR, vendorIsAgent: 'unknown' as const },
      '2026-10-01',
      'vendor_may_be_agent',
    ],
    ['when the vendor knew, where nobody said', VENDOR, '2026-10-01', 'vendor_may_be_agent'],
    [
      'when diligence would have found it, though a vendor that may be an agent knew later',
      { ...VENDOR, shouldHaveBeenKnownOn: '2026-09-30' },
      '2026-09-30',
      'reasonable_diligence',
    ],
    [
      'on the day on which the vendor told it',
      { ...VENDOR, vendorIsAgent: 'no' as const, vendorToldOn: '2026-10-10' },
      '2026-10-10',
      'told_by_vendor',
    ],
    [
      'when it knew, where no vendor is named',
      { vendorDiscoveredOn: '2026-10-01', vendorIsAgent: 'yes' as const },
      '2026-10-13',
      'known',
    ],
  ])('%s', (_what, changes, on, ground) => expect(discoveryOf(aBreach(changes))).toEqual({ on, ground }));

  it('never later than it knew, and never later because something was known earlier', () =>
    fc.assert(
      fc.property(anyIncident, fc.integer({ min: 0, max: 400 }), (incident, days) => {
        const before = discoveryOf(incident);
        expect(before.on <= incident.knownOn).toBe(true);
        const sooner = discoveryOf({ ...incident, knownOn: addDays(incident.knownOn, -days) });
        expect(sooner.on <= before.on).toBe(true);
      }),
    ));

  it('no later where it is not known whether the vendor is an agent than where it is none', () =>
    fc.assert(
      fc.property(anyIncident, (incident) => {
        const none = discoveryOf({ ...incident, vendorIsAgent: 'no' });
        const unknown = discoveryOf({ ...incident, vendorIsAgent: 'unknown' });
        expect(unknown.on <= none.on).toBe(true);
        expect(unknown.on).toBe(discoveryOf({ ...incident, vendorIsAgent: 'yes' }).on);
      }),
    ));
});
