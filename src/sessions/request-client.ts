// Where a request comes from, as far as it says: kept with a session so that its person knows it again, and counted when signing in fails.
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

const LONGEST_CLIENT = 200;

export interface RequestClient {
  address: string;
  /** what the program calls itself; null when it says nothing */
  client: string | null;
  requestId: string;
}

export const CurrentClient = createParamDecorator(
  (_data: unknown, context: ExecutionContext): RequestClient => {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const agent = (request.headers['user-agent'] ?? '').replaceAll(/[^\x20-\x7e]/g, '').trim();
    return { address: request.ip, client: agent.slice(0, LONGEST_CLIENT) || null, requestId: request.id };
  },
);
