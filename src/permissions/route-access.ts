// Every route says who may call it, in one of four ways. One that says nothing is refused to everybody.
import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Action } from './roles';

export type RouteAccess =
  | { kind: 'public' }
  | { kind: 'signed-in' }
  | { kind: 'person'; beforeSecondFactor: boolean }
  | { kind: 'action'; action: Action };

export const ROUTE_ACCESS = 'duecare:route-access';

const access = (value: RouteAccess): CustomDecorator => SetMetadata(ROUTE_ACCESS, value);

/** Anybody, signed in or not: health, descriptions of problems, signing in. */
export const Public = (): CustomDecorator => access({ kind: 'public' });

/** Every person and every API key: what belongs to no organization, such as the catalogs. */
export const SignedIn = (): CustomDecorator => access({ kind: 'signed-in' });

/**
 * A person, for what is their own: account, sessions, second factors. Never an API key.
 * @param beforeSecondFactor also while a second factor has still to be given
 */
export const OfPerson = ({ beforeSecondFactor = false } = {}): CustomDecorator =>
  access({ kind: 'person', beforeSecondFactor });

/** Those whom the table in roles.ts allows the action, in the organization of the address. */
export const Allows = (action: Action): CustomDecorator => access({ kind: 'action', action });
