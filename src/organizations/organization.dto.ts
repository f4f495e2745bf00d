import { KeyField, PartialFields } from '../common/fields';
import { AsResponse } from '../records/as-response';
import { PracticeFields } from './practice.fields';

export class CreateOrganizationDto extends PracticeFields {
  @KeyField({ description: 'Key of the practice.', example: 'harbor-light' })
  key: string;
}

export class UpdateOrganizationDto extends PartialFields(PracticeFields) {}

export class OrganizationResponse extends AsResponse(CreateOrganizationDto) {}
