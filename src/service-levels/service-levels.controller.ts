import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { recordsController } from '../records/records.controller';
import { CreateServiceLevelDto, ServiceLevelResponse, UpdateServiceLevelDto } from './service-level.dto';
import { SERVICE_LEVEL } from './service-level.record';

@ApiTags('Service levels')
@Controller('v1/organizations/:organizationId/service-levels')
export class ServiceLevelsController extends recordsController({
  kind: SERVICE_LEVEL,
  create: CreateServiceLevelDto,
  update: UpdateServiceLevelDto,
  response: ServiceLevelResponse,
}) {}
