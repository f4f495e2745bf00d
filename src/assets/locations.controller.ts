import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { recordsController } from '../records/records.controller';
import { CreateLocationDto, LocationResponse, UpdateLocationDto } from './location.dto';
import { LOCATION } from './location.record';

@ApiTags('Assets')
@Controller('v1/organizations/:organizationId/locations')
export class LocationsController extends recordsController({
  kind: LOCATION,
  create: CreateLocationDto,
  update: UpdateLocationDto,
  response: LocationResponse,
}) {}
