// Who calls: known to every use case, so that every write names its actor and the organization in whose name it acted.
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

export interface Caller {
  kind: 'person' | 'api_key' | 'vendor_link' | 'system';
  /** id of the person, of the API key or of the link that a vendor came by; null for the system itself */
  id: string | null;
  /** the organization in whose name: the firm of a consultant, the owner of an API key; null where that is the organization itself */
  onBehalfOf: string | null;
  /** null for work that no request asked for */
  requestId: string | null;
  /** from where the request came: the client's network address; null for work that no request asked for */
  address: string | null;
}

/** A person with the session in which they act: for what is their own. */
export interface PersonCaller extends Caller {
  kind: 'person';
  id: string;
  sessionId: string;
  requestId: string;
  secondFactorGiven: boolean;
}

/** Work that no request asked for: jobs and sweeps. */
export const SYSTEM_CALLER: Caller = {
  kind: 'system',
  id: null,
  onBehalfOf: null,
  requestId: null,
  address: null,
};

/** Somebody on the side of a vendor, who came by a link: known by the link alone, for its one questionnaire. */
export interface VendorLinkCaller extends Caller {
  kind: 'vendor_link';
  id: string;
  organizationId: string;
  questionnaireId: string;
}

export interface AuthenticatedRequest extends FastifyRequest {
  caller?: Caller | PersonCaller | VendorLinkCaller;
}

export const CurrentCaller = createParamDecorator((_data: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (!caller) throw new Error('a route without authentication asked for its caller');
  return caller;
});

export const CurrentPerson = createParamDecorator(
  (_data: unknown, context: ExecutionContext): PersonCaller => {
    const { caller } = context.switchToHttp().getRequest<AuthenticatedRequest>();
    if (!caller || !isPerson(caller))
      throw new Error('a route that is not for people alone asked for its person');
    return caller;
  },
);

export const CurrentVendorLink = createParamDecorator(
  (_data: unknown, context: ExecutionContext): VendorLinkCaller => {
    const { caller } = context.switchToHttp().getRequest<AuthenticatedRequest>();
    if (!caller || !isVendorLink(caller))
      throw new Error('a route that is not for vendor links asked for one');
    return caller;
  },
);

export function isVendorLink(caller: Caller): caller is VendorLinkCaller {
  return caller.kind === 'vendor_link';
}

export function isPerson(caller: Caller): caller is PersonCaller {
  return caller.kind === 'person';
}
