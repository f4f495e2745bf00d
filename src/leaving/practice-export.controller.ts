import { Controller, Get, Header, Req, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { create as contentDisposition } from 'content-disposition';
import type { FastifyRequest } from 'fastify';
import { ApiProblems } from '../common/http/api-problems';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentPerson, type PersonCaller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { ApiOrganizationParam } from '../records/records.controller';
import { PracticeExportService } from './practice-export.service';

const ZIP = 'application/zip';

@ApiTags('Leaving')
@ApiOrganizationParam()
@ApiProblems('unauthenticated', 'not-found', 'internal-error', 'unavailable')
@Controller('v1/organizations/:organizationId/export')
export class PracticeExportController {
  constructor(private readonly exports: PracticeExportService) {}

  @Get()
  @Allows('organization.export', { refusals: ['recent-sign-in-needed'] })
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'export-organization',
    summary: 'Take everything of the practice as one archive (ZIP); docs/leaving.md says what is in it',
  })
  @ApiProduces(ZIP)
  @ApiResponse({
    status: 200,
    description: 'The archive, made as it is read',
    content: { [ZIP]: { schema: { type: 'string', contentMediaType: ZIP } as object } },
  })
  async export(
    @UuidParam('organizationId') organizationId: string,
    @CurrentPerson() caller: PersonCaller,
    @Req() { method }: FastifyRequest,
  ): Promise<StreamableFile> {
    if (method === 'HEAD') return this.nothing(caller);
    const { fileName, content } = await this.exports.export(organizationId, caller);
    return new StreamableFile(content, { type: ZIP, disposition: contentDisposition(fileName) });
  }

  /** The server would read a whole archive for a HEAD and throw it away; it must not be noted as one that somebody has, on which a closing may rest. */
  private async nothing(caller: PersonCaller): Promise<StreamableFile> {
    await this.exports.refuseUnlessRecent(caller);
    return new StreamableFile(Buffer.alloc(0), { type: ZIP });
  }
}
