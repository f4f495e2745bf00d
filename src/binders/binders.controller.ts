import { Controller, Get, Header, HttpCode, Post, Req, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { create as contentDisposition } from 'content-disposition';
import type { FastifyRequest } from 'fastify';
import { ApiProblems } from '../common/http/api-problems';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentPerson, type PersonCaller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { ApiOrganizationParam } from '../records/records.controller';
import { BinderResponse } from './binder.dto';
import { BindersService } from './binders.service';

export const ZIP = 'application/zip';

@ApiTags('Reports')
@ApiOrganizationParam()
@ApiParam({ name: 'assessmentId', format: 'uuid', description: 'The sealed assessment.' })
@ApiProblems('unauthenticated', 'not-found', 'internal-error', 'unavailable')
@Controller('v1/organizations/:organizationId/assessments/:assessmentId/binder')
export class BindersController {
  constructor(private readonly binders: BindersService) {}

  @Post()
  @Allows('binders.make')
  @HttpCode(202)
  @ApiOperation({
    operationId: 'prepare-binder',
    summary: 'Have the report and workbook of a sealed assessment printed for its binder',
  })
  @ApiResponse({ status: 202, type: BinderResponse, description: 'Asked for, or there already' })
  @ApiProblems('request-invalid', 'assessment-not-ready', 'document-redacted', 'organization-closed')
  prepare(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('assessmentId') assessmentId: string,
    @CurrentPerson() caller: PersonCaller,
  ): Promise<BinderResponse> {
    return this.binders.prepare(organizationId, assessmentId, caller);
  }

  @Get()
  @Allows('binders.make')
  @ApiOperation({ operationId: 'get-binder', summary: 'Read how far the binder of a sealed assessment is' })
  @ApiResponse({ status: 200, type: BinderResponse, description: 'How far it is' })
  @ApiProblems('assessment-not-ready', 'document-redacted')
  standing(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('assessmentId') assessmentId: string,
  ): Promise<BinderResponse> {
    return this.binders.standing(organizationId, assessmentId);
  }

  @Get('content')
  @Allows('binders.make', { refusals: ['recent-sign-in-needed'] })
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'get-binder-content',
    summary: 'Take the binder as one archive (ZIP), made as it is read; docs/binder.md says what is in it',
  })
  @ApiProduces(ZIP)
  @ApiResponse({
    status: 200,
    description: 'The archive',
    content: { [ZIP]: { schema: { type: 'string', contentMediaType: ZIP } as object } },
  })
  @ApiProblems('assessment-not-ready', 'document-redacted', 'report-not-ready')
  async content(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('assessmentId') assessmentId: string,
    @CurrentPerson() caller: PersonCaller,
    @Req() { method }: FastifyRequest,
  ): Promise<StreamableFile> {
    return binderFile(this.binders, { organizationId, assessmentId, caller, method });
  }
}

/** For API and page alike. A HEAD makes nothing and notes nothing: the server would read the archive and throw it away. */
export async function binderFile(
  binders: BindersService,
  asked: { organizationId: string; assessmentId: string; caller: PersonCaller; method: string },
): Promise<StreamableFile> {
  const { organizationId, assessmentId, caller, method } = asked;
  if (method === 'HEAD') {
    await binders.refuseUnlessRecent(caller);
    return new StreamableFile(Buffer.alloc(0), { type: ZIP });
  }
  const { fileName, content } = await binders.take(organizationId, assessmentId, caller);
  return new StreamableFile(content, { type: ZIP, disposition: contentDisposition(fileName) });
}
