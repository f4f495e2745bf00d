import {
  applyDecorators,
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, OF_BODY } from '../common/http/api-problems';
import { IfMatch } from '../common/http/entity-tag';
import { PageOf } from '../common/http/page-of';
import type { Page } from '../common/http/paging';
import { ETAG_HEADER, LOCATION_HEADER } from '../common/http/response-headers';
import { UuidParam } from '../common/http/uuid-param';
import type { ProblemCode } from '../common/problems/problem-catalogue';
import { CurrentCaller, type Caller } from '../identity/caller';
import { ApiIfMatch, ApiOrganizationParam } from '../records/records.controller';
import {
  AnswerQuestionDto,
  ChangeAnswersDto,
  IssueQuestionnaireDto,
  QuestionnairePageQuery,
  QuestionnaireSummary,
  QuestionnaireView,
  ReviewAnswersDto,
  SubmitQuestionnaireDto,
  WithdrawQuestionnaireDto,
} from './questionnaire.dto';
import { QuestionnairesService } from './questionnaires.service';
import { Allows } from '../permissions/route-access';

const ID = { name: 'id', format: 'uuid', description: 'The questionnaire.' };
const QUESTION = { name: 'questionId', description: 'Id of the question.', example: 'recording-noticed' };

/** A change of a questionnaire on the version that was read, answered with where it stands then. */
const Step = (operationId: string, summary: string, ...problems: ProblemCode[]): MethodDecorator =>
  applyDecorators(
    HttpCode(200),
    ApiParam(ID),
    ApiIfMatch(),
    ApiOperation({ operationId, summary }),
    ApiResponse({
      status: 200,
      type: QuestionnaireSummary,
      description: 'Where the questionnaire stands now',
      headers: ETAG_HEADER,
    }),
    ApiProblems(...OF_BODY, 'questionnaire-frozen', 'stale-version', 'precondition-required', ...problems),
  );

@ApiTags('Questionnaires')
@ApiOrganizationParam()
@ApiProblems('unauthenticated', 'not-found', 'internal-error', 'unavailable')
@Controller('v1/organizations/:organizationId/questionnaires')
export class QuestionnairesController {
  constructor(private readonly questionnaires: QuestionnairesService) {}

  @Get()
  @Allows('questionnaires.read')
  @ApiOperation({ operationId: 'list-questionnaires', summary: 'List questionnaires, oldest first' })
  @ApiResponse({ status: 200, type: PageOf(QuestionnaireSummary), description: 'A page' })
  @ApiProblems('request-invalid')
  list(
    @UuidParam('organizationId') organizationId: string,
    @Query() query: QuestionnairePageQuery,
  ): Promise<Page<QuestionnaireSummary>> {
    return this.questionnaires.list(organizationId, query);
  }

  @Post()
  @Allows('questionnaires.issue')
  @HttpCode(201)
  @ApiOperation({
    operationId: 'issue-questionnaire',
    summary: 'Issue a questionnaire: the facts of today say which questions it asks',
  })
  @ApiResponse({
    status: 201,
    type: QuestionnaireSummary,
    description: 'Issued, with what was answered before as suggestions',
    headers: { ...LOCATION_HEADER, ...ETAG_HEADER },
  })
  @ApiProblems(...OF_BODY, 'key-taken', 'questionnaire-open', 'records-incoherent')
  issue(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
    @Body() body: IssueQuestionnaireDto,
  ): Promise<QuestionnaireSummary> {
    return this.questionnaires.issue(organizationId, caller, body);
  }

  @Get(':id')
  @Allows('questionnaires.read')
  @ApiParam(ID)
  @ApiOperation({ operationId: 'get-questionnaire', summary: 'Read a questionnaire, question by question' })
  @ApiResponse({
    status: 200,
    type: QuestionnaireView,
    description: 'The questionnaire',
    headers: ETAG_HEADER,
  })
  get(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
  ): Promise<QuestionnaireView> {
    return this.questionnaires.get(organizationId, id);
  }

  @Put(':id/answers/:questionId')
  @Allows('questionnaires.answer')
  @ApiParam(QUESTION)
  @Step('answer-question', 'Answer one question', 'question-unknown', 'answer-does-not-fit')
  answerOne(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @Param('questionId') question: string,
    @IfMatch() version: number,
    @CurrentCaller() caller: Caller,
    @Body() body: AnswerQuestionDto,
  ): Promise<QuestionnaireSummary> {
    const target = { organizationId, id, version };
    return this.questionnaires.answer(target, caller, [{ ...body, question }], () => '');
  }

  @Delete(':id/answers/:questionId')
  @Allows('questionnaires.answer')
  @ApiParam(QUESTION)
  @Step('clear-answer', 'Take the answer to one question out', 'question-unknown')
  clearOne(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @Param('questionId') question: string,
    @IfMatch() version: number,
    @CurrentCaller() caller: Caller,
  ): Promise<QuestionnaireSummary> {
    const target = { organizationId, id, version };
    return this.questionnaires.answer(target, caller, [{ question, value: null }], () => '');
  }

  @Patch(':id/answers')
  @Allows('questionnaires.answer')
  @Step(
    'answer-questions',
    'Answer several questions at once: all are saved or none; null takes an answer out',
    'question-unknown',
    'answer-does-not-fit',
  )
  answerSeveral(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @IfMatch() version: number,
    @CurrentCaller() caller: Caller,
    @Body() body: ChangeAnswersDto,
  ): Promise<QuestionnaireSummary> {
    const target = { organizationId, id, version };
    return this.questionnaires.answer(target, caller, body.answers, (index) => `/answers/${index}`);
  }

  @Post(':id/submissions')
  @Allows('questionnaires.answer')
  @Step('submit-questionnaire', 'Submit the answers for good, as a named person', 'questionnaire-incomplete')
  submit(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @IfMatch() version: number,
    @CurrentCaller() caller: Caller,
    @Body() body: SubmitQuestionnaireDto,
  ): Promise<QuestionnaireSummary> {
    return this.questionnaires.submit({ organizationId, id, version }, caller, body);
  }

  @Post(':id/reviews')
  @Allows('questionnaires.review')
  @Step(
    'review-answers',
    'Accept or dispute answers, as a named person',
    'questionnaire-not-submitted',
    'question-unknown',
  )
  review(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @IfMatch() version: number,
    @CurrentCaller() caller: Caller,
    @Body() body: ReviewAnswersDto,
  ): Promise<QuestionnaireSummary> {
    return this.questionnaires.review({ organizationId, id, version }, caller, body);
  }

  @Post(':id/withdrawals')
  @Allows('questionnaires.issue')
  @Step(
    'withdraw-questionnaire',
    'Withdraw a questionnaire: its answers count no longer',
    'records-incoherent',
  )
  withdraw(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @IfMatch() version: number,
    @CurrentCaller() caller: Caller,
    @Body() body: WithdrawQuestionnaireDto,
  ): Promise<QuestionnaireSummary> {
    return this.questionnaires.withdraw({ organizationId, id, version }, caller, body);
  }
}
