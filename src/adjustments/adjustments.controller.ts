import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { recordsController } from '../records/records.controller';
import { AdjustmentResponse, CreateAdjustmentDto, UpdateAdjustmentDto } from './adjustment.dto';
import { ADJUSTMENT } from './adjustment.record';

@ApiTags("Assessor's adjustments")
@Controller('v1/organizations/:organizationId/adjustments')
export class AdjustmentsController extends recordsController({
  kind: ADJUSTMENT,
  create: CreateAdjustmentDto,
  update: UpdateAdjustmentDto,
  response: AdjustmentResponse,
  write: 'adjustments.write',
}) {}
