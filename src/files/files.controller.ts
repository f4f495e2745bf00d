import { Body, Controller, Get, HttpCode, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { create as contentDisposition } from 'content-disposition';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { ReadEvents } from '../audit-log/read-events';
import { ApiProblems, OF_BODY } from '../common/http/api-problems';
import { namesEntityTag } from '../common/http/entity-tag';
import { PageOf } from '../common/http/page-of';
import type { Page } from '../common/http/paging';
import { LOCATION_HEADER, NO_FRAMES_FORMS_OR_BASE } from '../common/http/response-headers';
import { UuidParam } from '../common/http/uuid-param';
import { digestOfForm } from '../idempotency/idempotency-key';
import type { RequestWithKey } from '../idempotency/keyed-request';
import { CurrentCaller, type Caller } from '../identity/caller';
import { ApiOrganizationParam } from '../records/records.controller';
import { DestroyFileDto, FileResponse } from './file.dto';
import { FilePageQuery } from './file-page.query.dto';
import { FilesService } from './files.service';
import { MEDIA_TYPES } from './media-types';
import { receivedPart } from './received-part';
import { Allows } from '../permissions/route-access';

const ID = { name: 'id', format: 'uuid', description: 'The file.' };
const TYPES = MEDIA_TYPES.map(({ mediaType }) => mediaType);

@ApiTags('Files')
@ApiOrganizationParam()
@ApiProblems('unauthenticated', 'not-found', 'internal-error', 'unavailable')
@Controller('v1/organizations/:organizationId/files')
export class FilesController {
  constructor(
    private readonly files: FilesService,
    private readonly reads: ReadEvents,
  ) {}

  @Get()
  @Allows('files.read')
  @ApiOperation({ operationId: 'list-files', summary: 'List files, oldest first' })
  @ApiResponse({ status: 200, type: PageOf(FileResponse), description: 'A page' })
  @ApiProblems('request-invalid')
  list(
    @UuidParam('organizationId') organizationId: string,
    @Query() query: FilePageQuery,
  ): Promise<Page<FileResponse>> {
    return this.files.list(organizationId, query);
  }

  @Post()
  @Allows('files.write')
  @ApiOperation({
    operationId: 'upload-file',
    summary: 'Upload a document as evidence; it is stored encrypted. Never a document about a client',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } as object },
    },
  })
  @ApiResponse({ status: 201, type: FileResponse, description: 'The file', headers: LOCATION_HEADER })
  @ApiProblems(
    ...OF_BODY,
    'file-already-uploaded',
    'file-type-refused',
    'file-type-mismatch',
    'file-expands-too-much',
  )
  async upload(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
    @Req() request: RequestWithKey,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FileResponse> {
    const part = await receivedPart(request);
    const file = await this.files.receive(organizationId, caller, part, (came) =>
      request.keyed?.received(digestOfForm(request, came)),
    );
    void reply.header('location', `/v1/organizations/${organizationId}/files/${file.id}`);
    return file;
  }

  @Get(':id')
  @Allows('files.read')
  @ApiParam(ID)
  @ApiOperation({ operationId: 'get-file', summary: 'Read what a file is' })
  @ApiResponse({ status: 200, type: FileResponse, description: 'The file' })
  get(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
  ): Promise<FileResponse> {
    return this.files.get(organizationId, id);
  }

  @Get(':id/content')
  @Allows('files.read')
  @ApiParam(ID)
  @ApiOperation({ operationId: 'get-file-content', summary: 'Fetch a file as it was sent' })
  @ApiProduces(...TYPES)
  @ApiResponse({
    status: 200,
    description: 'The file; ETag is its digest',
    content: Object.fromEntries(
      TYPES.map((type) => [type, { schema: { type: 'string', contentMediaType: type } }]),
    ),
  })
  @ApiResponse({ status: 304, description: 'Unchanged: If-None-Match named its ETag' })
  @ApiProblems('file-destroyed')
  async content(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const { file, content } = await this.files.content(organizationId, id);
    const etag = `"${file.digest}"`;
    void reply.header('etag', etag);
    if (namesEntityTag(request.headers['if-none-match'], etag)) {
      content.destroy();
      void reply.status(304);
      return undefined;
    }
    this.noteRead(organizationId, caller, file, content);
    // Whatever a file holds, no browser runs it as part of this site.
    void reply.header('content-security-policy', `default-src 'none'; sandbox; ${NO_FRAMES_FORMS_OR_BASE}`);
    return new StreamableFile(content, {
      // Text was taken as UTF-8 and as nothing else.
      type: file.mediaType.startsWith('text/') ? `${file.mediaType}; charset=utf-8` : file.mediaType,
      disposition: contentDisposition(file.name ?? 'file'),
      length: file.bytes,
    });
  }

  @Post(':id/destructions')
  @Allows('files.destroy')
  @HttpCode(200)
  @ApiParam(ID)
  @ApiOperation({
    operationId: 'destroy-file',
    summary: 'Make a file unreadable for good by destroying its key; the trace of it stays',
  })
  @ApiResponse({ status: 200, type: FileResponse, description: 'What is left: digest, size and type' })
  @ApiProblems(...OF_BODY, 'file-destroyed')
  destroy(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @CurrentCaller() caller: Caller,
    @Body() body: DestroyFileDto,
  ): Promise<FileResponse> {
    return this.files.destroy(organizationId, caller, id, body.reason);
  }

  private noteRead(organizationId: string, caller: Caller, file: FileResponse, content: Readable): void {
    try {
      this.reads.note(organizationId, caller, {
        action: 'file.read',
        subjectKind: 'file',
        subjectId: file.id,
        data: { digest: file.digest },
      });
    } catch (error) {
      content.destroy();
      throw error;
    }
  }
}
