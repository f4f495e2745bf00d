import { Get, Post, Query } from '@nestjs/common';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { FindingFields, FindingLookFields } from '../findings/finding.fields';
import { FINDING } from '../findings/finding.record';
import { FindingWork } from '../findings/finding-work.service';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { withFreeKey } from '../records/free-key';
import { keyFromName } from '../records/key-from-name';
import { RecordsService } from '../records/records.service';
import { Frames } from '../web/frames.service';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { besideOf, storedRecord } from '../web/parted-form';
import { sentForm, shownForm } from '../web/record-form';
import { bodyOf } from '../web/submitted';
import { FINDING_PARTS, findingChoices, findingForm, LOOK_PARTS, lookForm } from './finding-form';
import { findingListView, findingView } from './finding.presenter';
import { recordAt, RegistersReader } from './registers-reader.service';
import { asked, offeredPerson, offering } from './who-words';

@Pages('organizations/:organizationId/registers/findings')
export class FindingPagesController {
  constructor(
    private readonly reader: RegistersReader,
    private readonly records: RecordsService,
    private readonly work: FindingWork,
    private readonly frames: Frames,
  ) {}

  @Get()
  @Allows('records.read')
  async list(@UuidParam('organizationId') organizationId: string): Promise<Page> {
    const view = findingListView(await this.reader.of(organizationId));
    return new Page('risk-management/findings', 'Findings', view);
  }

  /** What the person came from is offered: a threat, gate or step of a result, an entry of the rule, an incident. */
  @Get('new')
  @Allows('records.write')
  async blank(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
    @Query() query: Record<string, unknown>,
  ): Promise<Page> {
    const read = await this.reader.of(organizationId);
    const offered = {
      ...{ title: asked(query.title), source: asked(query.source), sourceId: asked(query.sourceId) },
      ...{ service: asked(query.service), severity: asked(query.severity), foundOn: read.practice.today },
      ...offeredPerson('foundBy', await this.frames.signerOf(caller, organizationId)),
    };
    return shownForm(findingForm(read, null), null, offering(offered));
  }

  @Post()
  @Allows('records.write')
  async add(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    const read = await this.reader.of(organizationId);
    return sentForm(findingForm(read, null), sent, async () => {
      const parted = { type: FindingFields, parts: FINDING_PARTS, choices: findingChoices(read) };
      const fields = bodyOf(FindingFields, sent, besideOf(parted, sent));
      const made = await withFreeKey(keyFromName(fields.title, 'finding'), (key) =>
        this.records.create(FINDING, organizationId, caller, { ...fields, key }),
      );
      return new SeeOther(`${read.at}/registers/findings/${made.id}`, 'added');
    });
  }

  @Get(':id')
  @Allows('records.read')
  async show(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
  ): Promise<Page> {
    const read = await this.reader.of(organizationId);
    const finding = recordAt(id, read.places.findings, read.practice.dossier.findings);
    return new Page('risk-management/finding', finding.title, findingView(finding, read));
  }

  @Get(':id/edit')
  @Allows('records.write')
  async edit(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
  ): Promise<Page> {
    const read = await this.reader.of(organizationId);
    const finding = recordAt(id, read.places.findings, read.practice.dossier.findings);
    return shownForm(findingForm(read, id), storedRecord(finding));
  }

  @Post(':id')
  @Allows('records.write')
  async change(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    const read = await this.reader.of(organizationId);
    const finding = recordAt(id, read.places.findings, read.practice.dossier.findings);
    const work = async (version: number): Promise<SeeOther> => {
      const parted = { type: FindingFields, parts: FINDING_PARTS, choices: findingChoices(read) };
      // What is planned and was seen has forms of its own.
      const { actions, reviews } = finding;
      const fields = bodyOf(FindingFields, sent, { ...besideOf(parted, sent), actions, reviews });
      await this.records.update(FINDING, organizationId, caller, { id, version }, fields);
      return new SeeOther(`${read.at}/registers/findings/${id}`, 'saved');
    };
    return sentForm(findingForm(read, id), sent, work, () => this.again(organizationId, id));
  }

  @Get(':id/reviews/new')
  @Allows('records.write')
  async look(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<Page> {
    const read = await this.reader.of(organizationId);
    const { title, version } = recordAt(id, read.places.findings, read.practice.dossier.findings);
    const offered = {
      on: read.practice.today,
      ...offeredPerson('by', await this.frames.signerOf(caller, organizationId)),
    };
    const form = lookForm(`${read.at}/registers/findings/${id}`, title);
    return shownForm(form, { version, values: offering(offered) });
  }

  @Post(':id/reviews')
  @Allows('records.write')
  async looked(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    const read = await this.reader.of(organizationId);
    const { title } = recordAt(id, read.places.findings, read.practice.dossier.findings);
    const here = `${read.at}/registers/findings/${id}`;
    const work = async (version: number): Promise<SeeOther> => {
      const beside = besideOf({ type: FindingLookFields, parts: LOOK_PARTS }, sent);
      const look = bodyOf(FindingLookFields, sent, beside);
      await this.work.review({ organizationId, id, version }, caller, look);
      return new SeeOther(here, look.outcome === 'reopened' ? 'reopened' : 'confirmed');
    };
    return sentForm(lookForm(here, title), sent, work, async () => {
      const { version } = await this.again(organizationId, id);
      return { version, values: () => [] };
    });
  }

  private async again(organizationId: string, id: string) {
    const read = await this.reader.of(organizationId);
    return storedRecord(recordAt(id, read.places.findings, read.practice.dossier.findings));
  }
}
