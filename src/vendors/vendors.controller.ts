import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../common/http/api-problems';
import { PageOf } from '../common/http/page-of';
import { afterId, type Page } from '../common/http/paging';
import { UuidParam } from '../common/http/uuid-param';
import { readPage } from '../database/read-page';
import { Tenancy } from '../database/tenancy';
import type { RecordRow } from '../records/record-kind';
import { ApiOrganizationParam, recordsController } from '../records/records.controller';
import { CreateVendorDto, UpdateVendorDto, VendorResponse } from './vendor.dto';
import { vendorPage } from './vendor-page.query';
import { VendorPageQuery } from './vendor-page.query.dto';
import { VENDOR } from './vendor.record';
import { Allows } from '../permissions/route-access';

@ApiTags('Vendors')
@Controller('v1/organizations/:organizationId/vendors')
export class VendorsController extends recordsController({
  kind: VENDOR,
  create: CreateVendorDto,
  update: UpdateVendorDto,
  response: VendorResponse,
}) {
  @Inject(Tenancy)
  private readonly tenancy: Tenancy;

  @Get()
  @Allows('records.read')
  @ApiOrganizationParam()
  @ApiOperation({ operationId: 'list-vendors', summary: 'List vendors, oldest first' })
  @ApiResponse({ status: 200, type: PageOf(VendorResponse), description: 'A page' })
  @ApiProblems('request-invalid')
  override list(
    @UuidParam('organizationId') organizationId: string,
    @Query() query: VendorPageQuery,
  ): Promise<Page<RecordRow>> {
    const { key = null, text = null, usesAi = null, limit } = query;
    const page = { after: afterId(query), limit, key, text, usesAi };
    return readPage<RecordRow>(this.tenancy, organizationId, vendorPage(organizationId, page), limit);
  }
}
