import { applyDecorators, Controller, Get, HttpCode, Post, Req, Res, StreamableFile } from '@nestjs/common';
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
import { ApiProblems, OF_BODY } from '../../common/http/api-problems';
import { IfMatch } from '../../common/http/entity-tag';
import { ETAG_HEADER } from '../../common/http/response-headers';
import { UuidParam } from '../../common/http/uuid-param';
import { CurrentCaller, type Caller } from '../../identity/caller';
import { Allows } from '../../permissions/route-access';
import { ApiIfMatch, ApiOrganizationParam } from '../../records/records.controller';
import { QuestionnaireSummary } from '../questionnaire.dto';
import { previewLines } from './preview';
import { WorkbookPreview } from './questionnaire-workbook.dto';
import { QuestionnaireWorkbooksService } from './questionnaire-workbooks.service';
import { receivedWorkbook, XLSX } from './received-workbook';

const ApiWorkbookBody = (): MethodDecorator =>
  applyDecorators(
    HttpCode(200),
    ApiConsumes('multipart/form-data'),
    ApiBody({
      schema: {
        type: 'object',
        required: ['file'],
        properties: { file: { type: 'string', contentMediaType: XLSX } as object },
      },
    }),
    ApiProblems(
      ...OF_BODY,
      'questionnaire-frozen',
      'question-unknown',
      'answer-does-not-fit',
      'file-type-refused',
      'file-type-mismatch',
      'file-expands-too-much',
    ),
  );

@ApiTags('Questionnaires')
@ApiOrganizationParam()
@ApiParam({ name: 'id', format: 'uuid', description: 'The questionnaire.' })
@ApiProblems('unauthenticated', 'not-found', 'internal-error', 'unavailable')
@Controller('v1/organizations/:organizationId/questionnaires/:id')
export class QuestionnaireWorkbookController {
  constructor(private readonly workbooks: QuestionnaireWorkbooksService) {}

  @Get('workbook')
  @Allows('questionnaires.read')
  @ApiOperation({
    operationId: 'get-questionnaire-workbook',
    summary: 'Fetch a questionnaire as XLSX, to be filled in',
  })
  @ApiProduces(XLSX)
  @ApiResponse({
    status: 200,
    description: 'A row for each question, with the answers so far',
    content: { [XLSX]: { schema: { type: 'string', contentMediaType: XLSX } as object } },
  })
  async write(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { name, file } = await this.workbooks.write(organizationId, id);
    return handedOut(name, file, reply);
  }

  @Post('workbook-previews')
  @Allows('questionnaires.answer')
  @ApiWorkbookBody()
  @ApiOperation({
    operationId: 'preview-questionnaire-workbook',
    summary: 'See what a filled-in workbook would change: every fault names its cell; nothing is saved',
  })
  @ApiResponse({ status: 200, type: WorkbookPreview, description: 'What would be changed' })
  async preview(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<WorkbookPreview> {
    const file = await receivedWorkbook(request);
    const { view, questions, answers } = await this.workbooks.read(organizationId, id, file);
    const ids = questions.filter(({ id: question }) => answers.some((one) => one.question === question));
    const changes = previewLines(answers, questions).map(({ now, then }, index) => ({
      ...{ question: ids[index]?.id ?? '', now: now || null, then },
    }));
    return { version: view.version, changes };
  }

  @Post('workbook-imports')
  @Allows('questionnaires.answer')
  @ApiWorkbookBody()
  @ApiIfMatch()
  @ApiOperation({
    operationId: 'import-questionnaire-workbook',
    summary: 'Save the answers of a filled-in workbook, all or none; cells left empty change nothing',
  })
  @ApiResponse({
    status: 200,
    type: QuestionnaireSummary,
    description: 'Where the questionnaire stands now',
    headers: ETAG_HEADER,
  })
  @ApiProblems('stale-version', 'precondition-required')
  async import(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @IfMatch() version: number,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<QuestionnaireSummary> {
    const file = await receivedWorkbook(request);
    return this.workbooks.import(organizationId, id, version, caller, file);
  }
}

export function handedOut(name: string, file: Buffer, reply: FastifyReply): StreamableFile {
  void reply.header('content-disposition', contentDisposition(name));
  return new StreamableFile(file, { type: XLSX, length: file.length });
}
