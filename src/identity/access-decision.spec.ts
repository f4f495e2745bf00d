import { ACTIONS, ROLE_NAMES, roleMay, SCOPES } from '../permissions/roles';
import type { RouteAccess } from '../permissions/route-access';
import { refusalOfAccess, refusalOfClosed } from './access-decision';
import type { KeyStanding, PersonStanding } from './standing';

const person = (changes: Partial<PersonStanding> = {}): PersonStanding => ({
  kind: 'person',
  sessionId: 's',
  personId: 'p',
  role: 'owner',
  firmId: null,
  hasSecondFactor: false,
  secondFactorGiven: false,
  secondFactorDemanded: false,
  ownFactors: true,
  singleSignOnMissing: false,
  signInTooOld: false,
  closed: false,
  ...changes,
});
const key = (changes: Partial<KeyStanding> = {}): KeyStanding => ({
  kind: 'api_key',
  keyId: 'k',
  ownerId: 'o',
  scopes: SCOPES,
  reach: 'own',
  closed: false,
  ...changes,
});
const action = (name: (typeof ACTIONS)[number]): RouteAccess => ({ kind: 'action', action: name });
const OWN: RouteAccess = { kind: 'person', beforeSecondFactor: false, withoutOwnFactors: false };
const OWN_BEFORE: RouteAccess = { kind: 'person', beforeSecondFactor: true, withoutOwnFactors: true };
const OWN_VOUCHED: RouteAccess = { kind: 'person', beforeSecondFactor: false, withoutOwnFactors: true };
const SIGNED_IN: RouteAccess = { kind: 'signed-in' };
const codeOf = (access: RouteAccess, standing: PersonStanding | KeyStanding) =>
  refusalOfAccess(access, standing)?.code ?? null;

describe('a person', () => {
  it('may what the table says of the role, in every role', () => {
    for (const role of ROLE_NAMES) {
      for (const name of ACTIONS) {
        expect([role, name, codeOf(action(name), person({ role }))]).toEqual([
          role,
          name,
          roleMay(role, name) ? null : 'forbidden',
        ]);
      }
    }
  });

  it('who does not belong to the organization finds none, whatever is asked', () => {
    for (const name of ACTIONS) expect(codeOf(action(name), person({ role: null }))).toBe('not-found');
  });

  it('who has a second factor and has not given it can do nothing but give it', () => {
    const halfway = person({ hasSecondFactor: true });
    const accesses = [action('records.read'), OWN, SIGNED_IN, OWN_BEFORE];
    expect(accesses.map((access) => codeOf(access, halfway))).toEqual([
      'second-factor-needed',
      'second-factor-needed',
      'second-factor-needed',
      null,
    ]);
    // nor learn whether an organization is there
    expect(codeOf(action('records.read'), { ...halfway, role: null })).toBe('second-factor-needed');
  });

  it('whose sessions were ended in the organization is told to sign in again, once they gave their second factor', () => {
    const before = person({ role: null, signInTooOld: true });
    for (const name of ACTIONS) expect(codeOf(action(name), before)).toBe('new-sign-in-needed');
    expect(codeOf(action('records.read'), { ...before, hasSecondFactor: true })).toBe('second-factor-needed');
    expect([codeOf(OWN, before), codeOf(SIGNED_IN, before)]).toEqual([null, null]);
  });

  it('of whom one is demanded can set one up, and nothing in the organization before', () => {
    const without = person({ secondFactorDemanded: true });
    expect([action('records.read'), OWN].map((access) => codeOf(access, without))).toEqual([
      'second-factor-needed',
      null,
    ]);
    expect(
      codeOf(action('records.read'), { ...without, hasSecondFactor: true, secondFactorGiven: true }),
    ).toBeNull();
  });
});

describe('single sign-on', () => {
  it("opens its organization, and of what is the person's own only what leads to more", () => {
    const vouched = person({ ownFactors: false });
    const accesses = [action('records.read'), SIGNED_IN, OWN_BEFORE, OWN_VOUCHED, OWN];
    expect(accesses.map((access) => codeOf(access, vouched))).toEqual([
      ...[null, null, null, null],
      'own-factors-needed',
    ]);
    expect(codeOf(action('records.read'), { ...vouched, role: null })).toBe('not-found');
    expect(codeOf(OWN_VOUCHED, { ...vouched, hasSecondFactor: true })).toBe('second-factor-needed');
  });

  it('where it is demanded, owners and those from outside come in with a second factor of their own, and nobody else', () => {
    const codes = ROLE_NAMES.map((role) => {
      const without = person({ role, singleSignOnMissing: true });
      const withFactor = { ...without, hasSecondFactor: true, secondFactorGiven: true };
      return [role, ...[without, withFactor].map((one) => codeOf(action('records.read'), one))];
    });
    const beside = ['second-factor-needed', null];
    const never = ['single-sign-on-needed', 'single-sign-on-needed'];
    expect(codes).toEqual([
      ['owner', ...beside],
      ['security_official', ...never],
      ['privacy_official', ...never],
      ['clinician', ...never],
      ['staff', ...never],
      ['consultant', ...beside],
      ['auditor', ...beside],
    ]);
  });
});

describe('a closed organization', () => {
  const changes = (access: RouteAccess, standing: PersonStanding | KeyStanding) =>
    refusalOfClosed(access, standing, 'POST')?.code ?? null;

  it('is read, and changed by nothing but what may do so while it is closed', () => {
    for (const standing of [person({ closed: true }), key({ closed: true })]) {
      expect(changes(action('records.write'), standing)).toBe('organization-closed');
      for (const method of ['GET', 'HEAD'])
        expect(refusalOfClosed(action('records.read'), standing, method)).toBeNull();
      const reopening: RouteAccess = { kind: 'action', action: 'organization.close', whileClosed: true };
      expect([changes(reopening, standing), changes(OWN, standing)]).toEqual([null, null]);
    }
    expect(changes(action('records.write'), person())).toBeNull();
  });
});

describe('an API key', () => {
  it('may what its scopes say and never what people answer for', () => {
    expect(codeOf(action('records.read'), key({ scopes: ['records.read'] }))).toBeNull();
    expect(codeOf(action('records.write'), key({ scopes: ['records.read'] }))).toBe('forbidden');
    expect(codeOf(action('assessments.seal'), key({ scopes: ACTIONS }))).toBe('forbidden');
  });

  it('of a firm may in a practice that it serves what a consultant may', () => {
    for (const name of SCOPES) {
      expect([name, codeOf(action(name), key({ reach: 'served' }))]).toEqual([
        name,
        roleMay('consultant', name) ? null : 'forbidden',
      ]);
    }
  });

  it('finds no organization but those', () => {
    expect(codeOf(action('records.read'), key({ reach: null }))).toBe('not-found');
  });

  it('reads the catalogs and is nobody with an account', () => {
    expect([codeOf(SIGNED_IN, key()), codeOf(OWN, key())]).toEqual([null, 'forbidden']);
  });
});
