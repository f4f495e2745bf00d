import { applyDecorators, Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, OF_BODY, OF_CHANGE } from '../common/http/api-problems';
import { IfMatch } from '../common/http/entity-tag';
import { PageOf } from '../common/http/page-of';
import { PageQuery, type Page } from '../common/http/paging';
import { ETAG_HEADER, LOCATION_HEADER } from '../common/http/response-headers';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentCaller, type Caller } from '../identity/caller';
import { ApiIfMatch, ApiOrganizationParam } from '../records/records.controller';
import { AssessmentResponse, CreateAssessmentDto, SealDto, SignOffDto } from './assessment.dto';
import { SealedAssessmentSchema } from './sealed-assessment.schema';
import type { ProblemCode } from '../common/problems/problem-catalogue';
import { AssessmentReader } from './assessment-reader.service';
import { AssessmentsService } from './assessments.service';
import { Allows } from '../permissions/route-access';

const ID = { name: 'id', format: 'uuid', description: 'The assessment.' };

/** A step of an assessment towards its seal: what a named person states on the version that was read, and the same answers for each step. */
const Step = (operationId: string, summary: string, taken: string, ...also: ProblemCode[]): MethodDecorator =>
  applyDecorators(
    HttpCode(200),
    ApiParam(ID),
    ApiIfMatch(),
    ApiOperation({ operationId, summary }),
    ApiResponse({
      status: 200,
      type: AssessmentResponse,
      description: `The assessment, now ${taken}`,
      headers: ETAG_HEADER,
    }),
    ApiProblems(...OF_CHANGE, 'assessment-not-ready', 'document-redacted', ...also),
  );

@ApiTags('Assessments')
@ApiOrganizationParam()
@ApiProblems('unauthenticated', 'not-found', 'internal-error', 'unavailable')
@Controller('v1/organizations/:organizationId/assessments')
export class AssessmentsController {
  constructor(
    private readonly assessments: AssessmentsService,
    private readonly reader: AssessmentReader,
  ) {}

  @Get()
  @Allows('assessments.read')
  @ApiOperation({ operationId: 'list-assessments', summary: 'List assessments, oldest first' })
  @ApiResponse({ status: 200, type: PageOf(AssessmentResponse), description: 'A page' })
  @ApiProblems('request-invalid')
  list(
    @UuidParam('organizationId') organizationId: string,
    @Query() query: PageQuery,
  ): Promise<Page<AssessmentResponse>> {
    return this.reader.list(organizationId, query);
  }

  @Post()
  @Allows('assessments.draft')
  @ApiOperation({ operationId: 'create-assessment', summary: 'Draw up a draft from the facts as they stand' })
  @ApiResponse({
    status: 201,
    type: AssessmentResponse,
    description: 'The draft',
    headers: { ...LOCATION_HEADER, ...ETAG_HEADER },
  })
  @ApiProblems(...OF_BODY, 'records-incoherent')
  create(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
    @Body() body: CreateAssessmentDto,
  ): Promise<AssessmentResponse> {
    return this.assessments.create(organizationId, caller, body);
  }

  @Get(':id')
  @Allows('assessments.read')
  @ApiParam(ID)
  @ApiOperation({ operationId: 'get-assessment', summary: 'Read where an assessment stands' })
  @ApiResponse({ status: 200, type: AssessmentResponse, description: 'The assessment', headers: ETAG_HEADER })
  get(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
  ): Promise<AssessmentResponse> {
    return this.reader.get(organizationId, id);
  }

  @Get(':id/document')
  @Allows('assessments.read')
  @ApiParam(ID)
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'get-assessment-document',
    summary: 'Read the document with its seal; `duecare verify` checks it',
  })
  @ApiResponse({
    status: 200,
    type: SealedAssessmentSchema,
    description: 'The document in its canonical bytes, and the seal',
  })
  @ApiProblems('document-redacted')
  document(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
  ): Promise<string> {
    return this.reader.envelope(organizationId, id);
  }

  @Post(':id/reviews')
  @Allows('assessments.review')
  @Step('review-assessment', 'State that the draft has been reviewed', 'reviewed')
  review(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @IfMatch() version: number,
    @CurrentCaller() caller: Caller,
    @Body() body: SignOffDto,
  ): Promise<AssessmentResponse> {
    return this.assessments.review(organizationId, id, version, caller, body);
  }

  @Post(':id/seals')
  @Allows('assessments.seal')
  @Step('seal-assessment', 'Seal for good, as a named person', 'sealed', 'comments-open')
  seal(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @IfMatch() version: number,
    @CurrentCaller() caller: Caller,
    @Body() body: SealDto,
  ): Promise<AssessmentResponse> {
    return this.assessments.seal(organizationId, id, version, caller, body);
  }
}
