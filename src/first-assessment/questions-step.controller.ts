// A few questions more: of the questionnaire about the tool those that say most. The rest stays open, and is answered whenever there is time.
import { Get, Inject, Post } from '@nestjs/common';
import { CATALOGS, type Catalogs } from '../catalogs/catalogs.module';
import { CLOCK, type Clock } from '../common/clock';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { DomainError } from '../common/problems/domain.error';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { answersFromForm, inWordsOfThePage } from '../questionnaires/answers-from-form';
import { DETAIL_WORDS, SUBMITTER_WORDS } from '../questionnaires/answering-words';
import { answersOf } from '../questionnaires/answering-pages';
import {
  basisField,
  labelsOfQuestions,
  questionForms,
  storedAnswers,
  storedMeanwhile,
} from '../questionnaires/question-form';
import {
  ChangeAnswersDto,
  IssueQuestionnaireDto,
  SubmitQuestionnaireDto,
  type QuestionnaireView,
  type QuestionView,
} from '../questionnaires/questionnaire.dto';
import { askedOnce } from '../questionnaires/questionnaire-pages.controller';
import { QuestionnairesService } from '../questionnaires/questionnaires.service';
import { AnswerContentFields } from '../questionnaires/records/answer.fields';
import { shownDigests } from '../questionnaires/stored-when-shown';
import { withFreeKey } from '../records/free-key';
import { keyFromName } from '../records/key-from-name';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { fieldViews, labelsOf, typedIn, type Values } from '../web/form-view';
import { Frames } from '../web/frames.service';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { bodyOf, submitted } from '../web/submitted';
import { firstQuestions } from './first-questions';
import { goOn, Way, type PlaceAtTool } from './way.service';

const DETAILS = { type: AnswerContentFields, words: DETAIL_WORDS };
const TITLE = 'A few questions more';
const [ASK, ANSWER, HAND_IN] = ['begin', 'questions', 'hand-in'].map(
  (name) => `first-assessment/${name}`,
) as [string, string, string];

interface Asked {
  view: QuestionnaireView;
  questions: QuestionView[];
}

@Pages('organizations/:organizationId/first-assessment/services/:serviceId/questions')
export class QuestionsStepController {
  constructor(
    private readonly way: Way,
    private readonly questionnaires: QuestionnairesService,
    private readonly frames: Frames,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allows('questionnaires.answer')
  async ask(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
  ): Promise<Page> {
    const place = await this.way.atTool(organizationId, 'questions', serviceId);
    const asked = await this.asked(organizationId, place);
    if (!asked) return new Page(ASK, TITLE, { ...shownAt(place), faults: NO_FAULTS });
    const { questions } = asked;
    return new Page(ANSWER, TITLE, answerData(place, questions, storedAnswers(questions), NO_FAULTS));
  }

  /** Asks: the questionnaire that the facts of today give rise to. */
  @Post('begin')
  @Allows('questionnaires.issue')
  async begin(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
    @CurrentCaller() caller: Caller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const place = await this.way.atTool(organizationId, 'questions', serviceId);
    const { key: service } = place.tool;
    const work = async (): Promise<SeeOther> => {
      const wanted = `${service}-${this.clock.now().getUTCFullYear()}`;
      await withFreeKey(keyFromName(wanted, 'questionnaire'), (key) => {
        const body = bodyOf(IssueQuestionnaireDto, form, { key, about: 'service', service });
        return this.questionnaires.issue(organizationId, caller, body);
      }).catch(unlessAskedAlready);
      return new SeeOther(hereAt(place));
    };
    const again = { view: ASK, title: TITLE, labels: {} };
    return submitted(work, { ...again, data: (faults) => ({ ...shownAt(place), faults }) });
  }

  @Post()
  @Allows('questionnaires.answer')
  async save(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
    @CurrentCaller() caller: Caller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const place = await this.way.atTool(organizationId, 'questions', serviceId);
    const asked = await this.asked(organizationId, place);
    if (!asked) return new SeeOther(hereAt(place));
    const { view, questions } = asked;
    const work = async (): Promise<SeeOther> => {
      const answers = answersFromForm(form, questions, DETAILS);
      const target = { organizationId, id: view.id, version: view.version };
      try {
        const body = bodyOf(ChangeAnswersDto, form, { answers });
        if (answers.length > 0)
          await this.questionnaires.answer(target, caller, body.answers, (index) => `/answers/${index}`);
      } catch (error) {
        throw inWordsOfThePage(error, answers);
      }
      return new SeeOther(`${hereAt(place)}/hand-in`);
    };
    return submitted(work, {
      ...{ view: ANSWER, title: TITLE, labels: labelsOfQuestions(questions, DETAILS) },
      data: async (faults, code) => {
        const now = code === 'stale-version' ? await this.asked(organizationId, place) : null;
        const data = answerData(place, now?.questions ?? questions, typedIn(form), faults);
        if (!now) return { ...data, shown: form.text('shown') };
        return { ...data, storedNow: storedMeanwhile(now.questions, typedIn(form)) };
      },
    });
  }

  @Get('hand-in')
  @Allows('questionnaires.answer')
  async askToHandIn(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
    @CurrentCaller() caller: Caller,
  ): Promise<Page | SeeOther> {
    const place = await this.way.atTool(organizationId, 'questions', serviceId);
    const asked = await this.asked(organizationId, place);
    if (!asked) return new SeeOther(hereAt(place));
    const signer = await this.frames.signerOf(caller, organizationId);
    const offered: Values = (field) => [(signer as Record<string, string>)[field] ?? ''].filter(Boolean);
    return new Page(HAND_IN, TITLE, handInData(place, asked, offered, NO_FAULTS));
  }

  @Post('hand-in')
  @Allows('questionnaires.answer')
  async handIn(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
    @CurrentCaller() caller: Caller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const place = await this.way.atTool(organizationId, 'questions', serviceId);
    const asked = await this.asked(organizationId, place);
    if (!asked) return new SeeOther(hereAt(place));
    const work = async (): Promise<SeeOther> => {
      const target = { organizationId, id: asked.view.id, version: Number(form.text('version')) };
      const body = bodyOf(SubmitQuestionnaireDto, form);
      await this.questionnaires.submit(target, caller, body).catch((error: unknown) => {
        throw askedOnce(error);
      });
      return goOn(place, 'questions', serviceId);
    };
    const again = { view: HAND_IN, title: TITLE, labels: labelsOf(SUBMITTER_WORDS) };
    return submitted(work, { ...again, data: (faults) => handInData(place, asked, typedIn(form), faults) });
  }

  /** The questionnaire that is being answered, and the few of it; null while none is. */
  private async asked(organizationId: string, { tool }: PlaceAtTool): Promise<Asked | null> {
    if (tool.questionnaire?.state !== 'issued') return null;
    const view = await this.questionnaires.get(organizationId, tool.questionnaire.id);
    return { view, questions: firstQuestions(view, this.catalogs.firstAssessment) };
  }
}

/** Pressed twice: the questions are there. */
function unlessAskedAlready(error: unknown): void {
  if (!(error instanceof DomainError) || error.code !== 'questionnaire-open') throw error;
}

function hereAt({ at, tool }: PlaceAtTool): string {
  return `${at}/first-assessment/services/${tool.id}/questions`;
}

function shownAt(place: PlaceAtTool): object {
  const { at, way, tool } = place;
  const answered = tool.questionnaire ? `${at}/questionnaires/${tool.questionnaire.id}` : '';
  return {
    at,
    way,
    tool,
    here: hereAt(place),
    isSubmitted: tool.questionnaire?.state === 'submitted',
    answered,
  };
}

function answerData(
  place: PlaceAtTool,
  questions: readonly QuestionView[],
  values: Values,
  faults: ShownFaults,
): object {
  return {
    ...shownAt(place),
    ...{ faults, storedNow: [], shown: shownDigests(questions, DETAILS) },
    basis: basisField(values, faults),
    questions: questionForms(questions, DETAILS, values, faults),
  };
}

function handInData(
  place: PlaceAtTool,
  { view, questions }: Asked,
  values: Values,
  faults: ShownFaults,
): object {
  const fields = fieldViews(SubmitQuestionnaireDto, SUBMITTER_WORDS, values, faults);
  const { open, minutesLeft } = view.progress;
  return {
    ...{ ...shownAt(place), faults, version: view.version, open, minutesLeft },
    answered: answersOf(questions).length,
    rest: `${place.at}/questionnaires/${view.id}`,
    fields: { ...fields, openCountsAsUnknown: { ...fields.openCountsAsUnknown, required: true } },
  };
}
