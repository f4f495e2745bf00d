// The AI Tech Checklist of one tool as a form: read with what applies to the tool, and stored as it was sent.
import { Inject, Injectable } from '@nestjs/common';
import { CATALOGS, type Catalogs } from '../catalogs/catalogs.module';
import { checklistOfService, type StoredChecklist } from '../checklists/checklist-of-service.query';
import { CreateChecklistDto, UpdateChecklistDto } from '../checklists/checklist.dto';
import type { ChecklistItem } from '../checklists/checklist.fields';
import { CHECKLIST } from '../checklists/checklist.record';
import { dateInTimeZone, type CalendarDate } from '../common/calendar-date';
import { CLOCK, type Clock } from '../common/clock';
import type { FormBody } from '../common/http/form-body';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import { exportedDossier } from '../dossiers/dossier.query';
import { selectQuestions } from '../dossiers/select-questions';
import type { Caller } from '../identity/caller';
import { answersFromForm, inWordsOfThePage, type AnswerOnPage } from '../questionnaires/answers-from-form';
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
import { RecordsService, type RecordWrite } from '../records/records.service';
import { serviceNames, type ServiceName } from '../vendors/service-names.query';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { typedIn, type Values } from '../web/form-view';
import { Page, type SeeOther } from '../web/page';
import { bodyOf, submitted } from '../web/submitted';
import { answersAfter, checklistQuestions } from './checklist-form';

const { basis, evidence } = DETAIL_WORDS;
const DETAILS = { type: AnswerContentFields, words: { basis, evidence } };

interface Shown {
  service: ServiceName;
  stored: StoredChecklist | null;
  today: CalendarDate;
  questions: AskedOnPage[];
  data: (values: Values, faults: ShownFaults) => object;
}

/** Where the form stands: its view and title, and what else its page shows. */
export interface ChecklistPlace {
  view: string;
  title: string;
  beside: object;
  /** asked somewhere else on the way to this form */
  leftOut?: ChecklistItem;
}

/** What a checklist that was stored between reading and writing comes to: a newer one, or one too many. */
const MET_ANOTHER = new Set(['stale-version', 'key-taken']);

@Injectable()
export class ServiceChecklists {
  constructor(
    private readonly records: RecordsService,
    private readonly tenancy: Tenancy,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError not-found */
  async page(
    organizationId: string,
    serviceId: string,
    { view, title, beside, leftOut }: ChecklistPlace,
  ): Promise<Page> {
    const { questions, data } = await this.read(organizationId, serviceId, leftOut);
    return new Page(view, title, { ...data(storedAnswers(questions), NO_FAULTS), ...beside });
  }

  /** @param done where to go on once it is stored */
  async save(
    { organizationId, serviceId }: { organizationId: string; serviceId: string },
    caller: Caller,
    form: FormBody,
    { view, title, beside, leftOut }: ChecklistPlace,
    done: SeeOther,
  ): Promise<Page | SeeOther> {
    const shown = await this.read(organizationId, serviceId, leftOut);
    const work = async (): Promise<SeeOther> => {
      await this.change(organizationId, caller, form, shown, answersFromForm(form, shown.questions, DETAILS));
      return done;
    };
    return submitted(work, {
      ...{ view, title, labels: labelsOfQuestions(shown.questions, DETAILS) },
      data: async (faults, code) => {
        // read anew: what was stored between is what there is to compare with
        const now = code === 'stale-version' ? await this.read(organizationId, serviceId, leftOut) : null;
        return {
          ...(now ?? shown).data(typedIn(form), faults),
          ...(now ? {} : { shown: form.text('shown') }),
          ...(now ? { storedNow: storedMeanwhile(now.questions, typedIn(form)) } : {}),
          ...beside,
        };
      },
    });
  }

  /**
   * One answer alone, as another form asks it: it rests on no other, so that it goes beside whatever is stored at the same moment.
   * @param beside what that form stores besides, in the same transaction; asked again where the first try met another
   */
  async answer(
    { organizationId, serviceId }: { organizationId: string; serviceId: string },
    caller: Caller,
    form: FormBody,
    answer: AnswerOnPage,
    beside: () => Promise<RecordWrite[]> = () => Promise.resolve([]),
  ): Promise<void> {
    const write = async (): Promise<void> => {
      const stored = await this.read(organizationId, serviceId);
      await this.change(organizationId, caller, form, stored, [answer], await beside());
    };
    await write().catch((error: unknown) => {
      if (error instanceof DomainError && MET_ANOTHER.has(error.code)) return write();
      throw error;
    });
  }

  private async change(
    organizationId: string,
    caller: Caller,
    form: FormBody,
    { service, stored, today }: Shown,
    changes: readonly AnswerOnPage[],
    beside: readonly RecordWrite[] = [],
  ): Promise<void> {
    if (changes.length === 0) return;
    const answers = answersAfter(stored?.answers ?? [], changes, today);
    try {
      if (stored) {
        const { id, version, key } = stored;
        const fields = bodyOf(UpdateChecklistDto, form, { answers });
        const changed = { kind: CHECKLIST, key, shown: { id, version }, fields };
        await this.records.writeTogether(organizationId, caller, changed, beside);
        return;
      }
      await withFreeKey(keyFromName(service.key, 'checklist'), (key) => {
        const fields = bodyOf(CreateChecklistDto, form, { key, service: service.key, answers });
        const made = { kind: CHECKLIST, key, shown: null, fields };
        return this.records.writeTogether(organizationId, caller, made, beside);
      });
    } catch (error) {
      throw inWordsOfThePage(
        error,
        answers.map(({ item }) => ({ question: item })),
      );
    }
  }

  private async read(organizationId: string, serviceId: string, leftOut?: ChecklistItem): Promise<Shown> {
    const services = await this.tenancy.readOne<ServiceName>(organizationId, serviceNames(organizationId));
    const service = services.find(({ id }) => id === serviceId);
    if (!service) throw new DomainError('not-found', 'There is no tool with this id.');
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
    const left = techChecklist.items.filter(({ id }) => !applying.has(id)).length;
    if (leftOut) applying.delete(leftOut);
    const questions = checklistQuestions(techChecklist, applying, stored?.answers ?? []);
    const data = (values: Values, faults: ShownFaults): object => ({
      at: `/organizations/${organizationId}/services/${serviceId}`,
      name: service.name,
      shown: shownDigests(questions, DETAILS),
      ...{ faults, left, storedNow: [] },
      basis: basisField(values, faults),
      questions: questionForms(questions, DETAILS, values, faults),
    });
    return { service, stored: stored ?? null, today, questions, data };
  }
}
