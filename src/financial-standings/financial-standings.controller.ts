import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { recordsController } from '../records/records.controller';
import {
  CreateFinancialStandingDto,
  FinancialStandingResponse,
  UpdateFinancialStandingDto,
} from './financial-standing.dto';
import { FINANCIAL_STANDING } from './financial-standing.record';

@ApiTags('Financial standings')
@Controller('v1/organizations/:organizationId/financial-standings')
export class FinancialStandingsController extends recordsController({
  kind: FINANCIAL_STANDING,
  create: CreateFinancialStandingDto,
  update: UpdateFinancialStandingDto,
  response: FinancialStandingResponse,
}) {}
