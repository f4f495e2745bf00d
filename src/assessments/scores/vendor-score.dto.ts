import { OmitType } from '@nestjs/swagger';
import { BooleanField, IdField, KeyField, RecordListField, TextField } from '../../common/fields';
import { ServiceScoreResponse } from './service-score.dto';

export class VendorServiceScore extends OmitType(ServiceScoreResponse, [
  'inherentLevel',
  'asOf',
  'modelId',
  'modelVersion',
] as const) {
  @TextField({ description: 'Plan in use.', optional: true, example: 'Business', maxLength: 100 })
  plan: string | null;

  @BooleanField({ description: 'Does the service use AI?', example: true })
  usesAi: boolean;
}

export class VendorScoreResponse {
  @IdField({ description: 'Id of the vendor.' })
  id: string;

  @KeyField({ description: 'Key of the vendor.', example: 'northlight-notes' })
  vendor: string;

  @TextField({ description: 'Legal name of the vendor.', example: 'Northlight Notes, Inc.', maxLength: 200 })
  name: string;

  @RecordListField(() => VendorServiceScore, {
    description: 'Its services, riskiest first, with the scores as stored.',
    maxItems: 1000,
  })
  services: VendorServiceScore[];
}
