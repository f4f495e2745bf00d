import { Get, Param, Post, Query } from '@nestjs/common';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { DecideFields } from '../practice-decisions/practice-decision.fields';
import { withFreeKey } from '../records/free-key';
import { keyFromName } from '../records/key-from-name';
import { Frames } from '../web/frames.service';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { besideOf } from '../web/parted-form';
import { sentForm, shownForm } from '../web/record-form';
import { bodyOf } from '../web/submitted';
import { conditionForm, ConditionMetFields, DECIDE_PARTS, decideForm } from './decision-form';
import { decisionListView } from './decision-list.presenter';
import { recordAt, RegistersReader } from './registers-reader.service';
import { RiskDecisions } from './risk-decisions.service';
import { sealedAssessments, type SealedLine } from './sealed-assessment.query';
import { asked, offeredPerson, offering } from './who-words';

@Pages('organizations/:organizationId/registers/practice-decisions')
export class DecisionPagesController {
  constructor(
    private readonly reader: RegistersReader,
    private readonly decisions: RiskDecisions,
    private readonly frames: Frames,
    private readonly tenancy: Tenancy,
  ) {}

  @Get()
  @Allows('records.read')
  async list(@UuidParam('organizationId') organizationId: string): Promise<Page> {
    const view = decisionListView(await this.reader.of(organizationId));
    return new Page('risk-management/decisions', 'Decisions', view);
  }

  @Get('new')
  @Allows('risks.decide')
  async blank(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
    @Query('service') service: unknown,
  ): Promise<Page> {
    const read = await this.reader.of(organizationId);
    const sealed = await this.sealed(organizationId);
    const offered = {
      ...{ service: asked(service), assessmentDigest: sealed[0]?.digest },
      ...offeredPerson('decidedBy', await this.frames.signerOf(caller, organizationId)),
    };
    return shownForm(decideForm(read, sealed), null, offering(offered));
  }

  @Post()
  @Allows('risks.decide')
  async decide(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    const read = await this.reader.of(organizationId);
    const form = decideForm(read, await this.sealed(organizationId));
    return sentForm(form, sent, async () => {
      const beside = besideOf({ type: DecideFields, parts: DECIDE_PARTS }, sent);
      const fields = bodyOf(DecideFields, sent, beside);
      const words = `${fields.service ?? 'ai at all'} ${fields.outcome} ${read.practice.today}`;
      await withFreeKey(keyFromName(words, 'decision'), (key) =>
        this.decisions.decide(organizationId, caller, { ...fields, key }),
      );
      return new SeeOther(`${read.at}/registers/practice-decisions`, 'added');
    });
  }

  @Get(':id/conditions/:place')
  @Allows('records.write')
  async ask(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @Param('place') place: string,
  ): Promise<Page> {
    const { read, condition, decision } = await this.condition(organizationId, id, place);
    const form = conditionForm(read, condition.condition, addressOf(read.at, id, place));
    return shownForm(form, {
      version: decision.version,
      values: offering({ metOn: read.practice.today }),
    });
  }

  @Post(':id/conditions/:place')
  @Allows('records.write')
  async meet(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @Param('place') place: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    const { read, condition, decision } = await this.condition(organizationId, id, place);
    const form = conditionForm(read, condition.condition, addressOf(read.at, id, place));
    const work = async (version: number): Promise<SeeOther> => {
      const { metOn } = bodyOf(ConditionMetFields, sent);
      const conditions = (decision.conditions ?? []).map((one) =>
        one === condition ? { ...one, metOn } : one,
      );
      await this.decisions.meet({ organizationId, id, version }, caller, { conditions });
      return new SeeOther(`${read.at}/registers/practice-decisions`, 'saved');
    };
    return sentForm(form, sent, work, async () => {
      const now = await this.condition(organizationId, id, place);
      return { version: now.decision.version, values: () => [] };
    });
  }

  private async condition(organizationId: string, id: string, place: string) {
    const read = await this.reader.of(organizationId);
    const decision = recordAt(id, read.places.decisions, read.practice.dossier.practiceDecisions);
    const condition = /^\d{1,2}$/.test(place) ? decision.conditions?.[Number(place)] : undefined;
    if (!condition) throw new DomainError('not-found', 'There is no such condition.');
    return { read, decision, condition };
  }

  private sealed(organizationId: string): Promise<SealedLine[]> {
    return this.tenancy.readOne<SealedLine>(organizationId, sealedAssessments(organizationId, null));
  }
}

function addressOf(at: string, id: string, place: string): string {
  return `${at}/registers/practice-decisions/${id}/conditions/${place}`;
}
