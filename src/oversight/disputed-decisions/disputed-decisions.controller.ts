import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { recordsController } from '../../records/records.controller';
import {
  CreateDisputedDecisionDto,
  DisputedDecisionResponse,
  UpdateDisputedDecisionDto,
} from './disputed-decision.dto';
import { DISPUTED_DECISION } from './disputed-decision.record';

@ApiTags('Disputed decisions')
@Controller('v1/organizations/:organizationId/disputed-decisions')
export class DisputedDecisionsController extends recordsController({
  kind: DISPUTED_DECISION,
  create: CreateDisputedDecisionDto,
  update: UpdateDisputedDecisionDto,
  response: DisputedDecisionResponse,
}) {}
