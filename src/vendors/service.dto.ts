import { KeyField, PartialFields } from '../common/fields';
import { AsResponse } from '../records/as-response';
import { ServiceFields } from './service.fields';

export class CreateServiceDto extends ServiceFields {
  @KeyField({ example: 'northlight-scribe' })
  key: string;

  @KeyField({ description: 'Key of the vendor that offers the service.', example: 'northlight-notes' })
  vendor: string;
}

export class UpdateServiceDto extends PartialFields(ServiceFields) {}

export class ServiceResponse extends AsResponse(CreateServiceDto) {}
