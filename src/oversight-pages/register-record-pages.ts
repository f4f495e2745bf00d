// The pages of one register of living with AI, settled once for all six: the list with what is due, one record whole, and its form. A record is about a tool or a
// vendor, which is chosen first and stays.
import { Get, Inject, Post, Query, type Type } from '@nestjs/common';
import { aroundRecords } from '../assessments/registers/oversight-register';
import { oversightDue } from '../assessments/registers/oversight-due';
import { CATALOGS, type Catalogs } from '../catalogs/catalogs.module';
import { dateInTimeZone, type CalendarDate } from '../common/calendar-date';
import { CLOCK, type Clock } from '../common/clock';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import { CurrentCaller, type Caller } from '../identity/caller';
import { ObligationsService } from '../obligations/obligations.service';
import { pageOf, wordOf } from '../obligations/pages/obligation-addresses';
import type { OversightKind } from '../oversight/oversight-words';
import { tellAll } from '../oversight/told/tell-all';
import type { ToldOversight } from '../oversight/told/told';
import { Allows } from '../permissions/route-access';
import { withFreeKey } from '../records/free-key';
import { keyFromName } from '../records/key-from-name';
import type { RecordKind, RecordRow } from '../records/record-kind';
import { RecordsService } from '../records/records.service';
import { Page, SeeOther } from '../web/page';
import { besideOf, labelsOfParts, sectionsOf, storedRecord, type PartedForm } from '../web/parted-form';
import { sentForm, shownForm, type RecordForm } from '../web/record-form';
import { bodyOf } from '../web/submitted';
import { choicesFor, type RegisterForm } from './forms/register-form';
import { oversightFacts, type OversightFacts } from './oversight-facts.query';
import { registerList, registerRecord, type RegisterRecord } from './register.presenter';

interface Read {
  facts: OversightFacts;
  today: CalendarDate;
}

export interface RegisterRecordPagesBase {
  readonly records: RecordsService;
  readonly tenancy: Tenancy;
  readonly obligations: ObligationsService;
  readonly catalogs: Catalogs;
  readonly clock: Clock;
  list(organizationId: string): Promise<Page>;
  blank(organizationId: string, about?: unknown, kind?: unknown): Promise<Page>;
  add(organizationId: string, caller: Caller, sent: FormBody, about?: unknown): Promise<Page | SeeOther>;
  show(organizationId: string, id: string): Promise<Page>;
  edit(organizationId: string, id: string): Promise<Page>;
  change(organizationId: string, id: string, caller: Caller, sent: FormBody): Promise<Page | SeeOther>;
}

/** For a controller at `organizations/:organizationId/registers/<records>`. */
export function registerRecordPages(kind: RecordKind, form: RegisterForm): Type<RegisterRecordPagesBase> {
  const name = kind.name as OversightKind;
  const owner = name === 'vendor_review' ? 'vendor' : 'service';

  class RegisterRecordPagesController implements RegisterRecordPagesBase {
    @Inject(RecordsService)
    readonly records: RecordsService;

    @Inject(Tenancy)
    readonly tenancy: Tenancy;

    @Inject(ObligationsService)
    readonly obligations: ObligationsService;

    @Inject(CATALOGS)
    readonly catalogs: Catalogs;

    @Inject(CLOCK)
    readonly clock: Clock;

    @Get()
    @Allows('records.read')
    async list(@UuidParam('organizationId') organizationId: string): Promise<Page> {
      const read = await this.read(organizationId, null);
      const { facts, today } = read;
      const { aiOversight, obligations } = this.catalogs;
      const practice = { ...facts, records: { [kind.dossierList]: facts.latest } };
      const due = oversightDue(practice, aiOversight, obligations.obligations, today);
      const view = registerList(addressOf(organizationId), name, facts, this.told(read), due, aiOversight);
      return new Page('registers/records', view.title, view);
    }

    @Get('new')
    @Allows('records.write')
    async blank(
      @UuidParam('organizationId') organizationId: string,
      @Query('about') asked?: unknown,
      @Query('kind') of?: unknown,
    ): Promise<Page> {
      const { facts } = await this.read(organizationId, null);
      const about = aboutIn(facts, asked);
      if (!about) return this.chooser(organizationId, facts);
      const offered = form.offered(this.catalogs.aiOversight, typeof of === 'string' ? of : '');
      return shownForm(this.formFor(organizationId, facts, about, null), null, (field) =>
        [offered[field] ?? ''].filter(Boolean),
      );
    }

    @Post()
    @Allows('records.write')
    async add(
      @UuidParam('organizationId') organizationId: string,
      @CurrentCaller() caller: Caller,
      @Form() sent: FormBody,
      @Query('about') asked?: unknown,
    ): Promise<Page | SeeOther> {
      const { facts } = await this.read(organizationId, null);
      const about = aboutIn(facts, asked);
      if (!about) throw new DomainError('not-found', `There is no ${owner} with this key.`);
      return sentForm(this.formFor(organizationId, facts, about, null), sent, async () => {
        const fields = bodyOf(form.type, sent, this.beside(sent, facts, about)) as Record<string, unknown>;
        const made = await withFreeKey(keyFromName(form.keyWords(fields, about.key), 'record'), (key) =>
          this.records.create(kind, organizationId, caller, { ...fields, [owner]: about.key, key }),
        );
        return new SeeOther(`${addressOf(organizationId)}/${made.id}`, 'added');
      });
    }

    @Get(':id')
    @Allows('records.read')
    async show(
      @UuidParam('organizationId') organizationId: string,
      @UuidParam('id') id: string,
    ): Promise<Page> {
      const [read, all] = await Promise.all([
        this.read(organizationId, id),
        this.obligations.of(organizationId),
      ]);
      const [told] = this.told(read);
      const [record] = read.facts.records;
      if (!told || !record) throw notFound();
      const done = this.obligationOf(organizationId, record, told, all);
      const { aiOversight } = this.catalogs;
      const view = registerRecord(addressOf(organizationId), id, told, read.facts, aiOversight, done);
      return new Page('registers/record', told.title, view);
    }

    @Get(':id/edit')
    @Allows('records.write')
    async edit(
      @UuidParam('organizationId') organizationId: string,
      @UuidParam('id') id: string,
    ): Promise<Page> {
      const { facts } = await this.read(organizationId, id);
      const record = recordIn(facts);
      return shownForm(
        this.formFor(organizationId, facts, aboutOfRecord(facts, record), record),
        storedRecord(record),
      );
    }

    @Post(':id')
    @Allows('records.write')
    async change(
      @UuidParam('organizationId') organizationId: string,
      @UuidParam('id') id: string,
      @CurrentCaller() caller: Caller,
      @Form() sent: FormBody,
    ): Promise<Page | SeeOther> {
      const { facts } = await this.read(organizationId, id);
      const record = recordIn(facts);
      const about = aboutOfRecord(facts, record);
      const work = async (version: number): Promise<SeeOther> => {
        const fields = bodyOf(form.type, sent, this.beside(sent, facts, about));
        await this.records.update(kind, organizationId, caller, { id, version }, fields);
        return new SeeOther(`${addressOf(organizationId)}/${id}`, 'saved');
      };
      return sentForm(this.formFor(organizationId, facts, about, record), sent, work, async () =>
        storedRecord(recordIn((await this.read(organizationId, id)).facts)),
      );
    }

    private async read(organizationId: string, id: string | null): Promise<Read> {
      const [facts] = await this.tenancy.readOne<OversightFacts>(
        organizationId,
        oversightFacts(kind, organizationId, id),
      );
      if (!facts) throw new DomainError('not-found', 'There is no organization with this id.');
      return { facts, today: dateInTimeZone(this.clock.now(), facts.timeZone) };
    }

    private told({ facts, today }: Read): ToldOversight[] {
      const around = aroundRecords(facts, today, this.catalogs.aiOversight);
      return tellAll({ [kind.dossierList]: facts.records }, around);
    }

    private parted(facts: OversightFacts, about: About): PartedForm {
      const parts = form.parts(this.catalogs.aiOversight);
      return { type: form.type, parts, choices: choicesFor(facts, about.key) };
    }

    /** A list that may not be left out stays as it is sent; the rules of the record say what it lacks. */
    private beside(sent: FormBody, facts: OversightFacts, about: About): Record<string, unknown> {
      return besideOf(this.parted(facts, about), sent);
    }

    private formFor(
      organizationId: string,
      facts: OversightFacts,
      about: About,
      record: RecordRow | null,
    ): RecordForm {
      const at = addressOf(organizationId);
      const { title, one } = this.catalogs.aiOversight.registers[name];
      const parted = this.parted(facts, about);
      return {
        title: `${record ? 'Change' : 'Add'} ${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}: ${about.name}`,
        lead: form.lead,
        back: record ? { href: `${at}/${record.id}`, label: about.name } : { href: at, label: title },
        action: record ? `${at}/${record.id}` : `${at}?about=${about.key}`,
        button: record ? 'Save' : 'Add it',
        labels: labelsOfParts(parted.parts),
        sections: (values, faults) => sectionsOf(parted, values, faults),
      };
    }

    private chooser(organizationId: string, facts: OversightFacts): Page {
      const at = addressOf(organizationId);
      const { title, one } = this.catalogs.aiOversight.registers[name];
      const list = owner === 'vendor' ? facts.vendors : facts.services;
      return new Page('registers/choose', `Add ${one}`, {
        ...{ register: title, at, title: `Add ${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}` },
        ask: owner === 'vendor' ? 'Which vendor is it about?' : 'Which tool is it about?',
        choices: list.map((about) => ({ href: `${at}/new?about=${about.key}`, name: about.name })),
      });
    }

    /** What the record counts for by itself; else, where the obligation that such a record shows is open, the way to say that it is done. */
    private obligationOf(
      organizationId: string,
      record: RecordRow,
      told: ToldOversight,
      { occurrences, definitions, shownIn }: Awaited<ReturnType<ObligationsService['of']>>,
    ): RegisterRecord['done'] {
      const { registers, logs, reviews } = this.catalogs.aiOversight;
      const id =
        name === 'log_review'
          ? logs[record.log as keyof typeof logs].obligation
          : name === 'vendor_review'
            ? reviews[record.kind as keyof typeof reviews].obligation
            : registers[name].obligation;
      const abouts = [told.service, told.vendor, ...((record.services as string[] | undefined) ?? [])];
      const countsItself = shownIn.get(id ?? '')?.some((place) => place === kind.plural) ?? false;
      const found = occurrences.find(
        ({ obligation, state, shownBy, subject }) =>
          obligation === id &&
          (countsItself ? shownBy !== null : state !== 'done') &&
          (subject === null || abouts.includes(subject.key)),
      );
      const definition = found && definitions.get(found.obligation);
      if (!found || !definition) return null;
      const at = `/organizations/${organizationId}/obligations`;
      const href = countsItself
        ? pageOf(at, found)
        : `${at}/completions/new?of=${encodeURIComponent(wordOf(found))}`;
      return { href, words: definition.title, countsItself };
    }
  }

  interface About {
    key: string;
    name: string;
  }

  function addressOf(organizationId: string): string {
    return `/organizations/${organizationId}/registers/${kind.plural}`;
  }

  function aboutIn(facts: OversightFacts, asked: unknown): About | null {
    const list: readonly About[] = owner === 'vendor' ? facts.vendors : facts.services;
    return list.find(({ key }) => key === asked) ?? null;
  }

  function aboutOfRecord(facts: OversightFacts, record: RecordRow): About {
    const key = String(record[owner]);
    return aboutIn(facts, key) ?? { key, name: key };
  }

  function recordIn({ records: [record] }: OversightFacts): RecordRow {
    if (record) return record;
    throw notFound();
  }

  function notFound(): DomainError {
    return new DomainError('not-found', `There is no ${kind.name.replaceAll('_', ' ')} with this id.`);
  }

  return RegisterRecordPagesController;
}
