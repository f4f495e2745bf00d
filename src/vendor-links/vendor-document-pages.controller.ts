// A document that shows an answer: sent with its title and date, or one that was sent before.
import { Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Form, FormBody } from '../common/http/form-body';
import { DomainError } from '../common/problems/domain.error';
import { TAKEN } from '../files/media-types';
import { receivedPart } from '../files/received-part';
import { CurrentVendorLink, type VendorLinkCaller } from '../identity/caller';
import { VENDOR_PAGES } from '../identity/vendor-link-cookie';
import { ForVendorLink } from '../permissions/route-access';
import { addressOf, answeringPages } from '../questionnaires/answering-pages';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { fieldViews, labelsOf, NOTHING_TYPED, typedIn, type Values } from '../web/form-view';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { bodyOf, submitted } from '../web/submitted';
import { VendorAnswersService } from './vendor-answers.service';
import { VendorDocumentFields } from './vendor-document.dto';
import { VendorDocumentsService } from './vendor-documents.service';
import { formOf, HERE } from './vendor-questionnaire.presenter';
import { DOCUMENT_WORDS } from './vendor-words';

const VIEW = { view: 'vendor-links/document', title: 'Attach a document' } as const;
const LABELS = { ...labelsOf(DOCUMENT_WORDS), file: 'The file' };

interface Shown {
  back: string;
  data: (values: Values, faults: ShownFaults) => object;
}

@Pages(`${VENDOR_PAGES}/documents`)
@ForVendorLink()
export class VendorDocumentPagesController {
  constructor(
    private readonly answers: VendorAnswersService,
    private readonly documents: VendorDocumentsService,
  ) {}

  @Get(':question')
  async show(
    @CurrentVendorLink() caller: VendorLinkCaller,
    @Param('question') question: string,
  ): Promise<Page> {
    const { data } = await this.read(caller, question);
    return new Page(VIEW.view, VIEW.title, data(NOTHING_TYPED, NO_FAULTS));
  }

  @Post(':question')
  async attach(
    @CurrentVendorLink() caller: VendorLinkCaller,
    @Param('question') question: string,
    @Req() request: FastifyRequest,
  ): Promise<Page | SeeOther> {
    const { back, data } = await this.read(caller, question);
    let form = new FormBody('');
    const work = async (): Promise<SeeOther> => {
      const part = await receivedPart(request, {
        most: Object.keys(DOCUMENT_WORDS).length,
        told: (fields) => (form = new FormBody(new URLSearchParams(fields).toString())),
      });
      try {
        await this.documents.attach(caller, question, part, bodyOf(VendorDocumentFields, form));
      } finally {
        part.stream.resume(); // what is refused is read to its end all the same, or the browser never reads the answer
      }
      return new SeeOther(back, 'added');
    };
    return submitted(work, { ...VIEW, labels: LABELS, data: (faults) => data(typedIn(form), faults) });
  }

  /** Which of those sent before show this answer too. */
  @Post(':question/choices')
  async choose(
    @CurrentVendorLink() caller: VendorLinkCaller,
    @Param('question') question: string,
    @Form() form: FormBody,
  ): Promise<SeeOther> {
    const { back } = await this.read(caller, question);
    await this.documents.choose(caller, question, { shown: form.all('shown'), keys: form.all('documents') });
    return new SeeOther(back, 'saved');
  }

  private async read(caller: VendorLinkCaller, question: string): Promise<Shown> {
    const asked = await this.answers.get(caller);
    const page = answeringPages(asked).find(({ questions }) => questions.some(({ id }) => id === question));
    const found = page?.questions.find(({ id }) => id === question);
    if (!page || !found)
      throw new DomainError('not-found', 'There is no such question in this questionnaire.');
    const back = addressOf(HERE, page);
    const action = `${HERE}/documents/${question}`;
    const there = asked.documents.map(({ key, title, questions }) => ({
      ...{ key, title, isChosen: questions.includes(question) },
    }));
    const data = (values: Values, faults: ShownFaults): object => ({
      action: formOf(asked.linkId, action),
      choices: formOf(asked.linkId, `${action}/choices`),
      ...{ back, faults, fault: faults.of.file ?? '', taken: TAKEN, there },
      ...{ question: found.question, expected: found.evidenceExpected ?? '', practice: asked.practice },
      fields: fieldViews(VendorDocumentFields, DOCUMENT_WORDS, values, faults),
    });
    return { back, data };
  }
}
