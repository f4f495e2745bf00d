import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { recordsController } from '../../records/records.controller';
import { CreateVendorReviewDto, VendorReviewResponse, UpdateVendorReviewDto } from './vendor-review.dto';
import { VENDOR_REVIEW } from './vendor-review.record';

@ApiTags('Vendor reviews')
@Controller('v1/organizations/:organizationId/vendor-reviews')
export class VendorReviewsController extends recordsController({
  kind: VENDOR_REVIEW,
  create: CreateVendorReviewDto,
  update: UpdateVendorReviewDto,
  response: VendorReviewResponse,
}) {}
