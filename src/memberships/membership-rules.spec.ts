import { ROLE_NAMES } from '../permissions/roles';
import { refusalOfMembership, type MembershipChange } from './membership-rules';

const change = (changes: Partial<MembershipChange>): MembershipChange => ({
  by: 'owner',
  from: 'staff',
  to: 'clinician',
  endsOn: null,
  otherOwners: 1,
  ...changes,
});
const codeOf = (changes: Partial<MembershipChange>) => refusalOfMembership(change(changes))?.code ?? null;

describe('a membership', () => {
  it.each(['security_official', 'privacy_official'] as const)('of an owner is not for the %s', (by) => {
    expect(codeOf({ by, from: null, to: 'owner' })).toBe('forbidden');
    expect(codeOf({ by, from: 'owner', to: 'staff' })).toBe('forbidden');
    expect(codeOf({ by, from: 'owner', to: null })).toBe('forbidden');
    expect(codeOf({ by, from: 'staff', to: 'clinician' })).toBeNull();
  });

  it('of the last owner neither ends nor becomes another, nor gets an end', () => {
    const last = { from: 'owner', otherOwners: 0 } as const;
    expect(codeOf({ ...last, to: null })).toBe('last-owner');
    expect(codeOf({ ...last, to: 'staff' })).toBe('last-owner');
    expect(codeOf({ ...last, to: 'owner', endsOn: '2027-01-01' })).toBe('last-owner');
    expect(codeOf({ ...last, to: 'owner' })).toBeNull();
    expect(codeOf({ from: 'owner', to: null })).toBeNull();
  });

  it('of an auditor has a last day', () => {
    expect(codeOf({ from: null, to: 'auditor' })).toBe('records-incoherent');
    expect(codeOf({ from: null, to: 'auditor', endsOn: '2027-01-01' })).toBeNull();
  });

  it('in every other role is for the owner to give', () => {
    const others = ROLE_NAMES.filter((role) => role !== 'auditor');
    expect(others.map((to) => codeOf({ from: null, to }))).toEqual(others.map(() => null));
  });
});
