import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { recordsController } from '../../records/records.controller';
import { CreateExitPlanDto, ExitPlanResponse, UpdateExitPlanDto } from './exit-plan.dto';
import { EXIT_PLAN } from './exit-plan.record';

@ApiTags('Exit plans')
@Controller('v1/organizations/:organizationId/exit-plans')
export class ExitPlansController extends recordsController({
  kind: EXIT_PLAN,
  create: CreateExitPlanDto,
  update: UpdateExitPlanDto,
  response: ExitPlanResponse,
}) {}
