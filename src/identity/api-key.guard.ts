import {
  Injectable,
  SetMetadata,
  type CanActivate,
  type CustomDecorator,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '../common/problems/domain.error';
import { ApiKeysService } from './api-keys.service';
import type { AuthenticatedRequest } from './caller';

const PUBLIC = 'duecare:public';

/** A route that anybody may call: health, documentation, problem types. */
export const Public = (): CustomDecorator => SetMetadata(PUBLIC, true);

/** Every route asks for an API key unless it is marked @Public. */
@Injectable()
export class ApiKeyGuard implements CanActivate {
  constructor(
    private readonly apiKeys: ApiKeysService,
    private readonly reflector: Reflector,
  ) {}

  /** Answers at once when the key is remembered: a promise would cost every request another turn. */
  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const handlers = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, handlers)) return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const id = this.authenticated(request.headers.authorization);
    return id instanceof Promise ? id.then((found) => admit(request, found)) : admit(request, id);
  }

  private authenticated(authorization: string | undefined): string | null | Promise<string | null> {
    const match = /^Bearer ([^\s]{1,200})$/i.exec(authorization ?? '');
    return match?.[1] ? this.apiKeys.authenticate(match[1]) : null;
  }
}

function admit(request: AuthenticatedRequest, id: string | null): true {
  if (!id) throw new DomainError('unauthenticated', 'The API key is missing, unknown or revoked.');
  request.apiKeyId = id;
  return true;
}
