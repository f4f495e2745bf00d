import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { recordsController } from '../records/records.controller';
import { CreateIncidentDto, IncidentResponse, UpdateIncidentDto } from './incident.dto';
import { INCIDENT } from './incident.record';

@ApiTags('Incidents')
@Controller('v1/organizations/:organizationId/incidents')
export class IncidentsController extends recordsController({
  kind: INCIDENT,
  create: CreateIncidentDto,
  update: UpdateIncidentDto,
  response: IncidentResponse,
}) {}
