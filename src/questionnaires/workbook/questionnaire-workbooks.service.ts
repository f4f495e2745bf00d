// A questionnaire to be filled in as a workbook, and taken back.
import { Inject, Injectable } from '@nestjs/common';
import { dateInTimeZone, type CalendarDate } from '../../common/calendar-date';
import { CLOCK, type Clock } from '../../common/clock';
import { DomainError } from '../../common/problems/domain.error';
import { Tenancy } from '../../database/tenancy';
import type { Caller } from '../../identity/caller';
import { organizationById } from '../../organizations/organization.query';
import { RecordValidation } from '../../records/record-validation';
import { serviceNames, type ServiceName } from '../../vendors/service-names.query';
import { subjectOf } from '../questionnaire-list.presenter';
import {
  ChangeAnswersDto,
  type QuestionnaireSummary,
  type QuestionnaireView,
  type QuestionView,
} from '../questionnaire.dto';
import { QuestionnairesService } from '../questionnaires.service';
import { stateAfter } from '../records/lifecycle';
import type { WorkbookAnswer } from './answers-from-workbook';
import { returnedAnswers } from './returned-answers';
import { writeQuestionnaire } from './write-questionnaire';

export interface ReturnedWorkbook {
  view: QuestionnaireView;
  questions: QuestionView[];
  answers: WorkbookAnswer[];
}

@Injectable()
export class QuestionnaireWorkbooksService {
  constructor(
    private readonly questionnaires: QuestionnairesService,
    private readonly tenancy: Tenancy,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async write(organizationId: string, id: string): Promise<{ name: string; file: Buffer }> {
    const [view, services] = await Promise.all([
      this.questionnaires.get(organizationId, id),
      this.tenancy.readOne<ServiceName>(organizationId, serviceNames(organizationId)),
    ]);
    const subject = subjectOf(view, services);
    const file = await writeQuestionnaire({ subject, groups: view.groups, reader: 'practice' });
    return { name: `questionnaire-${view.key}.xlsx`, file };
  }

  /**
   * What a workbook changes; nothing is saved.
   * @throws DomainError questionnaire-frozen, those of returnedAnswers
   */
  async read(organizationId: string, id: string, file: Buffer): Promise<ReturnedWorkbook> {
    const view = await this.questionnaires.get(organizationId, id);
    stateAfter(view.state, 'answer');
    const questions = view.groups.flatMap((group) => group.questions);
    const today = await this.today(organizationId);
    return {
      view,
      questions,
      answers: await returnedAnswers(file, { questions, reader: 'practice', today }),
    };
  }

  /** @throws DomainError stale-version and possible-phi too */
  async import(
    organizationId: string,
    id: string,
    version: number,
    caller: Caller,
    file: Buffer,
  ): Promise<QuestionnaireSummary> {
    const { answers } = await this.read(organizationId, id, file);
    const metadata = { type: 'body', metatype: ChangeAnswersDto } as const;
    const body = new RecordValidation(ChangeAnswersDto).transform({ answers }, metadata) as ChangeAnswersDto;
    const target = { organizationId, id, version };
    return this.questionnaires.answer(target, caller, body.answers, (index) => `/answers/${index}`);
  }

  private async today(organizationId: string): Promise<CalendarDate> {
    const [practice] = await this.tenancy.readOne<{ timeZone: string }>(
      organizationId,
      organizationById(organizationId),
    );
    if (!practice) throw new DomainError('not-found', 'There is no organization with this id.');
    return dateInTimeZone(this.clock.now(), practice.timeZone);
  }
}
