import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { recordsController } from '../records/records.controller';
import {
  CreateClinicalValidationDto,
  ClinicalValidationResponse,
  UpdateClinicalValidationDto,
} from './clinical-validation.dto';
import { CLINICAL_VALIDATION } from './clinical-validation.record';

@ApiTags('Clinical validations')
@Controller('v1/organizations/:organizationId/clinical-validations')
export class ClinicalValidationsController extends recordsController({
  kind: CLINICAL_VALIDATION,
  create: CreateClinicalValidationDto,
  update: UpdateClinicalValidationDto,
  response: ClinicalValidationResponse,
}) {}
