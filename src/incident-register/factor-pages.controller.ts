import { Get, Inject, Param, Post } from '@nestjs/common';
import { CATALOGS, type Catalogs } from '../catalogs/catalogs.module';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { DomainError } from '../common/problems/domain.error';
import { CurrentCaller, type Caller } from '../identity/caller';
import { FactorFindingFields } from '../incidents/breach-assessment.fields';
import { UpdateIncidentDto } from '../incidents/incident.dto';
import { INCIDENT } from '../incidents/incident.record';
import type { BreachFactor } from '../incidents/incident-words';
import { Allows } from '../permissions/route-access';
import { RecordsService } from '../records/records.service';
import { storedIn } from '../web/form-view';
import { SeeOther, type Page } from '../web/page';
import { Pages } from '../web/pages';
import { storedRecord } from '../web/parted-form';
import { sentForm, shownForm, type StoredRecord } from '../web/record-form';
import { bodyOf } from '../web/submitted';
import { afterFactor, conclusionForm, factorForm, factorNamed } from './factor-form';
import type { IncidentOnRecord } from './incident-facts.query';
import { addressOf } from './incident-pages.controller';
import { IncidentReader } from './incident-reader.service';

/** The four factors one at a time, each stored by itself, and the conclusion. */
@Pages('organizations/:organizationId/incidents/:id')
export class FactorPagesController {
  constructor(
    private readonly reader: IncidentReader,
    private readonly records: RecordsService,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
  ) {}

  @Get('factors/:factor')
  @Allows('records.write')
  async ask(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @Param('factor') word: string,
  ): Promise<Page> {
    const factor = known(word);
    const { incident } = await this.reader.one(organizationId, id);
    const form = factorForm(addressOf(organizationId), incident, factor, this.catalogs.breachNotification);
    return shownForm(form, storedFactor(incident, factor));
  }

  @Post('factors/:factor')
  @Allows('records.write')
  async judge(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @Param('factor') word: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    const factor = known(word);
    const { incident } = await this.reader.one(organizationId, id);
    const at = addressOf(organizationId);
    const form = factorForm(at, incident, factor, this.catalogs.breachNotification);
    const work = async (version: number): Promise<SeeOther> => {
      const found = bodyOf(FactorFindingFields, sent, { factor });
      const others = (incident.factors ?? []).filter((one) => one.factor !== factor);
      const factors = [...others, { ...found, factor }];
      await this.records.update(INCIDENT, organizationId, caller, { id, version }, { factors });
      return new SeeOther(afterFactor(`${at}/incidents/${id}`, factor), 'saved');
    };
    return sentForm(form, sent, work, async () =>
      storedFactor((await this.reader.one(organizationId, id)).incident, factor),
    );
  }

  @Get('conclusion')
  @Allows('records.write')
  async weigh(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
  ): Promise<Page> {
    const { incident, today } = await this.reader.one(organizationId, id);
    const stored = storedRecord(incident);
    const values: StoredRecord['values'] = (name) => {
      const there = stored.values(name);
      return there.length === 0 && name === 'conclusion/decidedOn' ? [today] : there;
    };
    return shownForm(conclusionForm(addressOf(organizationId), incident), { ...stored, values });
  }

  @Post('conclusion')
  @Allows('records.write')
  async conclude(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    const { incident } = await this.reader.one(organizationId, id);
    const at = addressOf(organizationId);
    const work = async (version: number): Promise<SeeOther> => {
      const { conclusion } = bodyOf(UpdateIncidentDto, sent) as Pick<IncidentOnRecord, 'conclusion'>;
      await this.records.update(INCIDENT, organizationId, caller, { id, version }, { conclusion });
      return new SeeOther(`${at}/incidents/${id}`, 'saved');
    };
    return sentForm(conclusionForm(at, incident), sent, work, async () =>
      storedRecord((await this.reader.one(organizationId, id)).incident),
    );
  }
}

function known(word: string): BreachFactor {
  const factor = factorNamed(word);
  if (factor) return factor;
  throw new DomainError('not-found', 'There is no such factor.');
}

function storedFactor({ version, factors }: IncidentOnRecord, factor: BreachFactor): StoredRecord {
  const found = factors?.find((one) => one.factor === factor);
  return { version, values: storedIn(found ?? {}) };
}
