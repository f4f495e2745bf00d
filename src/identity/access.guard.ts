// Every request passes here: who is it, and may they? What a route asks stands on the route (permissions/route-access.ts).
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { validate as isUuid } from 'uuid';
import { PublicAddress } from '../common/public-address';
import { DomainError } from '../common/problems/domain.error';
import { isForPeople, ROUTE_ACCESS, type RouteAccess } from '../permissions/route-access';
import { RateLimits, type Policy } from '../rate-limits/rate-limits.service';
import { organizationNotFound, refusalOfAccess, refusalOfClosed, refusalOfKey } from './access-decision';
import type { AuthenticatedRequest, Caller, PersonCaller } from './caller';
import { credentialOf } from './credential';
import { isOfAnotherSite } from './same-origin';
import type { Standing } from './standing';
import { Standings } from './standings.service';
import { VendorLinkEntry } from './vendor-link-entry';

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly standings: Standings,
    private readonly address: PublicAddress,
    private readonly limits: RateLimits,
    private readonly vendorLinks: VendorLinkEntry,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.accessOf(context);
    const http = context.switchToHttp();
    const [request, reply] = [http.getRequest<AuthenticatedRequest>(), http.getResponse<FastifyReply>()];
    if (access.kind === 'public') {
      if (!access.uncounted) await this.limits.countAddress(request.ip, reply);
      return true;
    }
    if (access.kind === 'vendor-link') {
      request.caller = await this.vendorLinks.enter(request, reply);
      return true;
    }
    const organizationId = access.kind === 'action' ? organizationOf(request) : null;
    const standing = await this.standingOf(request, reply, organizationId);
    request.caller = callerOf(standing, request, organizationId); // also for the log of what is refused
    await this.limits.count(policyOf(access, standing), subjectOf(standing), reply);
    if (access.kind === 'action' && !organizationId) throw organizationNotFound();
    const refusal =
      refusalOfAccess(access, standing) ??
      refusalOfClosed(access, standing, request.method) ??
      (isForPeople(this.reflector, context.getClass()) ? refusalOfKey(standing) : null);
    if (refusal) throw refusal;
    return true;
  }

  private accessOf(context: ExecutionContext): RouteAccess {
    const handlers = [context.getHandler(), context.getClass()];
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, handlers);
    if (!access) throw new Error(`${handlers[1]?.name}.${handlers[0]?.name} does not say who may call it`);
    return access;
  }

  private async standingOf(
    request: AuthenticatedRequest,
    reply: FastifyReply,
    organizationId: string | null,
  ): Promise<Standing> {
    const credential = credentialOf(request.headers, this.address.isPlainOnThisMachine);
    if (credential?.fromCookie && isOfAnotherSite(request, this.address.origin)) {
      throw new DomainError(
        'cross-site-request',
        'A request with the session cookie has to come from our own pages.',
      );
    }
    const standing =
      credential &&
      (await this.standings.of(credential, organizationId, () =>
        this.limits.refuseExhausted(request.ip, reply),
      ));
    if (standing) return standing;
    await this.limits.countAddress(request.ip, reply);
    throw new DomainError(
      'unauthenticated',
      'The session or API key is missing, unknown, expired or revoked.',
    );
  }
}

function policyOf(access: RouteAccess, { kind }: Standing): Policy {
  if (access.kind === 'action' && access.action === 'clearance.ask') return 'clearance';
  return kind === 'api_key' ? 'keys' : 'people';
}

function subjectOf(standing: Standing): string {
  return standing.kind === 'api_key' ? standing.keyId : standing.personId;
}

/** The organization of the address; null when what stands there is no id. */
function organizationOf({ params }: AuthenticatedRequest): string | null {
  const { organizationId } = params as { organizationId?: unknown };
  return typeof organizationId === 'string' && isUuid(organizationId) ? organizationId.toLowerCase() : null;
}

function callerOf(
  standing: Standing,
  { id: requestId, ip: address }: AuthenticatedRequest,
  organizationId: string | null,
): Caller | PersonCaller {
  if (standing.kind === 'api_key') {
    const onBehalfOf = standing.ownerId === organizationId ? null : standing.ownerId;
    return { kind: 'api_key', id: standing.keyId, onBehalfOf, requestId, address };
  }
  return {
    kind: 'person',
    id: standing.personId,
    onBehalfOf: standing.firmId,
    requestId,
    address,
    sessionId: standing.sessionId,
    secondFactorGiven: standing.secondFactorGiven,
  };
}
