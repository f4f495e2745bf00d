import { Get, Post, Query, StreamableFile } from '@nestjs/common';
import { PersonFields } from '../adjustments/adjustment.fields';
import { PreparationFields } from '../assessments/preparation.fields';
import { CreateAssessmentDto } from '../assessments/assessment.dto';
import { AssessmentReader } from '../assessments/assessment-reader.service';
import { AssessmentsService } from '../assessments/assessments.service';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { fieldViews, labelsOf, typedIn, type Values } from '../web/form-view';
import { Frames } from '../web/frames.service';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { bodyOf, submitted } from '../web/submitted';
import { AssessmentReading } from './assessment-reading';
import { assessmentListView } from './assessment-list.presenter';
import { ASSESSOR_WORDS, DRAW_UP_WORDS, PREPARATION_WORDS } from './form-words';
import { toldAtDate } from './incoherence-words';

const ON_A_PAGE = 25;
const NEW = { view: 'assessments/new', title: 'Draw up an assessment' } as const;
const LABELS = {
  ...labelsOf(DRAW_UP_WORDS),
  ...labelsOf(ASSESSOR_WORDS, 'assessor/'),
  ...labelsOf(PREPARATION_WORDS, 'preparation/'),
};

@Pages('organizations/:organizationId/assessments')
export class AssessmentsPagesController {
  constructor(
    private readonly assessments: AssessmentsService,
    private readonly reader: AssessmentReader,
    private readonly reading: AssessmentReading,
    private readonly frames: Frames,
  ) {}

  @Get()
  @Allows('assessments.read')
  async list(
    @UuidParam('organizationId') organizationId: string,
    @Query('cursor') cursor?: unknown,
  ): Promise<Page> {
    const after = typeof cursor === 'string' ? { cursor } : {};
    const page = await this.reader.newest(organizationId, { limit: ON_A_PAGE, ...after });
    const view = assessmentListView(`/organizations/${organizationId}`, page, cursor === undefined);
    return new Page('assessments/list', 'Assessments', view);
  }

  @Get('new')
  @Allows('assessments.draft')
  async new(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
  ): Promise<Page> {
    const { name, role } = await this.frames.signerOf(caller, organizationId);
    const offered: Values = (field) =>
      [{ 'assessor/name': name, 'assessor/role': role }[field] ?? ''].filter(Boolean);
    return new Page(NEW.view, NEW.title, newData(organizationId, offered, NO_FAULTS));
  }

  @Post()
  @Allows('assessments.draft')
  async create(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const work = async (): Promise<SeeOther> => {
      const body = bodyOf(CreateAssessmentDto, form);
      const made = await this.assessments.create(organizationId, caller, body).catch((error: unknown) => {
        throw toldAtDate(error);
      });
      return new SeeOther(`/organizations/${organizationId}/assessments/${made.id}`, 'drawn-up');
    };
    return submitted(work, {
      ...NEW,
      labels: LABELS,
      data: (faults) => newData(organizationId, typedIn(form), faults),
    });
  }

  @Get(':assessmentId')
  @Allows('assessments.read')
  show(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('assessmentId') id: string,
  ): Promise<Page> {
    return this.reading.page(organizationId, id);
  }

  /** The sealed document as a file: what `duecare verify` checks. */
  @Get(':assessmentId/document')
  @Allows('assessments.read')
  async document(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('assessmentId') id: string,
  ): Promise<StreamableFile> {
    const { asOf, status } = await this.reader.get(organizationId, id);
    const bytes = Buffer.from(await this.reader.envelope(organizationId, id));
    return new StreamableFile(bytes, {
      type: 'application/json; charset=utf-8',
      disposition: `attachment; filename="assessment-${asOf}-${status}.json"`,
      length: bytes.length,
    });
  }
}

function newData(organizationId: string, values: Values, faults: ShownFaults): object {
  return {
    at: `/organizations/${organizationId}`,
    faults,
    asOf: fieldViews(CreateAssessmentDto, DRAW_UP_WORDS, values, faults).asOf,
    preparation: fieldViews(PreparationFields, PREPARATION_WORDS, values, faults, 'preparation/'),
    assessor: fieldViews(PersonFields, ASSESSOR_WORDS, values, faults, 'assessor/'),
  };
}
