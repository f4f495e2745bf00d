import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { recordsController } from '../records/records.controller';
import { CreateStaffMemberDto, StaffMemberResponse, UpdateStaffMemberDto } from './staff-member.dto';
import { STAFF_MEMBER } from './staff-member.record';

@ApiTags('Workforce')
@Controller('v1/organizations/:organizationId/staff-members')
export class StaffMembersController extends recordsController({
  kind: STAFF_MEMBER,
  create: CreateStaffMemberDto,
  update: UpdateStaffMemberDto,
  response: StaffMemberResponse,
}) {}
