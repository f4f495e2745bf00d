import { Controller, Get, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../common/http/api-problems';
import { UuidParam } from '../common/http/uuid-param';
import { Allows } from '../permissions/route-access';
import { ApiOrganizationParam } from '../records/records.controller';
import { ConsentFormFiles } from './consent-form-files.service';

const ID = { name: 'id', format: 'uuid', description: 'The consent form.' };

@ApiTags('Consent forms')
@ApiOrganizationParam()
@ApiProblems('unauthenticated', 'not-found', 'internal-error', 'unavailable')
@Controller('v1/organizations/:organizationId/consent-forms/:id')
export class ConsentFormFilesController {
  constructor(private readonly files: ConsentFormFiles) {}

  @Get('document.pdf')
  @Allows('records.read')
  @ApiParam(ID)
  @ApiOperation({
    operationId: 'get-consent-form-pdf',
    summary: 'Fetch a form to print, tagged, with room to sign',
  })
  @ApiProduces('application/pdf')
  @ApiResponse({
    status: 200,
    description: 'The form; a draft says so on every page',
    content: {
      'application/pdf': { schema: { type: 'string', contentMediaType: 'application/pdf' } as object },
    },
  })
  pdf(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
  ): Promise<StreamableFile> {
    return this.files.pdf(organizationId, id);
  }

  @Get('document.txt')
  @Allows('records.read')
  @ApiParam(ID)
  @ApiOperation({
    operationId: 'get-consent-form-plain-text',
    summary: 'Fetch a form as plain text for a portal',
  })
  @ApiProduces('text/plain')
  @ApiResponse({
    status: 200,
    description: 'Lines of at most 72 characters',
    content: { 'text/plain': { schema: { type: 'string' } } },
  })
  text(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
  ): Promise<StreamableFile> {
    return this.files.text(organizationId, id);
  }
}
