import { KeyField, PartialFields } from '../common/fields';
import { AsResponse } from '../records/as-response';
import { ModelCardFields } from './model-card.fields';

export class CreateModelCardDto extends ModelCardFields {
  @KeyField({ example: 'notewriter-2026-2' })
  key: string;

  @KeyField({ description: 'Key of the service that uses the model.', example: 'northlight-scribe' })
  service: string;
}

export class UpdateModelCardDto extends PartialFields(ModelCardFields) {}

export class ModelCardResponse extends AsResponse(CreateModelCardDto) {}
