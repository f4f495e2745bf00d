// Checks what a request brings against its DTO. Records are judged as in a dossier (common/fields/record-faults.ts): the same words,
// the same pointers. Queries, whose values come as text, are judged by class-validator as it is.
import {
  Injectable,
  ValidationPipe,
  type ArgumentMetadata,
  type PipeTransform,
  type Type,
} from '@nestjs/common';
import { passConfirmed } from '../client-identifiers/confirmed-text';
import { identifierFindings } from '../client-identifiers/identifier-findings';
import { FaultList } from '../faults';
import { fieldsOf, findRecordFaults, type Constructor } from '../fields';
import { DomainError, type Fault } from '../problems/domain.error';
import { faultsOf } from '../problems/validation-faults';
import { FormBody } from './form-body';

@Injectable()
export class RequestValidation implements PipeTransform {
  private readonly ofQueries = new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    exceptionFactory: (errors) => refusal(faultsOf(errors)),
  });

  /** false for a body of which nothing is stored */
  protected readonly isScreened: boolean = true;

  /** @param expectedType the DTO, where the parameter's own type does not say it (shared controllers) */
  constructor(private readonly expectedType?: Type<unknown>) {}

  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    if (metadata.type === 'param' || metadata.type === 'custom') return value; // checked by what reads them: UuidParam, IfMatch
    const type = this.expectedType ?? metadata.metatype;
    if (metadata.type !== 'body' || !type) return this.ofQueries.transform(value, metadata) as unknown;
    if (Buffer.isBuffer(value) || value instanceof FormBody) {
      throw new DomainError('media-type-unsupported', 'This address takes application/json.');
    }
    if (fieldsOf(type as Constructor).length === 0) return value;
    const faults = new FaultList();
    findRecordFaults(type as Constructor, value, faults);
    if (!faults.isEmpty) throw refusal(faults.faults);
    if (this.isScreened) passConfirmed(identifierFindings(type as Constructor, value as object));
    return value;
  }
}

function refusal(faults: readonly Fault[]): DomainError {
  return new DomainError('request-invalid', 'The request has fields that are wrong or missing.', faults);
}
