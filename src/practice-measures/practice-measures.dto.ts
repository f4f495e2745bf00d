import { KeyField, PartialFields } from '../common/fields';
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

export class UpdatePracticeMeasuresDto extends PartialFields(PracticeMeasuresFields) {}

export class PracticeMeasuresResponse extends AsResponse(CreatePracticeMeasuresDto) {}
