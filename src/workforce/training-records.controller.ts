import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { recordsController } from '../records/records.controller';
import {
  CreateTrainingRecordDto,
  TrainingRecordResponse,
  UpdateTrainingRecordDto,
} from './training-record.dto';
import { TRAINING_RECORD } from './training-record.record';

@ApiTags('Workforce')
@Controller('v1/organizations/:organizationId/training-records')
export class TrainingRecordsController extends recordsController({
  kind: TRAINING_RECORD,
  create: CreateTrainingRecordDto,
  update: UpdateTrainingRecordDto,
  response: TrainingRecordResponse,
}) {}
