// The questionnaire as a spreadsheet: downloaded, filled in, sent back, looked at once more and saved.
import { Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Form, type FormBody } from '../../common/http/form-body';
import { UuidParam } from '../../common/http/uuid-param';
import { Tenancy } from '../../database/tenancy';
import { CurrentCaller, type Caller } from '../../identity/caller';
import { Allows } from '../../permissions/route-access';
import { serviceNames, type ServiceName } from '../../vendors/service-names.query';
import { NO_FAULTS, type ShownFaults } from '../../web/form-faults';
import { Page, SeeOther } from '../../web/page';
import { Pages } from '../../web/pages';
import { bodyOf, submitted } from '../../web/submitted';
import { subjectOf } from '../questionnaire-list.presenter';
import { ChangeAnswersDto } from '../questionnaire.dto';
import { QuestionnairesService } from '../questionnaires.service';
import type { WorkbookAnswer } from './answers-from-workbook';
import { carriedAnswers, previewLines, withStored } from './preview';
import { QuestionnaireWorkbooksService } from './questionnaire-workbooks.service';
import { receivedWorkbook } from './received-workbook';

const VIEW = { view: 'questionnaires/workbook', title: 'As a spreadsheet' } as const;
const PREVIEW = { view: 'questionnaires/workbook-preview', title: 'What the spreadsheet changes' } as const;
const LABELS = { file: 'The spreadsheet' };

@Pages('organizations/:organizationId/questionnaires/:questionnaireId/workbook')
export class QuestionnaireWorkbookPagesController {
  constructor(
    private readonly workbooks: QuestionnaireWorkbooksService,
    private readonly questionnaires: QuestionnairesService,
    private readonly tenancy: Tenancy,
  ) {}

  @Get()
  @Allows('questionnaires.read')
  async show(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('questionnaireId') id: string,
  ): Promise<Page> {
    return new Page(VIEW.view, VIEW.title, await this.shown(organizationId, id, NO_FAULTS));
  }

  @Post()
  @Allows('questionnaires.answer')
  async look(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('questionnaireId') id: string,
    @Req() request: FastifyRequest,
  ): Promise<Page | SeeOther> {
    const work = async (): Promise<Page> => {
      const file = await receivedWorkbook(request);
      const { answers } = await this.workbooks.read(organizationId, id, file);
      const data = await this.preview(organizationId, id, answers, NO_FAULTS);
      return new Page(PREVIEW.view, PREVIEW.title, data);
    };
    return submitted(work, {
      ...VIEW,
      labels: LABELS,
      data: (faults) => this.shown(organizationId, id, faults),
    });
  }

  @Post('answers')
  @Allows('questionnaires.answer')
  async save(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('questionnaireId') id: string,
    @CurrentCaller() caller: Caller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const here = `/organizations/${organizationId}/questionnaires/${id}`;
    const answers = carriedAnswers(form.text('answers'));
    if (!answers) return new SeeOther(`${here}/workbook`);
    const work = async (): Promise<SeeOther> => {
      const { groups } = await this.questionnaires.get(organizationId, id);
      const kept = withStored(
        answers,
        groups.flatMap(({ questions }) => questions),
      );
      const body = bodyOf(ChangeAnswersDto, form, { answers: kept });
      const target = { organizationId, id, version: Number(form.text('version')) };
      await this.questionnaires.answer(target, caller, body.answers, (index) => `/answers/${index}`);
      return new SeeOther(here, 'saved');
    };
    const data = (faults: ShownFaults): Promise<object> => this.preview(organizationId, id, answers, faults);
    return submitted(work, { ...PREVIEW, labels: {}, data });
  }

  private async shown(organizationId: string, id: string, faults: ShownFaults): Promise<object> {
    const [view, services] = await Promise.all([
      this.questionnaires.get(organizationId, id),
      this.tenancy.readOne<ServiceName>(organizationId, serviceNames(organizationId)),
    ]);
    const here = `/organizations/${organizationId}/questionnaires/${id}`;
    return {
      ...{ here, back: here, action: `${here}/workbook`, download: `/v1${here}/workbook`, faults },
      ...{ fault: faults.of.file ?? '', subject: subjectOf(view, services), isOpen: view.state === 'issued' },
    };
  }

  private async preview(
    organizationId: string,
    id: string,
    answers: readonly WorkbookAnswer[],
    faults: ShownFaults,
  ): Promise<object> {
    const { groups, version } = await this.questionnaires.get(organizationId, id);
    const here = `/organizations/${organizationId}/questionnaires/${id}`;
    const lines = previewLines(
      answers,
      groups.flatMap(({ questions }) => questions),
    );
    return {
      ...{ back: `${here}/workbook`, action: `${here}/workbook/answers`, faults, lines },
      ...{ version: String(version), answers: JSON.stringify(answers) },
    };
  }
}
