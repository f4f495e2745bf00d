// An answer that was given before. A guard can only let pass or throw, so it is thrown, and sent by its own filter.
import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Answer } from './idempotency-keys';

export const REPLAYED_HEADER = 'idempotency-replayed';

export class ReplayedAnswer extends Error {
  constructor(readonly answer: Answer) {
    super('answered before');
  }
}

@Catch(ReplayedAnswer)
export class ReplayFilter implements ExceptionFilter {
  catch({ answer }: ReplayedAnswer, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    void reply.status(answer.status).headers(answer.headers).header(REPLAYED_HEADER, 'true');
    void reply.send(answer.body === '' ? undefined : answer.body);
  }
}
