// The vendor's questions as a spreadsheet: downloaded, filled in, sent back by the link, looked at once more and saved.
import { Get, Inject, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { dateInTimeZone } from '../common/calendar-date';
import { CLOCK, type Clock } from '../common/clock';
import { Form, type FormBody } from '../common/http/form-body';
import { DomainError } from '../common/problems/domain.error';
import { CurrentVendorLink, type VendorLinkCaller } from '../identity/caller';
import { VENDOR_PAGES } from '../identity/vendor-link-cookie';
import { ForVendorLink } from '../permissions/route-access';
import { ChangeAnswersDto, type QuestionView } from '../questionnaires/questionnaire.dto';
import { AnswerContentFields } from '../questionnaires/records/answer.fields';
import { UNKNOWN } from '../questionnaires/records/question-words';
import { shownDigests } from '../questionnaires/stored-when-shown';
import type { WorkbookAnswer } from '../questionnaires/workbook/answers-from-workbook';
import { carriedAnswers, previewLines } from '../questionnaires/workbook/preview';
import { handedOut } from '../questionnaires/workbook/questionnaire-workbook.controller';
import { receivedWorkbook } from '../questionnaires/workbook/received-workbook';
import { returnedAnswers } from '../questionnaires/workbook/returned-answers';
import { writeQuestionnaire } from '../questionnaires/workbook/write-questionnaire';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { bodyOf, submitted } from '../web/submitted';
import { VendorAnswersService, type VendorQuestionnaire } from './vendor-answers.service';
import { formOf, HERE } from './vendor-questionnaire.presenter';
import { VENDOR_DETAIL_WORDS } from './vendor-words';

const VIEW = { view: 'questionnaires/workbook', title: 'As a spreadsheet' } as const;
const PREVIEW = { view: 'questionnaires/workbook-preview', title: 'What the spreadsheet changes' } as const;
const LABELS = { file: 'The spreadsheet' };
const DETAILS = { type: AnswerContentFields, words: VENDOR_DETAIL_WORDS };

@Pages(`${VENDOR_PAGES}/workbook`)
@ForVendorLink()
export class VendorWorkbookPagesController {
  constructor(
    private readonly answers: VendorAnswersService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@CurrentVendorLink() caller: VendorLinkCaller): Promise<Page> {
    return new Page(VIEW.view, VIEW.title, shown(await this.answers.get(caller), NO_FAULTS));
  }

  @Get('file')
  async download(
    @CurrentVendorLink() caller: VendorLinkCaller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { service, serviceKey, groups } = await this.answers.get(caller);
    const file = await writeQuestionnaire({ subject: service, groups, reader: 'vendor' });
    return handedOut(`questions-${serviceKey}.xlsx`, file, reply);
  }

  @Post()
  async look(
    @CurrentVendorLink() caller: VendorLinkCaller,
    @Req() request: FastifyRequest,
  ): Promise<Page | SeeOther> {
    const asked = await this.answers.get(caller);
    const work = async (): Promise<Page> => {
      const file = await receivedWorkbook(request);
      const today = dateInTimeZone(this.clock.now(), asked.timeZone);
      const answers = await returnedAnswers(file, { questions: questionsOf(asked), reader: 'vendor', today });
      return new Page(PREVIEW.view, PREVIEW.title, preview(asked, answers, NO_FAULTS));
    };
    return submitted(work, { ...VIEW, labels: LABELS, data: (faults) => shown(asked, faults) });
  }

  @Post('answers')
  async save(
    @CurrentVendorLink() caller: VendorLinkCaller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const carried = carriedAnswers(form.text('answers'));
    if (!carried) return new SeeOther(`${HERE}/workbook`);
    const asked = await this.answers.get(caller);
    const work = async (): Promise<SeeOther> => {
      if (form.text('version') !== shownDigests(questionsOf(asked), DETAILS))
        throw new DomainError('stale-version', 'Somebody answered meanwhile.');
      const body = bodyOf(ChangeAnswersDto, form, { answers: carried.map(asVendorsWord) });
      await this.answers.save(caller, asked.answers, body.answers, (index) => `/answers/${index}`);
      return new SeeOther(HERE, 'saved');
    };
    return submitted(work, { ...PREVIEW, labels: {}, data: (faults) => preview(asked, carried, faults) });
  }
}

function questionsOf({ groups }: VendorQuestionnaire): QuestionView[] {
  return groups.flatMap(({ questions }) => questions);
}

/** Nothing of what the page carries says how an answer is known: it is the vendor's word. */
function asVendorsWord({ question, value, evidence, note }: WorkbookAnswer): object {
  return { question, value, basis: value === UNKNOWN ? null : 'stated', evidence, note };
}

function shown({ linkId, service }: VendorQuestionnaire, faults: ShownFaults): object {
  return {
    action: formOf(linkId, `${HERE}/workbook`),
    ...{ back: HERE, download: `${HERE}/workbook/file`, faults },
    ...{ fault: faults.of.file ?? '', subject: service, isOpen: true },
  };
}

function preview(
  asked: VendorQuestionnaire,
  answers: readonly WorkbookAnswer[],
  faults: ShownFaults,
): object {
  const questions = questionsOf(asked);
  return {
    ...{ back: `${HERE}/workbook`, action: formOf(asked.linkId, `${HERE}/workbook/answers`), faults },
    lines: previewLines(answers, questions, 'vendor'),
    ...{ version: shownDigests(questions, DETAILS), answers: JSON.stringify(answers) },
  };
}
