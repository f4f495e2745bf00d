import { ValidationPipe, type Type } from '@nestjs/common';
import { DomainError } from '../problems/domain.error';
import { faultsOf } from '../problems/validation-faults';

/**
 * Checks a body or query against its DTO: unknown fields are refused, every fault is listed.
 * @param expectedType the DTO, where the parameter's own type does not say it (shared controllers)
 */
export function requestValidation(expectedType?: Type<unknown>): ValidationPipe {
  return new ValidationPipe({
    ...(expectedType ? { expectedType } : {}),
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    exceptionFactory: (errors) =>
      new DomainError(
        'request-invalid',
        'The request has fields that are wrong or missing.',
        faultsOf(errors),
      ),
  });
}
