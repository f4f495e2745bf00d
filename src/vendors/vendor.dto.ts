import { BooleanField, KeyField, PartialFields } from '../common/fields';
import { AsResponse } from '../records/as-response';
import { VendorFields } from './vendor.fields';

export class CreateVendorDto extends VendorFields {
  @KeyField({ example: 'northlight-notes' })
  key: string;
}

export class UpdateVendorDto extends PartialFields(VendorFields) {}

export class VendorResponse extends AsResponse(CreateVendorDto) {
  @BooleanField({
    description: 'Does one of its services use AI? Worked out from the services, so no part of the version.',
    example: true,
  })
  usesAi: boolean;
}
