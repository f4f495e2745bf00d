// Reviewing and sealing: a named person states something on the version that they have read.
import { Get, Post } from '@nestjs/common';
import { SealDto, SignOffDto, type AssessmentResponse } from '../assessments/assessment.dto';
import { AssessmentReader } from '../assessments/assessment-reader.service';
import { AssessmentsService } from '../assessments/assessments.service';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { NO_FAULTS } from '../web/form-faults';
import { labelsOf, typedIn } from '../web/form-view';
import { Frames } from '../web/frames.service';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { bodyOf, submitted } from '../web/submitted';
import { OPEN_COMMENTS_LABEL } from './form-words';
import { REVIEW, SEAL, signOffData, type SignOffStep } from './sign-off.presenter';

@Pages('organizations/:organizationId/assessments/:assessmentId')
export class SignOffPagesController {
  constructor(
    private readonly assessments: AssessmentsService,
    private readonly reader: AssessmentReader,
    private readonly frames: Frames,
  ) {}

  @Get('review')
  @Allows('assessments.review')
  askReview(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('assessmentId') id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<Page | SeeOther> {
    return this.ask(REVIEW, organizationId, id, caller);
  }

  @Post('review')
  @Allows('assessments.review')
  review(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('assessmentId') id: string,
    @CurrentCaller() caller: Caller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    return this.take(REVIEW, organizationId, id, form, (version) =>
      this.assessments.review(organizationId, id, version, caller, bodyOf(SignOffDto, form)),
    );
  }

  @Get('seal')
  @Allows('assessments.seal')
  askSeal(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('assessmentId') id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<Page | SeeOther> {
    return this.ask(SEAL, organizationId, id, caller);
  }

  @Post('seal')
  @Allows('assessments.seal')
  seal(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('assessmentId') id: string,
    @CurrentCaller() caller: Caller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    return this.take(SEAL, organizationId, id, form, (version) =>
      this.assessments.seal(organizationId, id, version, caller, bodyOf(SealDto, form)),
    );
  }

  /** Who comes by an old link, to a step that is not the next, is shown where the assessment stands. */
  private async ask(
    step: SignOffStep,
    organizationId: string,
    id: string,
    caller: Caller,
  ): Promise<Page | SeeOther> {
    const at = `/organizations/${organizationId}`;
    const row = await this.reader.get(organizationId, id);
    if (row.redactedAt || row.status !== step.from) return new SeeOther(`${at}/assessments/${id}`);
    const [{ document }, { name, role }] = await Promise.all([
      this.reader.read(organizationId, id),
      this.frames.signerOf(caller, organizationId),
    ]);
    const offered = (field: string): string[] => [{ name, role }[field] ?? ''].filter(Boolean);
    const data = signOffData(step, at, row, document, { values: offered, faults: NO_FAULTS, code: null });
    return new Page(step.view, step.title, data);
  }

  private async take(
    step: SignOffStep,
    organizationId: string,
    id: string,
    form: FormBody,
    sign: (version: number) => Promise<AssessmentResponse>,
  ): Promise<Page | SeeOther> {
    const at = `/organizations/${organizationId}`;
    const row = await this.reader.get(organizationId, id);
    const { document } = await this.reader.read(organizationId, id);
    const work = async (): Promise<SeeOther> => {
      await sign(versionIn(form));
      return new SeeOther(`${at}/assessments/${id}`, step.notice);
    };
    return submitted(work, {
      ...{
        view: step.view,
        title: step.title,
        labels: { ...labelsOf(step.words), openComments: OPEN_COMMENTS_LABEL },
      },
      data: (faults, code) => signOffData(step, at, row, document, { values: typedIn(form), faults, code }),
    });
  }
}

/** Of the assessment as it was read; 0, which none has, where the form does not say. */
function versionIn(form: FormBody): number {
  const text = form.text('version');
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}
