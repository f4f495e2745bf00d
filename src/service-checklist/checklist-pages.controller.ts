import { Get, Inject, Post } from '@nestjs/common';
import { CATALOGS, type Catalogs } from '../catalogs/catalogs.module';
import { checklistOfService, type StoredChecklist } from '../checklists/checklist-of-service.query';
import { CreateChecklistDto, UpdateChecklistDto } from '../checklists/checklist.dto';
import type { ChecklistAnswerFields } from '../checklists/checklist.fields';
import { CHECKLIST } from '../checklists/checklist.record';
import { dateInTimeZone, type CalendarDate } from '../common/calendar-date';
import { CLOCK, type Clock } from '../common/clock';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import { exportedDossier } from '../dossiers/dossier.query';
import { selectQuestions } from '../dossiers/select-questions';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { answersFromForm, inWordsOfThePage } from '../questionnaires/answers-from-form';
import { DETAIL_WORDS } from '../questionnaires/answering-words';
import {
  basisField,
  labelsOfQuestions,
  questionForms,
  storedAnswers,
  storedMeanwhile,
  type AskedOnPage,
} from '../questionnaires/question-form';
import { AnswerContentFields } from '../questionnaires/records/answer.fields';
import { shownDigests } from '../questionnaires/stored-when-shown';
import { withFreeKey } from '../records/free-key';
import { keyFromName } from '../records/key-from-name';
import { RecordsService } from '../records/records.service';
import { serviceNames, type ServiceName } from '../vendors/service-names.query';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { typedIn, type Values } from '../web/form-view';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { bodyOf, submitted } from '../web/submitted';
import { answersAfter, checklistQuestions } from './checklist-form';

const { basis, evidence } = DETAIL_WORDS;
const DETAILS = { type: AnswerContentFields, words: { basis, evidence } };
const VIEW = { view: 'checklists/checklist', title: 'AI Tech Checklist' } as const;

interface Shown {
  service: ServiceName;
  stored: StoredChecklist | null;
  today: CalendarDate;
  questions: AskedOnPage[];
  data: (values: Values, faults: ShownFaults) => object;
}

@Pages('organizations/:organizationId/services/:serviceId/checklist')
export class ChecklistPagesController {
  constructor(
    private readonly records: RecordsService,
    private readonly tenancy: Tenancy,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allows('records.read')
  async show(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
  ): Promise<Page> {
    const { questions, data } = await this.read(organizationId, serviceId);
    return new Page(VIEW.view, VIEW.title, data(storedAnswers(questions), NO_FAULTS));
  }

  @Post()
  @Allows('checklists.write')
  async save(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
    @CurrentCaller() caller: Caller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const shown = await this.read(organizationId, serviceId);
    const work = async (): Promise<SeeOther> => {
      const changes = answersFromForm(form, shown.questions, DETAILS);
      const answers = answersAfter(shown.stored?.answers ?? [], changes, shown.today);
      if (changes.length > 0) await this.store(organizationId, caller, form, shown, answers);
      return new SeeOther(`/organizations/${organizationId}/services/${serviceId}/checklist`, 'saved');
    };
    return submitted(work, {
      ...{ ...VIEW, labels: labelsOfQuestions(shown.questions, DETAILS) },
      data: async (faults, code) => {
        // read anew: what was stored between is what there is to compare with
        const now = code === 'stale-version' ? await this.read(organizationId, serviceId) : null;
        return {
          ...(now ?? shown).data(typedIn(form), faults),
          ...(now ? {} : { shown: form.text('shown') }),
          ...(now ? { storedNow: storedMeanwhile(now.questions, typedIn(form)) } : {}),
        };
      },
    });
  }

  private async store(
    organizationId: string,
    caller: Caller,
    form: FormBody,
    { service, stored }: Shown,
    answers: ChecklistAnswerFields[],
  ): Promise<void> {
    try {
      if (stored) {
        const target = { id: stored.id, version: stored.version };
        const changes = bodyOf(UpdateChecklistDto, form, { answers });
        await this.records.update(CHECKLIST, organizationId, caller, target, changes);
        return;
      }
      await withFreeKey(keyFromName(service.key, 'checklist'), (key) => {
        const fields = bodyOf(CreateChecklistDto, form, { key, service: service.key, answers });
        return this.records.create(CHECKLIST, organizationId, caller, fields);
      });
    } catch (error) {
      throw inWordsOfThePage(
        error,
        answers.map(({ item }) => ({ question: item })),
      );
    }
  }

  private async read(organizationId: string, serviceId: string): Promise<Shown> {
    const services = await this.tenancy.readOne<ServiceName>(organizationId, serviceNames(organizationId));
    const service = services.find(({ id }) => id === serviceId);
    if (!service) throw new DomainError('not-found', 'There is no service with this id.');
    const [dossier, [stored]] = await Promise.all([
      exportedDossier(this.tenancy, organizationId),
      this.tenancy.readOne<StoredChecklist>(organizationId, checklistOfService(organizationId, service.key)),
    ]);
    const today = dateInTimeZone(this.clock.now(), dossier.practice.timeZone);
    const ground = { catalog: this.catalogs.questionnaire, asOf: today };
    // each item is asked when the question is that asks the same
    const asked = selectQuestions(dossier, { about: 'service', service: service.key }, ground);
    const applying = new Set<string>(asked.flatMap(({ checklistItem }) => checklistItem ?? []));
    const { techChecklist } = this.catalogs;
    const questions = checklistQuestions(techChecklist, applying, stored?.answers ?? []);
    const data = (values: Values, faults: ShownFaults): object => ({
      at: `/organizations/${organizationId}/services/${serviceId}`,
      name: service.name,
      shown: shownDigests(questions, DETAILS),
      ...{ faults, storedNow: [] },
      left: techChecklist.items.length - questions.length,
      basis: basisField(values, faults),
      questions: questionForms(questions, DETAILS, values, faults),
    });
    return { service, stored: stored ?? null, today, questions, data };
  }
}
