// The body of a record: judged as any request's, and taken in the one form in which records are stored.
import { Injectable, type ArgumentMetadata, type Type } from '@nestjs/common';
import { givenRecordOf } from '../common/fields';
import { RequestValidation } from '../common/http/request-validation';

@Injectable()
export class RecordValidation extends RequestValidation {
  constructor(private readonly record: Type<object>) {
    super(record);
  }

  override transform(value: unknown, metadata: ArgumentMetadata): unknown {
    return givenRecordOf(this.record, super.transform(value, metadata) as object);
  }
}
