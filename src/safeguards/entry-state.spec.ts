import type { OtherRole } from '../organizations/practice.fields';
import { applicabilityOf, gapOf, isCarried, isOpen, stateOf, type EntryState } from './entry-state';
import type { BoundParty, Designation } from './security-rule';

describe('An entry of the Security Rule', () => {
  it.each<[BoundParty, OtherRole[] | null, string]>([
    ['covered_entity', null, 'applies'],
    ['covered_entity', ['none'], 'applies'],
    ['clearinghouse', null, 'not_stated'],
    ['clearinghouse', [], 'not_stated'],
    ['clearinghouse', ['none'], 'other_role'],
    ['clearinghouse', ['clearinghouse'], 'applies'],
    ['health_plan_sponsor', ['clearinghouse'], 'other_role'],
    ['health_plan_sponsor', ['business_associate', 'health_plan_sponsor'], 'applies'],
    ['business_associate', ['business_associate'], 'applies'],
    ['government', null, 'government_only'],
    ['government', ['business_associate'], 'government_only'],
  ])('that binds a %s, with the other roles %j: %s', (binds, roles, expected) => {
    expect(applicabilityOf({ binds }, roles)).toBe(expected);
  });

  it('takes its state from the answer only where it applies', () => {
    expect(stateOf('applies', null)).toBe('not_answered');
    expect(stateOf('applies', { status: 'partly' })).toBe('partly');
    expect(stateOf('not_stated', { status: 'in_place' })).toBe('role_not_stated');
    expect(stateOf('other_role', { status: 'not_in_place' })).toBe('not_applicable');
    expect(stateOf('government_only', null)).toBe('not_applicable');
  });

  it.each<[Designation, EntryState, boolean, boolean, string | null]>([
    ['required', 'in_place', false, false, null],
    ['required', 'in_place', false, true, 'contradicted'],
    ['required', 'partly', false, false, 'partial'],
    ['required', 'not_in_place', false, false, 'missing'],
    ['required', 'not_in_place', true, false, 'missing'],
    ['standard', 'partly', true, false, 'partial'],
    ['addressable', 'not_in_place', false, false, 'missing'],
    ['addressable', 'partly', false, false, 'partial'],
    ['addressable', 'not_in_place', true, false, null],
    ['addressable', 'partly', true, false, null],
    ['addressable', 'unknown', true, false, null],
    ['addressable', 'not_applicable', false, false, null],
    ['required', 'not_answered', false, false, null],
  ])(
    '%s and %s (decided: %s, contradicted: %s) is a gap: %s',
    (designation, state, isDecided, isContradicted, expected) => {
      expect(gapOf({ designation }, state, { isDecided, isContradicted })).toBe(expected);
    },
  );

  it.each<[EntryState, boolean]>([
    ['in_place', false],
    ['partly', false],
    ['not_in_place', false],
    ['not_applicable', false],
    ['unknown', true],
    ['not_answered', true],
    ['role_not_stated', true],
  ])('%s is open: %s', (state, expected) => expect(isOpen(state)).toBe(expected));

  it.each<[string, string | null, string, boolean]>([
    ['2025-11-22', null, '2026-11-22', false],
    ['2025-11-21', null, '2026-11-22', true],
    ['2024-03-01', '2026-02-01', '2026-11-22', false],
    ['2024-03-01', '2025-02-01', '2026-11-22', true],
    ['2024-02-29', null, '2025-02-28', false],
    ['2024-02-29', null, '2025-03-01', true],
  ])('answered %s and confirmed %s is carried on %s: %s', (answeredOn, confirmedOn, asOf, expected) => {
    expect(isCarried({ answeredOn, confirmedOn }, asOf, 12)).toBe(expected);
  });
});
