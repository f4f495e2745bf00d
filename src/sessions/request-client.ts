// Where a request comes from, as far as it says: kept with a session so that its person knows it again, and counted when signing in fails.
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../identity/caller';

const LONGEST_CLIENT = 200;

export interface RequestClient {
  address: string;
  /** what the program calls itself; null when it says nothing */
  client: string | null;
  requestId: string;
}

/** Where a request of somebody who had no session yet came from, as the audit log says it. */
export function originOf({ requestId, address }: RequestClient): Pick<Caller, 'requestId' | 'address'> {
  return { requestId, address };
}

export const CurrentClient = createParamDecorator(
  (_data: unknown, context: ExecutionContext): RequestClient => {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const agent = (request.headers['user-agent'] ?? '').replaceAll(/[^\x20-\x7e]/g, '').trim();
    return { address: request.ip, client: agent.slice(0, LONGEST_CLIENT) || null, requestId: request.id };
  },
);
