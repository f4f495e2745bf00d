import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { recordsController } from '../records/records.controller';
import { CreateServiceDto, ServiceResponse, UpdateServiceDto } from './service.dto';
import { SERVICE } from './service.record';

@ApiTags('Services')
@Controller('v1/organizations/:organizationId/services')
export class ServicesController extends recordsController({
  kind: SERVICE,
  create: CreateServiceDto,
  update: UpdateServiceDto,
  response: ServiceResponse,
}) {}
