import type { Type } from '@nestjs/common';
import { IdField, InstantField, IntegerField } from '../common/fields';

interface RecordMeta {
  id: string;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

/** A record as the API answers with it: its fields, and what Duecare keeps beside them. */
export function AsResponse<T extends object>(fields: Type<T>): Type<T & RecordMeta> {
  class Response extends (fields as Type<object>) {
    @IdField()
    id: string;

    @IntegerField({
      description: 'Version of the record, also sent as ETag.',
      example: 1,
      minimum: 1,
      maximum: 2147483647,
    })
    version: number;

    @InstantField({ description: 'When the record was made.' })
    createdAt: Date;

    @InstantField({ description: 'When the record last changed.' })
    updatedAt: Date;
  }
  return Response as unknown as Type<T & RecordMeta>;
}
