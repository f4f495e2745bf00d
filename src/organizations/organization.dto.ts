import { DateField, InstantField, KeyField, PartialFields } from '../common/fields';
import { AsResponse } from '../records/as-response';
import { PracticeFields } from './practice.fields';

export class CreateOrganizationDto extends PracticeFields {
  @KeyField({ description: 'Key of the practice.', example: 'harbor-light' })
  key: string;
}

export class UpdateOrganizationDto extends PartialFields(PracticeFields) {}

export class OrganizationResponse extends AsResponse(CreateOrganizationDto) {
  @InstantField({ description: 'When it was closed: it is read and no longer changed.', optional: true })
  closedAt: Date | null;

  @DateField({ description: 'The day on which it is erased, once closed.', optional: true })
  eraseOn: string | null;
}
