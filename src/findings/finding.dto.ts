import { KeyField, PartialFields } from '../common/fields';
import { AsResponse } from '../records/as-response';
import { FindingFields } from './finding.fields';

export class CreateFindingDto extends FindingFields {
  @KeyField({ example: 'passwords-alone-2026-11' })
  key: string;
}

export class UpdateFindingDto extends PartialFields(FindingFields) {}

export class FindingResponse extends AsResponse(CreateFindingDto) {}
