import { KeyField, PartialFields } from '../../common/fields';
import { AsResponse } from '../../records/as-response';
import { VendorReviewFields } from './vendor-review.fields';

export class CreateVendorReviewDto extends VendorReviewFields {
  @KeyField({ example: 'northlight-review-2026-09' })
  key: string;

  @KeyField({ description: 'Key of the vendor that was reviewed.', example: 'northlight-notes' })
  vendor: string;
}

export class UpdateVendorReviewDto extends PartialFields(VendorReviewFields) {}

export class VendorReviewResponse extends AsResponse(CreateVendorReviewDto) {}
