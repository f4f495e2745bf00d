import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { recordsController } from '../records/records.controller';
import {
  CreatePracticeMeasuresDto,
  PracticeMeasuresResponse,
  UpdatePracticeMeasuresDto,
} from './practice-measures.dto';
import { PRACTICE_MEASURES } from './practice-measures.record';

@ApiTags('Practice measures')
@Controller('v1/organizations/:organizationId/practice-measures')
export class PracticeMeasuresController extends recordsController({
  kind: PRACTICE_MEASURES,
  create: CreatePracticeMeasuresDto,
  update: UpdatePracticeMeasuresDto,
  response: PracticeMeasuresResponse,
}) {}
