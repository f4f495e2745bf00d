import { KeyField, PartialFields } from '../common/fields';
import { AsResponse } from '../records/as-response';
import { ClinicalValidationFields } from './clinical-validation.fields';

export class CreateClinicalValidationDto extends ClinicalValidationFields {
  @KeyField({ example: 'scribe-accuracy-2026' })
  key: string;

  @KeyField({ description: 'Key of the service that was studied.', example: 'northlight-scribe' })
  service: string;
}

export class UpdateClinicalValidationDto extends PartialFields(ClinicalValidationFields) {}

export class ClinicalValidationResponse extends AsResponse(CreateClinicalValidationDto) {}
