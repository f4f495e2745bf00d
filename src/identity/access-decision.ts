// May they? From what a route asks and who calls, nothing else.
import { DomainError } from '../common/problems/domain.error';
import { organizationClosed } from '../common/problems/organization-closed';
import { PERMISSIONS, roleMay, type Action, type Role } from '../permissions/roles';
import type { RouteAccess } from '../permissions/route-access';
import type { KeyStanding, PersonStanding, Standing } from './standing';

/**
 * Who comes in with password and second factor where single sign-on is demanded: owners, or a broken provider would lock the practice out; and those
 * from outside, who have no account at its provider.
 */
const MAY_COME_BESIDE_SINGLE_SIGN_ON: readonly Role[] = ['owner', 'consultant', 'auditor'];

/** @returns the refusal, or null for whoever may */
export function refusalOfAccess(access: RouteAccess, standing: Standing): DomainError | null {
  if (access.kind === 'public') return null;
  return standing.kind === 'person' ? ofPerson(access, standing) : ofKey(access, standing);
}

const READING = ['GET', 'HEAD'];

/** @returns the refusal of whatever would change a closed organization; it is told to those who may, so after refusalOfAccess */
export function refusalOfClosed(
  access: RouteAccess,
  { closed }: Standing,
  method: string,
): DomainError | null {
  if (!closed || access.kind !== 'action' || access.whileClosed || READING.includes(method)) return null;
  return organizationClosed();
}

/** @returns the refusal of a key where people alone are let in */
export function refusalOfKey({ kind }: Standing): DomainError | null {
  return kind === 'api_key' ? forPeople() : null;
}

function ofPerson(access: RouteAccess, standing: PersonStanding): DomainError | null {
  const halfway = standing.hasSecondFactor && !standing.secondFactorGiven;
  if (halfway && !(access.kind === 'person' && access.beforeSecondFactor)) return secondFactorNotGiven();
  if (access.kind === 'person' && !access.withoutOwnFactors && !standing.ownFactors)
    return ownFactorsMissing();
  if (access.kind !== 'action') return null;
  if (standing.signInTooOld) return signInTooOld();
  if (!standing.role) return organizationNotFound();
  const comesBesideIt =
    standing.singleSignOnMissing && MAY_COME_BESIDE_SINGLE_SIGN_ON.includes(standing.role);
  if (standing.singleSignOnMissing && !comesBesideIt) return singleSignOnMissing();
  if ((standing.secondFactorDemanded || comesBesideIt) && !standing.secondFactorGiven)
    return secondFactorMissing();
  return roleMay(standing.role, access.action) ? null : forbidden(access.action);
}

function ofKey(access: RouteAccess, { scopes, reach }: KeyStanding): DomainError | null {
  if (access.kind === 'person') return forPeople();
  if (access.kind !== 'action') return null;
  const { action } = access;
  if (!reach) return organizationNotFound();
  if (!PERMISSIONS[action].scope || !scopes.includes(action)) return forbidden(action);
  return reach === 'own' || roleMay('consultant', action) ? null : forbidden(action);
}

/** The same words whether there is no such organization or it is somebody else's. */
export function organizationNotFound(): DomainError {
  return new DomainError('not-found', 'There is no organization with this id.');
}

function forPeople(): DomainError {
  return new DomainError('forbidden', 'This is for people who are signed in, not for API keys.');
}

function forbidden(action: Action): DomainError {
  return new DomainError(
    'forbidden',
    `This takes the permission "${action}" (docs/roles.md says who has it).`,
  );
}

function ownFactorsMissing(): DomainError {
  return new DomainError(
    'own-factors-needed',
    'This session rests on an identity provider. Give your own password first: POST /v1/session/password.',
  );
}

function singleSignOnMissing(): DomainError {
  return new DomainError(
    'single-sign-on-needed',
    'Here everybody in your role signs in by single sign-on: POST /v1/single-sign-on/flows.',
  );
}

function signInTooOld(): DomainError {
  return new DomainError(
    'new-sign-in-needed',
    'Your sessions in this organization were ended, and this one began before. Sign in again: POST /v1/sessions.',
  );
}

function secondFactorNotGiven(): DomainError {
  return new DomainError(
    'second-factor-needed',
    'Give your second factor first: POST /v1/session/second-factor.',
  );
}

function secondFactorMissing(): DomainError {
  return new DomainError(
    'second-factor-needed',
    'Here everybody in your role signs in with a second factor. Set one up first: POST /v1/account/totp.',
  );
}
