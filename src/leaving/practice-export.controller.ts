import { Controller, Get, Header, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { create as contentDisposition } from 'content-disposition';
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
  ): Promise<StreamableFile> {
    const { fileName, content } = await this.exports.export(organizationId, caller);
    return new StreamableFile(content, { type: ZIP, disposition: contentDisposition(fileName) });
  }
}
