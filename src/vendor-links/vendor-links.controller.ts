import { Body, Controller, Delete, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ApiProblems, OF_BODY } from '../common/http/api-problems';
import { PageOf } from '../common/http/page-of';
import { PageQuery, type Page } from '../common/http/paging';
import { LOCATION_HEADER } from '../common/http/response-headers';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { ApiOrganizationParam } from '../records/records.controller';
import { CreateVendorLinkDto, SentVendorLink, VendorLinkResponse } from './vendor-link.dto';
import { VendorLinksService } from './vendor-links.service';

const QUESTIONNAIRE = { name: 'questionnaireId', format: 'uuid', description: 'The questionnaire.' };

@ApiTags('Questionnaires')
@ApiOrganizationParam()
@ApiParam(QUESTIONNAIRE)
@ApiProblems('unauthenticated', 'not-found', 'internal-error', 'unavailable')
@Controller('v1/organizations/:organizationId/questionnaires/:questionnaireId/vendor-links')
export class VendorLinksController {
  constructor(private readonly links: VendorLinksService) {}

  @Get()
  @Allows('questionnaires.read')
  @ApiOperation({
    operationId: 'list-vendor-links',
    summary: 'List the links by which the vendor answers, oldest first',
  })
  @ApiResponse({ status: 200, type: PageOf(VendorLinkResponse), description: 'A page' })
  @ApiProblems('request-invalid')
  list(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('questionnaireId') questionnaireId: string,
    @Query() query: PageQuery,
  ): Promise<Page<VendorLinkResponse>> {
    return this.links.list(organizationId, questionnaireId, query);
  }

  @Post()
  @Allows('questionnaires.issue')
  @ApiOperation({
    operationId: 'send-vendor-link',
    summary:
      'Make a link by which the vendor answers an issued questionnaire; it is shown this once, and mailed where there is an address',
  })
  @ApiResponse({ status: 201, type: SentVendorLink, description: 'The link', headers: LOCATION_HEADER })
  @ApiProblems(...OF_BODY, 'questionnaire-frozen', 'nothing-for-vendor')
  async send(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('questionnaireId') questionnaireId: string,
    @CurrentCaller() caller: Caller,
    @Body() body: CreateVendorLinkDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SentVendorLink> {
    const sent = await this.links.send(organizationId, questionnaireId, caller, body);
    const at = `/v1/organizations/${organizationId}/questionnaires/${questionnaireId}/vendor-links`;
    void reply.header('location', `${at}/${sent.id}`);
    return sent;
  }

  @Delete(':vendorLinkId')
  @Allows('questionnaires.issue')
  @HttpCode(204)
  @ApiParam({ name: 'vendorLinkId', format: 'uuid', description: 'The link.' })
  @ApiOperation({
    operationId: 'revoke-vendor-link',
    summary: 'Revoke a link: it opens nothing any more; what was submitted by it stays',
  })
  @ApiResponse({ status: 204, description: 'It opens nothing any more' })
  revoke(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('questionnaireId') questionnaireId: string,
    @UuidParam('vendorLinkId') id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    return this.links.revoke(organizationId, questionnaireId, caller, id);
  }
}
