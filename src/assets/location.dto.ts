import { KeyField, PartialFields } from '../common/fields';
import { AsResponse } from '../records/as-response';
import { LocationFields } from './location.fields';

export class CreateLocationDto extends LocationFields {
  @KeyField({ example: 'main-office' })
  key: string;
}

export class UpdateLocationDto extends PartialFields(LocationFields) {}

export class LocationResponse extends AsResponse(CreateLocationDto) {}
