import { Injectable, Param, type PipeTransform } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { DomainError } from '../problems/domain.error';

/** Lower case whatever was typed: one record has one address. */
@Injectable()
class UuidPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (isUuid(value)) return value.toLowerCase();
    throw new DomainError('not-found', 'An id in the address is not a UUID, so there is no such record.');
  }
}

/** An id in the path. What is not a UUID names no record: 404, as for any other id that is not there. */
export function UuidParam(name: string): ParameterDecorator {
  return Param(name, UuidPipe);
}
