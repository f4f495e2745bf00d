import { Get, Inject, Post, Query } from '@nestjs/common';
import { CATALOGS, type Catalogs } from '../catalogs/catalogs.module';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentCaller, type Caller } from '../identity/caller';
import { UpdateIncidentDto } from '../incidents/incident.dto';
import { IncidentFields } from '../incidents/incident.fields';
import { INCIDENT } from '../incidents/incident.record';
import { Allows } from '../permissions/route-access';
import { withFreeKey } from '../records/free-key';
import { keyFromName } from '../records/key-from-name';
import { RecordsService } from '../records/records.service';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { storedRecord } from '../web/parted-form';
import { sentForm, shownForm, type RecordForm } from '../web/record-form';
import { bodyOf } from '../web/submitted';
import { changeBeside, changeForm, closingForm, offeredIncident, reportForm } from './incident-form';
import { incidentListView } from './incident-list.presenter';
import { IncidentReader } from './incident-reader.service';
import { incidentView } from './incident.presenter';

@Pages('organizations/:organizationId/incidents')
export class IncidentPagesController {
  constructor(
    private readonly reader: IncidentReader,
    private readonly records: RecordsService,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
  ) {}

  @Get()
  @Allows('records.read')
  async list(@UuidParam('organizationId') organizationId: string): Promise<Page> {
    const { facts, today } = await this.reader.all(organizationId);
    const at = addressOf(organizationId);
    const view = incidentListView(at, facts, today, this.catalogs.breachNotification);
    return new Page('incidents/list', 'Incidents', view);
  }

  /** What the person came from is offered: a tool that gets client data without an agreement. */
  @Get('new')
  @Allows('records.write')
  async blank(
    @UuidParam('organizationId') organizationId: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Page> {
    const { facts, today } = await this.reader.all(organizationId);
    const offered = offeredIncident(query, facts.services, today);
    return shownForm(reportForm(addressOf(organizationId), facts), null, offered);
  }

  @Post()
  @Allows('records.write')
  async report(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    const { facts } = await this.reader.all(organizationId);
    const at = addressOf(organizationId);
    return sentForm(reportForm(at, facts), sent, async () => {
      const fields = bodyOf(IncidentFields, sent, { services: servicesIn(sent) });
      const made = await withFreeKey(keyFromName(fields.title, 'incident'), (key) =>
        this.records.create(INCIDENT, organizationId, caller, { ...fields, key }),
      );
      return new SeeOther(`${at}/incidents/${made.id}`, 'added');
    });
  }

  @Get(':id')
  @Allows('records.read')
  async show(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
  ): Promise<Page> {
    const { facts, today, incident } = await this.reader.one(organizationId, id);
    const at = addressOf(organizationId);
    const view = incidentView(at, incident, facts, today, this.catalogs.breachNotification);
    return new Page('incidents/show', incident.title, view);
  }

  @Get(':id/edit')
  @Allows('records.write')
  async edit(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
  ): Promise<Page> {
    const { facts, incident } = await this.reader.one(organizationId, id);
    const form = changeForm(addressOf(organizationId), incident, facts, this.catalogs.breachNotification);
    return shownForm(form, storedRecord(incident));
  }

  @Post(':id')
  @Allows('records.write')
  async change(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    const { facts, incident } = await this.reader.one(organizationId, id);
    const { breachNotification } = this.catalogs;
    const form = changeForm(addressOf(organizationId), incident, facts, breachNotification);
    return this.store(organizationId, caller, id, form, sent, () => {
      const beside = changeBeside(sent, facts, breachNotification);
      return bodyOf(IncidentFields, sent, { ...beside, services: servicesIn(sent) });
    });
  }

  @Get(':id/closing')
  @Allows('records.write')
  async ending(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
  ): Promise<Page> {
    const { incident } = await this.reader.one(organizationId, id);
    return shownForm(closingForm(addressOf(organizationId), incident), storedRecord(incident));
  }

  @Post(':id/closing')
  @Allows('records.write')
  async end(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    const { incident } = await this.reader.one(organizationId, id);
    const form = closingForm(addressOf(organizationId), incident);
    return this.store(organizationId, caller, id, form, sent, () => bodyOf(UpdateIncidentDto, sent));
  }

  private store(
    organizationId: string,
    caller: Caller,
    id: string,
    form: RecordForm,
    sent: FormBody,
    fields: () => object,
  ): Promise<Page | SeeOther> {
    const work = async (version: number): Promise<SeeOther> => {
      await this.records.update(INCIDENT, organizationId, caller, { id, version }, fields());
      return new SeeOther(`${addressOf(organizationId)}/incidents/${id}`, 'saved');
    };
    return sentForm(form, sent, work, async () =>
      storedRecord((await this.reader.one(organizationId, id)).incident),
    );
  }
}

export function addressOf(organizationId: string): string {
  return `/organizations/${organizationId}`;
}

/** Where there is no tool to tick, the form has no field for it: the incident is about none. */
function servicesIn(sent: FormBody): string[] {
  return sent.all('services').filter((key) => key !== '');
}
