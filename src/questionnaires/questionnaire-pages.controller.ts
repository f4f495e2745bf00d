import { Get, Inject, Post, Query } from '@nestjs/common';
import { UuidParam } from '../common/http/uuid-param';
import { CLOCK, type Clock } from '../common/clock';
import { Form, type FormBody } from '../common/http/form-body';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { withFreeKey } from '../records/free-key';
import { keyFromName } from '../records/key-from-name';
import { serviceNames, type ServiceName } from '../vendors/service-names.query';
import { allOf } from '../web/all-of';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { fieldViews, labelsOf, NOTHING_TYPED, typedIn, type Values } from '../web/form-view';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { bodyOf, submitted } from '../web/submitted';
import { SUBMITTER_WORDS } from './answering-words';
import { questionnaireLines, subjectOf } from './questionnaire-list.presenter';
import { questionnaireOverview } from './questionnaire-overview.presenter';
import {
  IssueQuestionnaireDto,
  SubmitQuestionnaireDto,
  type QuestionnairePageQuery,
} from './questionnaire.dto';
import { QuestionnairesService } from './questionnaires.service';

const LIST = { view: 'questionnaires/list', title: 'Questionnaires' } as const;
const OVERVIEW = 'questionnaires/overview';

@Pages('organizations/:organizationId/questionnaires')
export class QuestionnairePagesController {
  constructor(
    private readonly questionnaires: QuestionnairesService,
    private readonly tenancy: Tenancy,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allows('questionnaires.read')
  async list(
    @UuidParam('organizationId') organizationId: string,
    @Query('service') service?: unknown,
  ): Promise<Page> {
    const data = await this.listed(organizationId, typeof service === 'string' ? service : '');
    return new Page(LIST.view, LIST.title, data(NOTHING_TYPED, NO_FAULTS));
  }

  @Post()
  @Allows('questionnaires.issue')
  async issue(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const data = await this.listed(organizationId, '');
    const work = async (): Promise<SeeOther> => {
      if (form.text('about') === 'service' && form.text('service') === '') throw toolMissing();
      const wanted = `${form.text('service') || 'practice'}-${this.clock.now().getUTCFullYear()}`;
      const { id } = await withFreeKey(keyFromName(wanted, 'questionnaire'), (key) =>
        this.questionnaires.issue(organizationId, caller, bodyOf(IssueQuestionnaireDto, form, { key })),
      );
      return new SeeOther(`/organizations/${organizationId}/questionnaires/${id}`, 'added');
    };
    const again = { ...LIST, labels: { service: 'Which tool?' } };
    return submitted(work, { ...again, data: (faults) => data(typedIn(form), faults) });
  }

  @Get(':questionnaireId')
  @Allows('questionnaires.read')
  async show(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('questionnaireId') id: string,
  ): Promise<Page> {
    const { title, data } = await this.overview(organizationId, id);
    return new Page(OVERVIEW, title, data(NOTHING_TYPED, NO_FAULTS));
  }

  @Post(':questionnaireId/submissions')
  @Allows('questionnaires.answer')
  async submit(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('questionnaireId') id: string,
    @CurrentCaller() caller: Caller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const { title, data } = await this.overview(organizationId, id);
    const work = async (): Promise<SeeOther> => {
      const target = { organizationId, id, version: Number(form.text('version')) };
      const body = bodyOf(SubmitQuestionnaireDto, form);
      await this.questionnaires.submit(target, caller, body).catch((error: unknown) => {
        throw askedOnce(error);
      });
      return new SeeOther(`/organizations/${organizationId}/questionnaires/${id}`, 'submitted');
    };
    return submitted(work, {
      ...{ view: OVERVIEW, title, labels: labelsOf(SUBMITTER_WORDS) },
      data: (faults) => data(typedIn(form), faults),
    });
  }

  private async listed(
    organizationId: string,
    service: string,
  ): Promise<(values: Values, faults: ShownFaults) => object> {
    const [services, questionnaires] = await Promise.all([
      this.services(organizationId),
      allOf((query) => {
        const about: QuestionnairePageQuery = service === '' ? query : { ...query, service };
        return this.questionnaires.list(organizationId, about);
      }),
    ]);
    const at = `/organizations/${organizationId}`;
    const only = services.find(({ key }) => key === service) ?? null;
    return (values, faults) => {
      const [chosen] = values('service');
      const tools = services.map(({ key, name }) => ({
        value: key,
        label: name,
        help: '',
        isChosen: key === chosen,
      }));
      const words = { service: { label: 'Which tool?', kind: 'select' } } as const;
      const field = fieldViews(IssueQuestionnaireDto, words, values, faults).service;
      return {
        ...{ at, faults, only, hasServices: services.length > 0 },
        questionnaires: questionnaireLines(at, questionnaires, services),
        field: { ...field, required: true, options: tools },
      };
    };
  }

  private async overview(
    organizationId: string,
    id: string,
  ): Promise<{ title: string; data: (values: Values, faults: ShownFaults) => object }> {
    const [view, services] = await Promise.all([
      this.questionnaires.get(organizationId, id),
      this.services(organizationId),
    ]);
    const at = `/organizations/${organizationId}`;
    const here = `${at}/questionnaires/${id}`;
    const subject = subjectOf(view, services);
    const { about, service } = view;
    const shown = questionnaireOverview(here, view);
    const data = (values: Values, faults: ShownFaults): object => {
      const fields = fieldViews(SubmitQuestionnaireDto, SUBMITTER_WORDS, values, faults);
      return {
        ...{ at, here, subject, about, service: service ?? '', faults },
        ...shown,
        // shown only where it has to be answered
        fields: { ...fields, openCountsAsUnknown: { ...fields.openCountsAsUnknown, required: true } },
      };
    };
    return { title: `Questionnaire: ${subject}`, data };
  }

  private services(organizationId: string): Promise<ServiceName[]> {
    return this.tenancy.readOne<ServiceName>(organizationId, serviceNames(organizationId));
  }
}

function toolMissing(): DomainError {
  const fault = { pointer: '/service', code: 'service-missing', detail: 'choose one' } as const;
  return new DomainError('request-invalid', 'The tool is missing.', [fault]);
}

/** Open questions are many; what they ask of who submits is one thing. */
export function askedOnce(error: unknown): unknown {
  if (!(error instanceof DomainError) || error.code !== 'questionnaire-incomplete') return error;
  const detail = `${error.detail} Answer them first, or let them count as not known.`;
  return new DomainError(error.code, error.detail, [
    { pointer: '/openCountsAsUnknown', code: 'question-open', detail },
  ]);
}
