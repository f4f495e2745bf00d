import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { recordsController } from '../records/records.controller';
import { CreateVendorDto, UpdateVendorDto, VendorResponse } from './vendor.dto';
import { VENDOR } from './vendor.record';

@ApiTags('Vendors')
@Controller('v1/organizations/:organizationId/vendors')
export class VendorsController extends recordsController({
  kind: VENDOR,
  create: CreateVendorDto,
  update: UpdateVendorDto,
  response: VendorResponse,
}) {}
