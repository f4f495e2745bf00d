import { KeyField, PartialFields } from '../common/fields';
import { AsResponse } from '../records/as-response';
import { ChecklistFields } from './checklist.fields';

export class CreateChecklistDto extends ChecklistFields {
  @KeyField({ example: 'northlight-scribe-2026' })
  key: string;

  @KeyField({ description: 'Key of the service; one checklist a service.', example: 'northlight-scribe' })
  service: string;
}

export class UpdateChecklistDto extends PartialFields(ChecklistFields) {}

export class ChecklistResponse extends AsResponse(CreateChecklistDto) {}
