// The questions, a few a page, as the practice itself answers them; kept as they are given, from whichever device.
import { Get, Param, Post, Query } from '@nestjs/common';
import { Form, type FormBody } from '../common/http/form-body';
import { DomainError } from '../common/problems/domain.error';
import { CurrentVendorLink, type VendorLinkCaller } from '../identity/caller';
import { VENDOR_PAGES } from '../identity/vendor-link-cookie';
import { ForVendorLink } from '../permissions/route-access';
import { addressOf, answeringPages, pageAt, type PlaceAmongPages } from '../questionnaires/answering-pages';
import {
  answersFromForm,
  answersReadyIn,
  inWordsOfThePage,
  type AnswerOnPage,
} from '../questionnaires/answers-from-form';
import {
  labelsOfQuestions,
  questionForms,
  storedAnswers,
  storedMeanwhile,
} from '../questionnaires/question-form';
import { ChangeAnswersDto } from '../questionnaires/questionnaire.dto';
import { AnswerContentFields } from '../questionnaires/records/answer.fields';
import { refusalOf, savedInWords, savesOf, whereNext } from '../questionnaires/steps-between-pages';
import { shownDigests, shownOnceKept } from '../questionnaires/stored-when-shown';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { typedIn, type Values } from '../web/form-view';
import { Fragment, Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { bodyOf, submitted } from '../web/submitted';
import { VendorAnswersService } from './vendor-answers.service';
import { formOf, HERE, vendorOverview } from './vendor-questionnaire.presenter';
import type { DraftedAnswers } from './vendor-link.query';
import { VENDOR_DETAIL_WORDS } from './vendor-words';

const VIEW = 'vendor-links/answer';
const DETAILS = { type: AnswerContentFields, words: VENDOR_DETAIL_WORDS, knownBy: 'stated' } as const;

interface Shown {
  /** the answers that the page was made from */
  seen: DraftedAnswers;
  place: PlaceAmongPages;
  minutes: string;
  data: (values: Values, faults: ShownFaults) => object;
}

@Pages(`${VENDOR_PAGES}/groups`)
@ForVendorLink()
export class VendorAnsweringPagesController {
  constructor(private readonly answers: VendorAnswersService) {}

  @Get(':group')
  async show(
    @CurrentVendorLink() caller: VendorLinkCaller,
    @Param('group') group: string,
    @Query('part') part?: unknown,
  ): Promise<Page> {
    const { place, data } = await this.read(caller, group, part);
    return new Page(VIEW, place.page.title, data(storedAnswers(place.page.questions), NO_FAULTS));
  }

  @Post(':group')
  async save(
    @CurrentVendorLink() caller: VendorLinkCaller,
    @Param('group') group: string,
    @Form() form: FormBody,
    @Query('part') part?: unknown,
  ): Promise<Page | SeeOther> {
    const { seen, place, data } = await this.read(caller, group, part);
    const { questions, title } = place.page;
    const work = async (): Promise<SeeOther> => {
      const answers = answersFromForm(form, questions, DETAILS);
      await this.saveAnswers(caller, seen, form, answers);
      return new SeeOther(whereNext(form.text('then'), HERE, place), answers.length > 0 ? 'saved' : null);
    };
    return submitted(work, {
      ...{ view: VIEW, title, labels: labelsOfQuestions(questions, DETAILS) },
      data: async (faults, code) => {
        const now = code === 'stale-version' ? await this.read(caller, group, part) : null;
        return {
          ...(now?.data ?? data)(typedIn(form), faults),
          ...(now
            ? { storedNow: storedMeanwhile(now.place.page.questions, typedIn(form)) }
            : { shown: form.text('shown') }),
        };
      },
    });
  }

  /** Sent by scripts on every change. */
  @Post(':group/saves')
  async keep(
    @CurrentVendorLink() caller: VendorLinkCaller,
    @Param('group') group: string,
    @Form() form: FormBody,
    @Query('part') part?: unknown,
  ): Promise<Fragment> {
    const { seen, place } = await this.read(caller, group, part);
    const { ready, waiting } = answersReadyIn(form, place.page.questions, DETAILS);
    const fault = await refusalOf(this.saveAnswers(caller, seen, form, ready));
    const kept = ready.map(({ question }) => question);
    const now = await this.read(caller, group, part);
    return new Fragment('questionnaires/saved', {
      words:
        fault || waiting > 0 ? 'Not saved yet: please press a button below.' : savedInWords(ready.length, 0),
      shown: shownOnceKept(form.text('shown'), fault ? [] : kept, now.place.page.questions, DETAILS),
      minutes: now.minutes,
    });
  }

  private async saveAnswers(
    caller: VendorLinkCaller,
    seen: DraftedAnswers,
    form: FormBody,
    answers: readonly AnswerOnPage[],
  ): Promise<void> {
    if (answers.length === 0) return;
    try {
      const body = bodyOf(ChangeAnswersDto, form, { answers });
      await this.answers.save(caller, seen, body.answers, (index) => `/answers/${index}`);
    } catch (error) {
      throw inWordsOfThePage(error, answers);
    }
  }

  private async read(caller: VendorLinkCaller, group: string, part: unknown): Promise<Shown> {
    const asked = await this.answers.get(caller);
    const place = pageAt(answeringPages(asked), group, part === undefined ? 1 : Number(part));
    if (!place) throw new DomainError('not-found', 'There is no such page in this questionnaire.');
    const { page, before } = place;
    // What a good answer is would be put into the vendor's mouth; why it is asked, and what would show it, helps.
    const questions = page.questions.map((question) => ({ ...question, goodAnswer: null }));
    const { service, minutes, percent } = vendorOverview(asked);
    const head = {
      ...{ here: HERE, service, title: page.title, part: page.part, parts: page.parts, minutes, percent },
      action: formOf(asked.linkId, addressOf(HERE, page)),
      ...{ saves: formOf(asked.linkId, savesOf(HERE, page)), isFirst: before === null },
      shown: shownDigests(page.questions, DETAILS),
    };
    const attached = (id: string): string[] =>
      asked.documents.filter((one) => one.questions.includes(id)).map(({ title }) => title);
    const data = (values: Values, faults: ShownFaults): object => ({
      ...head,
      ...{ faults, storedNow: [] },
      questions: questionForms(questions, DETAILS, values, faults).map((form, index) => {
        const id = questions[index]?.id ?? '';
        return { form, attach: `${HERE}/documents/${id}`, documents: attached(id), title: form.question };
      }),
    });
    return { seen: asked.answers, place, minutes, data };
  }
}
