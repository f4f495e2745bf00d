import { Get, Post, Query } from '@nestjs/common';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { withFreeKey } from '../records/free-key';
import { keyFromName } from '../records/key-from-name';
import { AcceptanceEndFields, AcceptRiskFields } from '../risk-acceptances/risk-acceptance.fields';
import { Frames } from '../web/frames.service';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { besideOf } from '../web/parted-form';
import { sentForm, shownForm } from '../web/record-form';
import { bodyOf } from '../web/submitted';
import { ACCEPT_PARTS, acceptForm, END_PARTS, endForm } from './acceptance-form';
import { acceptanceListView } from './acceptance-list.presenter';
import { recordAt, RegistersReader } from './registers-reader.service';
import { RiskDecisions } from './risk-decisions.service';
import { asked, offeredPerson, offering } from './who-words';

@Pages('organizations/:organizationId/registers/risk-acceptances')
export class AcceptancePagesController {
  constructor(
    private readonly reader: RegistersReader,
    private readonly decisions: RiskDecisions,
    private readonly frames: Frames,
  ) {}

  @Get()
  @Allows('records.read')
  async list(@UuidParam('organizationId') organizationId: string): Promise<Page> {
    const view = acceptanceListView(await this.reader.of(organizationId));
    return new Page('risk-management/acceptances', 'Accepted risks', view);
  }

  /** The threat, tool or earlier acceptance that the person came from is offered. */
  @Get('new')
  @Allows('risks.decide')
  async blank(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
    @Query() query: Record<string, unknown>,
  ): Promise<Page> {
    const read = await this.reader.of(organizationId);
    const offered = {
      ...{ threat: asked(query.threat), service: asked(query.service), renews: asked(query.renews) },
      ...offeredPerson('acceptedBy', await this.frames.signerOf(caller, organizationId)),
    };
    return shownForm(acceptForm(read), null, offering(offered));
  }

  @Post()
  @Allows('risks.decide')
  async accept(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    const read = await this.reader.of(organizationId);
    return sentForm(acceptForm(read), sent, async () => {
      const beside = besideOf({ type: AcceptRiskFields, parts: ACCEPT_PARTS }, sent);
      const fields = bodyOf(AcceptRiskFields, sent, beside);
      const words = `${fields.service ?? 'practice'} ${fields.threat} ${read.practice.today}`;
      await withFreeKey(keyFromName(words, 'acceptance'), (key) =>
        this.decisions.accept(organizationId, caller, { ...fields, key }),
      );
      return new SeeOther(`${read.at}/registers/risk-acceptances`, 'added');
    });
  }

  @Get(':id/ending')
  @Allows('risks.decide')
  async ask(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<Page> {
    const { read, title, version } = await this.one(organizationId, id);
    const offered = {
      on: read.practice.today,
      ...offeredPerson('by', await this.frames.signerOf(caller, organizationId)),
    };
    return shownForm(endForm(read, id, title), { version, values: offering(offered) });
  }

  @Post(':id/ending')
  @Allows('risks.decide')
  async end(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    const { read, title } = await this.one(organizationId, id);
    const work = async (version: number): Promise<SeeOther> => {
      const beside = besideOf({ type: AcceptanceEndFields, parts: END_PARTS }, sent);
      const ended = bodyOf(AcceptanceEndFields, sent, beside);
      await this.decisions.end({ organizationId, id, version }, caller, ended);
      return new SeeOther(`${read.at}/registers/risk-acceptances`, 'saved');
    };
    return sentForm(endForm(read, id, title), sent, work, async () => {
      const { version } = await this.one(organizationId, id);
      return { version, values: () => [] };
    });
  }

  private async one(organizationId: string, id: string) {
    const read = await this.reader.of(organizationId);
    const { key, version } = recordAt(id, read.places.acceptances, read.practice.dossier.riskAcceptances);
    const title = read.register.acceptances.find((one) => one.key === key)?.title ?? key;
    return { read, title, version };
  }
}
