// Behind the guard that knows who calls: takes the key of a POST, or answers with what was answered before.
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { CLOCK, type Clock } from '../common/clock';
import { isPerson, type AuthenticatedRequest, type Caller, type PersonCaller } from '../identity/caller';
import { ROUTE_ACCESS, type RouteAccess } from '../permissions/route-access';
import { digestOfUpload } from './digest-of-upload';
import { digestOfKey, digestOfRequest, idempotencyKeyOf } from './idempotency-key';
import { IdempotencyKeys } from './idempotency-keys';
import { decisionOn } from './key-decisions';
import type { KeyedRequest, RequestWithKey } from './keyed-request';
import { ReplayedAnswer } from './replayed-answer';

type KeyedPost = RequestWithKey & AuthenticatedRequest & { rawBody?: Buffer };

@Injectable()
export class IdempotencyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly keys: IdempotencyKeys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const request = context.switchToHttp().getRequest<KeyedPost>();
    const { keyed, caller } = request;
    if (!keyed || !caller?.id) return true; // no key, or a public route: there is nobody to keep it for
    const access = this.accessOf(context);
    if (isQuestion(access)) return true;
    return this.take(request, keyed, caller, isOfSession(access));
  }

  private async take(
    request: KeyedPost,
    keyed: KeyedRequest,
    caller: Caller | PersonCaller,
    ofSession: boolean,
  ): Promise<boolean> {
    const sessionId = ofSession && isPerson(caller) ? caller.sessionId : undefined;
    const place = { method: request.method, url: request.url, sessionId };
    const keyDigest = digestOfKey(idempotencyKeyOf(keyed.header), place);
    const bodyDigest = isUpload(request)
      ? null
      : digestOfRequest(request, request.rawBody ?? Buffer.alloc(0));
    const begun = await this.keys.begin({ callerId: caller.id as string, keyDigest, bodyDigest });
    if ('attempt' in begun) {
      keyed.begin(this.keys, begun.attempt);
      return true;
    }
    const now = this.clock.now();
    let answer = decisionOn(begun.stored, bodyDigest, now);
    if (answer === 'read-body') answer = decisionOn(begun.stored, await digestOfUpload(request), now);
    throw new ReplayedAnswer(await this.keys.read(answer as Buffer));
  }

  private accessOf(context: ExecutionContext): RouteAccess | undefined {
    return this.reflector.getAllAndOverride(ROUTE_ACCESS, [context.getHandler(), context.getClass()]);
  }
}

/**
 * A question of clearance is always answered anew: a permit of yesterday may be a deny today. Nor is anything kept of it, since a digest of who is asked for
 * could be guessed back.
 */
function isQuestion(access: RouteAccess | undefined): boolean {
  return access?.kind === 'action' && access.action === 'clearance.ask';
}

/** What is done to a session itself is done for one, not for every session of its person. */
function isOfSession(access: RouteAccess | undefined): boolean {
  return access?.kind === 'person' && access.beforeSecondFactor;
}

function isUpload(request: FastifyRequest): boolean {
  return request.isMultipart();
}
