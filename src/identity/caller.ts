// Who calls: known to every use case, so that every write names its actor.
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

export interface Caller {
  kind: 'api_key' | 'system';
  /** id of the API key; null for the system itself */
  id: string | null;
  /** null for work that no request asked for */
  requestId: string | null;
  /** from where the request came: the client's network address */
  address?: string;
}

/** Work that no request asked for: jobs and sweeps. */
export const SYSTEM_CALLER: Caller = { kind: 'system', id: null, requestId: null };

export interface AuthenticatedRequest extends FastifyRequest {
  apiKeyId?: string;
}

export const CurrentCaller = createParamDecorator((_data: unknown, context: ExecutionContext): Caller => {
  const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (!request.apiKeyId) throw new Error('a route without authentication asked for its caller');
  return { kind: 'api_key', id: request.apiKeyId, requestId: request.id, address: request.ip };
});
