import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { recordsController } from '../records/records.controller';
import { CreateSoc2ReportDto, Soc2ReportResponse, UpdateSoc2ReportDto } from './soc2-report.dto';
import { SOC2_REPORT } from './soc2-report.record';

@ApiTags('SOC 2 reports')
@Controller('v1/organizations/:organizationId/soc2-reports')
export class Soc2ReportsController extends recordsController({
  kind: SOC2_REPORT,
  create: CreateSoc2ReportDto,
  update: UpdateSoc2ReportDto,
  response: Soc2ReportResponse,
}) {}
