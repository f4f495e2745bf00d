import type { Role } from '../permissions/roles';
import { hasOwnerWithFactor, outsideDomains, withoutSecondFactor } from './locked-out';

const member = (name: string, role: Role, hasSecondFactor: boolean, email = `${name}@inside.example`) => ({
  ...{ name, role, hasSecondFactor, email },
  endedAt: null as Date | null,
});
const GONE = { ...member('gone', 'owner', true, 'gone@elsewhere.example'), endedAt: new Date() };

it('names who has to set up a second factor, and nobody who has left', () => {
  const members = [
    member('dana', 'owner', true),
    member('kim', 'clinician', false),
    { ...GONE, hasSecondFactor: false },
  ];
  expect(withoutSecondFactor(members)).toEqual(['kim']);
});

it('names whom the provider would not let in, unless they have another way', () => {
  const outside = 'x@elsewhere.example';
  const members = [
    member('kim', 'clinician', true, outside),
    member('ari', 'owner', true, outside),
    member('sol', 'owner', false, outside),
    member('lee', 'clinician', false),
    GONE,
  ];
  expect(outsideDomains(members, ['inside.example'])).toEqual([`kim (${outside})`, `sol (${outside})`]);
  expect(outsideDomains(members, [])).toEqual([]);
});

it('an owner with a second factor is the way in when the provider is down', () => {
  expect(hasOwnerWithFactor([member('dana', 'owner', true)])).toBe(true);
  expect(hasOwnerWithFactor([member('dana', 'owner', false), member('kim', 'clinician', true), GONE])).toBe(
    false,
  );
});
