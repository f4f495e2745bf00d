import { PartialType } from '@nestjs/swagger';
import { KeyField } from '../common/fields';
import { AsResponse } from '../records/as-response';
import { PracticeMeasuresFields } from './practice-measures.fields';

export class CreatePracticeMeasuresDto extends PracticeMeasuresFields {
  @KeyField({ example: 'northlight-scribe-measures' })
  key: string;

  @KeyField({
    description: 'Key of the service; one record of measures a service.',
    example: 'northlight-scribe',
  })
  service: string;
}

export class UpdatePracticeMeasuresDto extends PartialType(PracticeMeasuresFields, {
  skipNullProperties: false,
}) {}

export class PracticeMeasuresResponse extends AsResponse(CreatePracticeMeasuresDto) {}
