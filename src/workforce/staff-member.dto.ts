import { KeyField, PartialFields } from '../common/fields';
import { AsResponse } from '../records/as-response';
import { StaffMemberFields } from './staff-member.fields';

export class CreateStaffMemberDto extends StaffMemberFields {
  @KeyField({ example: 'dana-whitfield' })
  key: string;
}

export class UpdateStaffMemberDto extends PartialFields(StaffMemberFields) {}

export class StaffMemberResponse extends AsResponse(CreateStaffMemberDto) {}
