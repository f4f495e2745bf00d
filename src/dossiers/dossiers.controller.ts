import { Controller, Get, Header, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { stringify } from 'yaml';
import { ReadEvents } from '../audit-log/read-events';
import { CATALOGS, type Catalogs } from '../catalogs/catalogs.module';
import { dateInTimeZone } from '../common/calendar-date';
import { CLOCK, type Clock } from '../common/clock';
import { ApiProblems } from '../common/http/api-problems';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentCaller, type Caller } from '../identity/caller';
import { ApiOrganizationParam } from '../records/records.controller';
import { Dossier } from './dossier.document';
import { DossiersService } from './dossiers.service';
import { ExportQuery, ImportOutcome } from './dossier-exchange.dto';
import { uploadedDossier, type UploadRequest } from './uploaded-dossier';
import { Allows } from '../permissions/route-access';

@ApiTags('Dossier')
@ApiOrganizationParam()
@ApiProblems('unauthenticated', 'not-found', 'internal-error', 'unavailable')
@Controller('v1/organizations/:organizationId/dossier')
export class DossiersController {
  constructor(
    private readonly dossiers: DossiersService,
    private readonly reads: ReadEvents,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allows('dossier.read')
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'export-dossier', summary: "Export the practice's dossier" })
  @ApiProduces('application/json', 'application/yaml')
  @ApiResponse({ status: 200, type: Dossier, description: 'The dossier' })
  @ApiProblems('request-invalid')
  async export(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
    @Query() query: ExportQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Dossier | string> {
    const dossier = await this.dossiers.export(organizationId);
    this.reads.note(organizationId, caller, {
      action: 'dossier.exported',
      subjectKind: 'organization',
      subjectId: organizationId,
      data: { format: query.format },
    });
    if (query.format === 'json') return dossier;
    void reply.type('application/yaml; charset=utf-8');
    return stringify(dossier);
  }

  @Post('imports')
  @Allows('dossier.import')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'import-dossier',
    summary:
      'Import a dossier, in JSON or YAML: all of it or nothing; the same document twice changes nothing',
  })
  @ApiConsumes('application/json', 'application/yaml')
  @ApiBody({ type: Dossier })
  @ApiResponse({
    status: 200,
    type: ImportOutcome,
    description: 'How many records were made, changed and left as they were',
  })
  @ApiProblems(
    'body-unreadable',
    'body-too-large',
    'media-type-unsupported',
    'dossier-invalid',
    'key-taken',
    'records-incoherent',
  )
  import(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
    @Req() request: UploadRequest,
  ): Promise<ImportOutcome> {
    const today = (timeZone: string) => dateInTimeZone(this.clock.now(), timeZone);
    const document = uploadedDossier(request, this.catalogs, today);
    return this.dossiers.import(organizationId, caller, document);
  }
}
