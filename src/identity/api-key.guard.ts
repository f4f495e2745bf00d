import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '../common/problems/domain.error';
import { ROUTE_ACCESS, type RouteAccess } from '../permissions/route-access';
import { ApiKeysService } from './api-keys.service';
import type { AuthenticatedRequest } from './caller';

/** Every route asks for an API key unless it is marked @Public; one that says nothing of who may call it is refused. */
@Injectable()
export class ApiKeyGuard implements CanActivate {
  constructor(
    private readonly apiKeys: ApiKeysService,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handlers = [context.getHandler(), context.getClass()];
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, handlers);
    if (!access) throw new Error(`${handlers[1]?.name}.${handlers[0]?.name} does not say who may call it`);
    if (access.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const id = await this.authenticated(request.headers.authorization);
    if (!id) throw new DomainError('unauthenticated', 'The API key is missing, unknown or revoked.');
    request.apiKeyId = id;
    return true;
  }

  private async authenticated(authorization: string | undefined): Promise<string | null> {
    const match = /^Bearer ([^\s]{1,200})$/i.exec(authorization ?? '');
    return match?.[1] ? this.apiKeys.authenticate(match[1]) : null;
  }
}
