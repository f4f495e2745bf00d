import { Param, ParseUUIDPipe } from '@nestjs/common';
import { DomainError } from '../problems/domain.error';

const pipe = new ParseUUIDPipe({
  exceptionFactory: () =>
    new DomainError('not-found', 'An id in the address is not a UUID, so there is no such record.'),
});

/** An id in the path. What is not a UUID names no record: 404, as for any other id that is not there. */
export function UuidParam(name: string): ParameterDecorator {
  return Param(name, pipe);
}
