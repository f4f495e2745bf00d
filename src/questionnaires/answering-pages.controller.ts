import { Get, Param, Post, Query } from '@nestjs/common';
import { UuidParam } from '../common/http/uuid-param';
import { Form, type FormBody } from '../common/http/form-body';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { serviceNames, type ServiceName } from '../vendors/service-names.query';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { typedIn, type Values } from '../web/form-view';
import { Fragment, Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { bodyOf, submitted } from '../web/submitted';
import { answersFromForm, answersReadyIn, inWordsOfThePage, type AnswerOnPage } from './answers-from-form';
import { addressOf, answeringPages, pageAt, type PlaceAmongPages } from './answering-pages';
import { DETAIL_WORDS } from './answering-words';
import { minutesInWords, percentDone } from './progress-in-words';
import {
  basisField,
  labelsOfQuestions,
  questionForms,
  storedAnswers,
  storedMeanwhile,
} from './question-form';
import { shownDigests, shownOnceKept } from './stored-when-shown';
import { subjectOf } from './questionnaire-list.presenter';
import { refusalOf, savedInWords, savesOf, whereNext } from './steps-between-pages';
import { ChangeAnswersDto, type QuestionnaireView } from './questionnaire.dto';
import { QuestionnairesService } from './questionnaires.service';
import { AnswerContentFields } from './records/answer.fields';
import { isFrozen } from './records/lifecycle';

const VIEW = 'questionnaires/answer';
const DETAILS = { type: AnswerContentFields, words: DETAIL_WORDS };

interface Shown {
  view: QuestionnaireView;
  place: PlaceAmongPages;
  here: string;
  data: (values: Values, faults: ShownFaults) => object;
}

@Pages('organizations/:organizationId/questionnaires/:questionnaireId/groups')
export class AnsweringPagesController {
  constructor(
    private readonly questionnaires: QuestionnairesService,
    private readonly tenancy: Tenancy,
  ) {}

  @Get(':group')
  @Allows('questionnaires.answer')
  async show(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('questionnaireId') id: string,
    @Param('group') group: string,
    @Query('part') part?: unknown,
  ): Promise<Page | SeeOther> {
    const { view, place, here, data } = await this.read(organizationId, id, group, part);
    if (isFrozen(view.state)) return new SeeOther(here);
    return new Page(VIEW, place.page.title, data(storedAnswers(place.page.questions), NO_FAULTS));
  }

  @Post(':group')
  @Allows('questionnaires.answer')
  async save(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('questionnaireId') id: string,
    @Param('group') group: string,
    @CurrentCaller() caller: Caller,
    @Form() form: FormBody,
    @Query('part') part?: unknown,
  ): Promise<Page | SeeOther> {
    const { view, place, here, data } = await this.read(organizationId, id, group, part);
    const { questions, title } = place.page;
    const work = async (): Promise<SeeOther> => {
      const answers = answersFromForm(form, questions, DETAILS);
      await this.saveAnswers({ organizationId, id, version: view.version }, caller, form, answers);
      return new SeeOther(whereNext(form.text('then'), here, place), answers.length > 0 ? 'saved' : null);
    };
    return submitted(work, {
      ...{ view: VIEW, title, labels: labelsOfQuestions(questions, DETAILS) },
      data: async (faults, code) => {
        const isStale = code === 'stale-version';
        // read anew: what was stored between is what there is to compare with
        const now = isStale ? await this.read(organizationId, id, group, part) : null;
        return {
          ...(now?.data ?? data)(typedIn(form), faults),
          ...(now ? {} : { shown: form.text('shown') }),
          ...(now ? { storedNow: storedMeanwhile(now.place.page.questions, typedIn(form)) } : {}),
        };
      },
    });
  }

  /** What can be kept of a page while it is filled in: sent by scripts on every change, answered with a line that says so. */
  @Post(':group/saves')
  @Allows('questionnaires.answer')
  async keep(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('questionnaireId') id: string,
    @Param('group') group: string,
    @CurrentCaller() caller: Caller,
    @Form() form: FormBody,
    @Query('part') part?: unknown,
  ): Promise<Fragment> {
    const { view, place } = await this.read(organizationId, id, group, part);
    const { ready, waiting } = answersReadyIn(form, place.page.questions, DETAILS);
    const target = { organizationId, id, version: view.version };
    const fault = await refusalOf(this.saveAnswers(target, caller, form, ready));
    const kept = ready.map(({ question }) => question);
    const now = await this.read(organizationId, id, group, part);
    return new Fragment('questionnaires/saved', {
      words: fault ? 'Not saved yet: please press a button below.' : savedInWords(ready.length, waiting),
      shown: shownOnceKept(form.text('shown'), fault ? [] : kept, now.place.page.questions, DETAILS),
      minutes: minutesInWords(now.view.progress),
    });
  }

  private async saveAnswers(
    target: { organizationId: string; id: string; version: number },
    caller: Caller,
    form: FormBody,
    answers: readonly AnswerOnPage[],
  ): Promise<void> {
    if (answers.length === 0) return;
    try {
      const body = bodyOf(ChangeAnswersDto, form, { answers });
      await this.questionnaires.answer(target, caller, body.answers, (index) => `/answers/${index}`);
    } catch (error) {
      throw inWordsOfThePage(error, answers);
    }
  }

  private async read(organizationId: string, id: string, group: string, part: unknown): Promise<Shown> {
    const [view, services] = await Promise.all([
      this.questionnaires.get(organizationId, id),
      this.tenancy.readOne<ServiceName>(organizationId, serviceNames(organizationId)),
    ]);
    const place = pageAt(answeringPages(view), group, part === undefined ? 1 : Number(part));
    if (!place) throw new DomainError('not-found', 'There is no such page in this questionnaire.');
    const here = `/organizations/${organizationId}/questionnaires/${id}`;
    const { page, before } = place;
    const head = {
      ...{ here, subject: subjectOf(view, services), title: page.title, part: page.part, parts: page.parts },
      action: addressOf(here, page),
      shown: shownDigests(page.questions, DETAILS),
      saves: savesOf(here, page),
      isFirst: before === null,
      minutes: minutesInWords(view.progress),
      percent: percentDone(
        view.groups.flatMap(({ questions }) => questions),
        view.progress,
      ),
    };
    const data = (values: Values, faults: ShownFaults): object => ({
      ...head,
      ...{ faults, storedNow: [] },
      basis: basisField(values, faults),
      questions: questionForms(page.questions, DETAILS, values, faults),
    });
    return { view, place, here, data };
  }
}
