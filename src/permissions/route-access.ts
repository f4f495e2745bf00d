// Every route says who may call it, in one of five ways. One that says nothing is refused to everybody.
import { applyDecorators, SetMetadata, type Type } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import { ApiProblems } from '../common/http/api-problems';
import type { ProblemCode } from '../common/problems/problem-catalogue';
import type { Action } from './roles';

export type RouteAccess =
  | { kind: 'public'; uncounted: boolean }
  | { kind: 'signed-in' }
  | { kind: 'person'; beforeSecondFactor: boolean; withoutOwnFactors: boolean }
  | { kind: 'vendor-link' }
  | { kind: 'action'; action: Action; whileClosed?: boolean };

export const ROUTE_ACCESS = 'duecare:route-access';

type Access = MethodDecorator & ClassDecorator;

const FOR_PEOPLE = 'duecare:for-people';

/** Pages join what the API gives by several permissions, so a key of one of them opens none. */
export const ForPeople = (): ClassDecorator => SetMetadata(FOR_PEOPLE, true);

export const isForPeople = (reflector: Reflector, controller: Type): boolean =>
  reflector.get<boolean | undefined>(FOR_PEOPLE, controller) === true;

const open = (value: RouteAccess): Access => SetMetadata(ROUTE_ACCESS, value);

/** Refusals that only some routes can answer, by what the route asks. */
const REFUSALS: Readonly<Record<RouteAccess['kind'], readonly ProblemCode[]>> = {
  public: [],
  'signed-in': [],
  person: ['own-factors-needed'],
  'vendor-link': ['vendor-link-unusable'],
  action: ['single-sign-on-needed', 'new-sign-in-needed'],
};

const guarded = (value: RouteAccess, refusals: readonly ProblemCode[] = []): Access =>
  applyDecorators(
    open(value),
    ApiProblems(
      'forbidden',
      'second-factor-needed',
      'cross-site-request',
      ...REFUSALS[value.kind],
      ...refusals,
    ),
  );

/**
 * Anybody, signed in or not: health, descriptions of problems, signing in.
 * @param options `uncounted`: no limit of requests, for those who ask whether the process is well
 */
export const Public = ({ uncounted = false }: { uncounted?: boolean } = {}): Access =>
  open({ kind: 'public', uncounted });

/** Every person and every API key: what belongs to no organization, such as the catalogs. */
export const SignedIn = (): Access => guarded({ kind: 'signed-in' });

/**
 * A person, for what is their own: account, sessions, second factors. Never an API key.
 * @param options `beforeSecondFactor`: also while a second factor has still to be given; `withoutOwnFactors`: also in a session that rests on the
 * word of an identity provider alone; `refusals`: for what else it answers 403
 */
export const OfPerson = ({
  beforeSecondFactor = false,
  withoutOwnFactors = beforeSecondFactor,
  refusals = [],
}: {
  beforeSecondFactor?: boolean;
  withoutOwnFactors?: boolean;
  refusals?: readonly ProblemCode[];
} = {}): Access => guarded({ kind: 'person', beforeSecondFactor, withoutOwnFactors }, refusals);

/** Somebody on a vendor's side who began by a link: for the one questionnaire of that link. No person and no API key, and nothing else. */
export const ForVendorLink = (): Access => open({ kind: 'vendor-link' });

/**
 * Those whom the table in roles.ts allows the action, in the organization of the address.
 * @param options `refusals`: for what else it answers 403; `whileClosed`: is reached also in an organization that is closed,
 * and itself refuses what must not be done there
 */
export const Allows = (
  action: Action,
  { refusals = [], whileClosed = false }: { refusals?: readonly ProblemCode[]; whileClosed?: boolean } = {},
): Access => guarded({ kind: 'action', action, whileClosed }, refusals);
