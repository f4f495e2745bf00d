import { KeyField, PartialFields } from '../common/fields';
import { AsResponse } from '../records/as-response';
import { ServiceLevelFields } from './service-level.fields';

export class CreateServiceLevelDto extends ServiceLevelFields {
  @KeyField({ example: 'scribe-availability' })
  key: string;

  @KeyField({ description: 'Key of the service that the promise is about.', example: 'northlight-scribe' })
  service: string;
}

export class UpdateServiceLevelDto extends PartialFields(ServiceLevelFields) {}

export class ServiceLevelResponse extends AsResponse(CreateServiceLevelDto) {}
