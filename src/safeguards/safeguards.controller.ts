import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { recordsController } from '../records/records.controller';
import { CreateSafeguardDto, SafeguardResponse, UpdateSafeguardDto } from './safeguard.dto';
import { SAFEGUARD } from './safeguard.record';

@ApiTags('Safeguards')
@Controller('v1/organizations/:organizationId/safeguards')
export class SafeguardsController extends recordsController({
  kind: SAFEGUARD,
  create: CreateSafeguardDto,
  update: UpdateSafeguardDto,
  response: SafeguardResponse,
}) {}
