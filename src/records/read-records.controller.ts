// The routes of records that are read like all others, and made or changed by steps of their own.
import { Get, Inject, Query, type Type } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger';
import { ApiProblems } from '../common/http/api-problems';
import { PageOf } from '../common/http/page-of';
import type { Page } from '../common/http/paging';
import { ETAG_HEADER } from '../common/http/response-headers';
import { UuidParam } from '../common/http/uuid-param';
import { Allows } from '../permissions/route-access';
import type { RecordKind, RecordRow } from './record-kind';
import { RecordPageQuery } from './record-page.query.dto';
import { ApiOrganizationParam } from './records.controller';
import { RecordsService } from './records.service';

export interface ReadRecordsControllerBase {
  readonly records: RecordsService;
  list(organizationId: string, query: RecordPageQuery): Promise<Page<RecordRow>>;
  get(organizationId: string, id: string): Promise<RecordRow>;
}

export function readRecordsController(
  kind: RecordKind,
  response: Type<object>,
): Type<ReadRecordsControllerBase> {
  const words = kind.name.replaceAll('_', ' ');
  const operation = (verb: string, noun: string) => `${verb}-${noun.replaceAll('_', '-')}`;

  @ApiOrganizationParam()
  @ApiProblems('unauthenticated', 'not-found', 'internal-error', 'unavailable')
  class ReadRecordsController implements ReadRecordsControllerBase {
    @Inject(RecordsService)
    readonly records: RecordsService;

    @Get()
    @Allows('records.read')
    @ApiOperation({
      operationId: operation('list', kind.plural),
      summary: `List ${kind.plural.replaceAll('-', ' ')}, oldest first`,
    })
    @ApiResponse({ status: 200, type: PageOf(response), description: 'A page' })
    @ApiProblems('request-invalid')
    list(
      @UuidParam('organizationId') organizationId: string,
      @Query() query: RecordPageQuery,
    ): Promise<Page<RecordRow>> {
      return this.records.list(kind, organizationId, query);
    }

    @Get(':id')
    @Allows('records.read')
    @ApiParam({ name: 'id', format: 'uuid', description: `The ${words}.` })
    @ApiOperation({ operationId: operation('get', kind.name), summary: `Read a ${words}` })
    @ApiResponse({ status: 200, type: response, description: 'The record', headers: ETAG_HEADER })
    get(
      @UuidParam('organizationId') organizationId: string,
      @UuidParam('id') id: string,
    ): Promise<RecordRow> {
      return this.records.get(kind, organizationId, id);
    }
  }
  return ReadRecordsController;
}
