// The routes that every kind of record has, settled once: list, create, read, change. A feature extends this with its own
// kind and DTOs; what is special to it stays in its own controller.
import { Body, Get, HttpCode, Inject, Patch, Post, Query, type Type } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger';
import { ApiProblems, OF_BODY, OF_CHANGE } from '../common/http/api-problems';
import { IfMatch } from '../common/http/entity-tag';
import { PageOf } from '../common/http/page-of';
import type { Page } from '../common/http/paging';
import { ETAG_HEADER, LOCATION_HEADER } from '../common/http/response-headers';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentCaller, type Caller } from '../identity/caller';
import type { Action } from '../permissions/roles';
import { Allows } from '../permissions/route-access';
import type { RecordKind, RecordRow } from './record-kind';
import { RecordPageQuery } from './record-page.query.dto';
import { RecordValidation } from './record-validation';
import { RecordsService } from './records.service';

export interface RecordRoutes {
  kind: RecordKind;
  create: Type<{ key: string }>;
  update: Type<object>;
  response: Type<object>;
  /** what it takes to add and change them, where that is not the same as for other records */
  write?: Action;
}

export interface RecordsControllerBase {
  readonly records: RecordsService;
  list(organizationId: string, query: RecordPageQuery): Promise<Page<RecordRow>>;
  create(organizationId: string, caller: Caller, body: { key: string }): Promise<RecordRow>;
  get(organizationId: string, id: string): Promise<RecordRow>;
  update(
    organizationId: string,
    id: string,
    version: number,
    caller: Caller,
    body: object,
  ): Promise<RecordRow>;
  /** the record as it is answered with; a kind that shows more than its row does says so here */
  present(row: RecordRow): RecordRow;
}

export const ApiOrganizationParam = (): MethodDecorator & ClassDecorator =>
  ApiParam({
    name: 'organizationId',
    format: 'uuid',
    description: 'The organization whose records these are.',
  });

export const ApiIfMatch = (): MethodDecorator =>
  ApiHeader({
    name: 'If-Match',
    required: true,
    example: '"1"',
    description: 'ETag of the record as you read it.',
  });

export function recordsController({
  kind,
  create,
  update,
  response,
  write = 'records.write',
}: RecordRoutes): Type<RecordsControllerBase> {
  const words = kind.name.replaceAll('_', ' ');
  const many = kind.plural.replaceAll('-', ' ');
  const operation = (verb: string, noun: string) => `${verb}-${noun.replaceAll('_', '-')}`;

  @ApiOrganizationParam()
  @ApiProblems('unauthenticated', 'not-found', 'internal-error', 'unavailable')
  class RecordsController implements RecordsControllerBase {
    @Inject(RecordsService)
    readonly records: RecordsService;

    @Get()
    @Allows('records.read')
    @ApiOperation({ operationId: operation('list', kind.plural), summary: `List ${many}, oldest first` })
    @ApiResponse({ status: 200, type: PageOf(response), description: 'A page' })
    @ApiProblems('request-invalid')
    list(
      @UuidParam('organizationId') organizationId: string,
      @Query() query: RecordPageQuery,
    ): Promise<Page<RecordRow>> {
      return this.records.list(kind, organizationId, query);
    }

    @Post()
    @Allows(write)
    @HttpCode(201)
    @ApiOperation({ operationId: operation('create', kind.name), summary: `Add a ${words}` })
    @ApiBody({ type: create })
    @ApiResponse({
      status: 201,
      type: response,
      description: 'Made',
      headers: { ...LOCATION_HEADER, ...ETAG_HEADER },
    })
    @ApiProblems(...OF_BODY, 'key-taken', 'records-incoherent')
    create(
      @UuidParam('organizationId') organizationId: string,
      @CurrentCaller() caller: Caller,
      @Body(new RecordValidation(create)) body: { key: string },
    ): Promise<RecordRow> {
      return this.records.create(kind, organizationId, caller, body).then((row) => this.present(row));
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
      return this.records.get(kind, organizationId, id).then((row) => this.present(row));
    }

    @Patch(':id')
    @Allows(write)
    @ApiParam({ name: 'id', format: 'uuid', description: `The ${words}.` })
    @ApiIfMatch()
    @ApiOperation({
      operationId: operation('update', kind.name),
      summary: `Change a ${words}: absent fields stay, null clears`,
    })
    @ApiBody({ type: update })
    @ApiResponse({ status: 200, type: response, description: 'The record as changed', headers: ETAG_HEADER })
    @ApiProblems(...OF_CHANGE, 'key-taken', 'records-incoherent')
    update(
      @UuidParam('organizationId') organizationId: string,
      @UuidParam('id') id: string,
      @IfMatch() version: number,
      @CurrentCaller() caller: Caller,
      @Body(new RecordValidation(update)) body: object,
    ): Promise<RecordRow> {
      return this.records
        .update(kind, organizationId, caller, { id, version }, body)
        .then((row) => this.present(row));
    }

    present(row: RecordRow): RecordRow {
      return row;
    }
  }
  return RecordsController;
}
