import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiProduces, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { Readable } from 'node:stream';
import { ApiProblems } from '../common/http/api-problems';
import { UuidParam } from '../common/http/uuid-param';
import { Allows } from '../permissions/route-access';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import type { ReadStatement } from '../database/tenant-read';
import { CurrentCaller, type Caller } from '../identity/caller';
import { EXPORT_FORMATS, exportLines, type ExportFormat } from './export-lines';
import { headOf } from './log.query';
import { ReadEvents } from './read-events';

const MEDIA_TYPES = { ndjson: 'application/x-ndjson', csv: 'text/csv' } as const;

class AuditExportQuery {
  @ApiProperty({
    required: false,
    enum: EXPORT_FORMATS,
    default: 'ndjson',
    description: 'A JSON object a line, or CSV.',
  })
  @IsIn(EXPORT_FORMATS, { message: `must be one of: ${EXPORT_FORMATS.join(', ')}` })
  format: ExportFormat = 'ndjson';
}

@ApiTags('Audit log')
@ApiParam({ name: 'organizationId', format: 'uuid', description: 'The organization.' })
@ApiProblems('unauthenticated', 'not-found', 'internal-error', 'unavailable')
@Controller('v1/organizations/:organizationId/audit-events/export')
export class AuditEventsExportController {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly reads: ReadEvents,
  ) {}

  @Get()
  @Allows('audit-log.read')
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'export-audit-events', summary: 'Export the whole log, oldest first' })
  @ApiProduces(...Object.values(MEDIA_TYPES))
  @ApiResponse({
    status: 200,
    description: 'The log',
    content: Object.fromEntries(
      Object.values(MEDIA_TYPES).map((type) => [type, { schema: { type: 'string' } }]),
    ),
  })
  @ApiProblems('request-invalid')
  async export(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
    @Query() { format }: AuditExportQuery,
  ): Promise<StreamableFile> {
    const found = await this.tenancy.readOne(organizationId, headOf(organizationId) as ReadStatement);
    if (found.length === 0) throw new DomainError('not-found', 'There is no organization with this id.');
    this.reads.note(organizationId, caller, {
      action: 'audit-log.exported',
      subjectKind: 'organization',
      subjectId: organizationId,
      data: { format },
    });
    const lines = Readable.from(exportLines(this.tenancy, organizationId, format), { objectMode: false });
    return new StreamableFile(lines, {
      type: format === 'csv' ? `${MEDIA_TYPES.csv}; charset=utf-8` : MEDIA_TYPES.ndjson,
      disposition: `attachment; filename="audit-log.${format}"`,
    });
  }
}
