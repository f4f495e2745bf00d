import { PartialType } from '@nestjs/swagger';
import { KeyField } from '../common/fields';
import { AsResponse } from '../records/as-response';
import { VendorFields } from './vendor.fields';

export class CreateVendorDto extends VendorFields {
  @KeyField({ example: 'northlight-notes' })
  key: string;
}

export class UpdateVendorDto extends PartialType(VendorFields, { skipNullProperties: false }) {}

export class VendorResponse extends AsResponse(CreateVendorDto) {}
