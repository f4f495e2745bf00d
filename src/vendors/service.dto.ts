import { PartialType } from '@nestjs/swagger';
import { KeyField } from '../common/fields';
import { AsResponse } from '../records/as-response';
import { ServiceFields } from './service.fields';

export class CreateServiceDto extends ServiceFields {
  @KeyField({ example: 'northlight-scribe' })
  key: string;

  @KeyField({ description: 'Key of the vendor that offers the service.', example: 'northlight-notes' })
  vendor: string;
}

export class UpdateServiceDto extends PartialType(ServiceFields, { skipNullProperties: false }) {}

export class ServiceResponse extends AsResponse(CreateServiceDto) {}
