import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { recordsController } from '../../records/records.controller';
import {
  CreatePerformanceMeasurementDto,
  PerformanceMeasurementResponse,
  UpdatePerformanceMeasurementDto,
} from './performance-measurement.dto';
import { PERFORMANCE_MEASUREMENT } from './performance-measurement.record';

@ApiTags('Performance measurements')
@Controller('v1/organizations/:organizationId/performance-measurements')
export class PerformanceMeasurementsController extends recordsController({
  kind: PERFORMANCE_MEASUREMENT,
  create: CreatePerformanceMeasurementDto,
  update: UpdatePerformanceMeasurementDto,
  response: PerformanceMeasurementResponse,
}) {}
