import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { recordsController } from '../records/records.controller';
import { ChecklistResponse, CreateChecklistDto, UpdateChecklistDto } from './checklist.dto';
import { CHECKLIST } from './checklist.record';

@ApiTags('AI Tech Checklists')
@Controller('v1/organizations/:organizationId/checklists')
export class ChecklistsController extends recordsController({
  kind: CHECKLIST,
  create: CreateChecklistDto,
  update: UpdateChecklistDto,
  response: ChecklistResponse,
  write: 'checklists.write',
}) {}
