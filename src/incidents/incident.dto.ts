import { KeyField, PartialFields } from '../common/fields';
import { AsResponse } from '../records/as-response';
import { IncidentFields } from './incident.fields';

export class CreateIncidentDto extends IncidentFields {
  @KeyField({ example: 'draft-shown-2026-09' })
  key: string;
}

export class UpdateIncidentDto extends PartialFields(IncidentFields) {}

export class IncidentResponse extends AsResponse(CreateIncidentDto) {}
