import { applyDecorators, Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, OF_BODY } from '../../common/http/api-problems';
import { PageOf } from '../../common/http/page-of';
import { PageQuery, type Page } from '../../common/http/paging';
import { UuidParam } from '../../common/http/uuid-param';
import { CurrentPerson, type PersonCaller } from '../../identity/caller';
import { Allows } from '../../permissions/route-access';
import { ApiOrganizationParam } from '../../records/records.controller';
import { AnswerCommentDto, CommentResponse, CreateCommentDto } from './comment.dto';
import { CommentsService } from './comments.service';

const COMMENT = { name: 'commentId', format: 'uuid', description: 'The comment.' };

/** A change of a comment that is there, and the same answers for each. */
const Change = (operationId: string, summary: string, status: 200 | 201, done: string): MethodDecorator =>
  applyDecorators(
    Allows('assessments.comment'),
    HttpCode(status),
    ApiParam(COMMENT),
    ApiOperation({ operationId, summary }),
    ApiResponse({ status, type: CommentResponse, description: done }),
    ApiProblems('request-invalid', 'assessment-not-ready', 'document-redacted'),
  );

@ApiTags('Comments')
@ApiOrganizationParam()
@ApiParam({ name: 'assessmentId', format: 'uuid', description: 'The assessment.' })
@ApiProblems('unauthenticated', 'not-found', 'internal-error', 'unavailable')
@Controller('v1/organizations/:organizationId/assessments/:assessmentId/comments')
export class CommentsController {
  constructor(private readonly comments: CommentsService) {}

  @Get()
  @Allows('assessments.read')
  @ApiOperation({ operationId: 'list-comments', summary: 'List comments and their answers, oldest first' })
  @ApiResponse({ status: 200, type: PageOf(CommentResponse), description: 'A page' })
  @ApiProblems('request-invalid')
  list(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('assessmentId') assessmentId: string,
    @Query() query: PageQuery,
  ): Promise<Page<CommentResponse>> {
    return this.comments.list({ organizationId, assessmentId }, query);
  }

  @Post()
  @Allows('assessments.comment')
  @ApiOperation({
    operationId: 'create-comment',
    summary: 'Comment on a section of an assessment that is not sealed',
  })
  @ApiResponse({ status: 201, type: CommentResponse, description: 'The comment' })
  @ApiProblems(...OF_BODY, 'assessment-not-ready', 'document-redacted')
  create(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('assessmentId') assessmentId: string,
    @CurrentPerson() caller: PersonCaller,
    @Body() body: CreateCommentDto,
  ): Promise<CommentResponse> {
    return this.comments.add({ organizationId, assessmentId }, caller, body);
  }

  @Post(':commentId/answers')
  @Change('answer-comment', 'Answer a comment', 201, 'The answer')
  @ApiProblems(...OF_BODY)
  answer(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('assessmentId') assessmentId: string,
    @UuidParam('commentId') id: string,
    @CurrentPerson() caller: PersonCaller,
    @Body() { text }: AnswerCommentDto,
  ): Promise<CommentResponse> {
    return this.comments.answer({ organizationId, assessmentId }, id, caller, text);
  }

  @Post(':commentId/resolutions')
  @Change('resolve-comment', 'Say that what a comment asks is done', 200, 'The comment, resolved')
  resolve(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('assessmentId') assessmentId: string,
    @UuidParam('commentId') id: string,
    @CurrentPerson() caller: PersonCaller,
  ): Promise<CommentResponse> {
    return this.comments.resolve({ organizationId, assessmentId }, id, caller);
  }

  @Post(':commentId/reopenings')
  @Change('reopen-comment', 'Open a resolved comment again', 200, 'The comment, open')
  reopen(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('assessmentId') assessmentId: string,
    @UuidParam('commentId') id: string,
    @CurrentPerson() caller: PersonCaller,
  ): Promise<CommentResponse> {
    return this.comments.reopen({ organizationId, assessmentId }, id, caller);
  }
}
