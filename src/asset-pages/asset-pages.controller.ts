import { Get, Inject, Param, Post } from '@nestjs/common';
import { ASSET } from '../assets/asset.record';
import { LOCATION } from '../assets/location.record';
import { CATALOGS, type Catalogs } from '../catalogs/catalogs.module';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { DomainError } from '../common/problems/domain.error';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { freeKeyAmong, withFreeKey } from '../records/free-key';
import { keyFromName } from '../records/key-from-name';
import { RecordsService } from '../records/records.service';
import {
  loadGraphLayout,
  type GraphLayout,
} from '../reports/security-risk-assessment/data-flow-diagram/draw-diagram';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { storedRecord } from '../web/parted-form';
import { sentForm, shownForm } from '../web/record-form';
import { bodyOf } from '../web/submitted';
import type { AssetFactsRow, Stored } from './asset-facts.query';
import {
  FORM_OF,
  INVENTORY_FORMS,
  inventoryBeside,
  inventoryForm,
  keyWordsOf,
  type InventoryForm,
} from './asset-forms';
import { assetListView } from './asset-list.presenter';
import { AssetReader } from './asset-reader.service';
import { chosenThings, recordOfThing } from './usual-things';

@Pages('organizations/:organizationId/registers/assets')
export class AssetPagesController {
  private layout: Promise<GraphLayout> | null = null;

  constructor(
    private readonly reader: AssetReader,
    private readonly records: RecordsService,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
  ) {}

  @Get()
  @Allows('records.read')
  async list(@UuidParam('organizationId') organizationId: string): Promise<Page> {
    const { facts, today } = await this.reader.of(organizationId);
    this.layout ??= loadGraphLayout();
    const view = assetListView(
      addressOf(organizationId),
      facts,
      today,
      this.catalogs.assetInventory,
      await this.layout,
    );
    return new Page('assets-register/list', 'Assets', view);
  }

  /** What most practices have, listed by ticking it: nothing about it is known yet. */
  @Post()
  @Allows('records.write')
  async addUsual(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<SeeOther> {
    const chosen = chosenThings(this.catalogs.assetInventory.usual, sent.all('usual'));
    const { facts } = await this.reader.of(organizationId);
    const taken = { asset: facts.assets, location: facts.locations };
    const records = chosen.map((thing) => ({
      kind: thing.of === 'asset' ? ASSET : LOCATION,
      fields: {
        ...recordOfThing(thing),
        key: freeKeyAmong(thing.id, taken[thing.of === 'asset' ? 'asset' : 'location']),
      },
    }));
    if (records.length > 0) await this.records.createTogether(organizationId, caller, records);
    return new SeeOther(addressOf(organizationId), chosen.length > 0 ? 'added' : undefined);
  }

  @Get(':what/new')
  @Allows('records.write')
  async blank(
    @UuidParam('organizationId') organizationId: string,
    @Param('what') named: string,
  ): Promise<Page> {
    const what = formNamed(named);
    const { facts, today } = await this.reader.of(organizationId);
    const offered = (name: string) => (name === 'reviewedOn' ? [today] : []);
    return shownForm(inventoryForm(addressOf(organizationId), what, facts, null), null, offered);
  }

  @Post(':what')
  @Allows('records.write')
  async add(
    @UuidParam('organizationId') organizationId: string,
    @Param('what') named: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    const what = formNamed(named);
    const at = addressOf(organizationId);
    const { facts } = await this.reader.of(organizationId);
    const { kind, fields: type } = FORM_OF[what];
    return sentForm(inventoryForm(at, what, facts, null), sent, async () => {
      const fields = bodyOf(type, sent, inventoryBeside(what, sent, facts));
      await withFreeKey(keyFromName(keyWordsOf(what, fields, facts), 'thing'), (key) =>
        this.records.create(kind, organizationId, caller, { ...fields, key }),
      );
      return new SeeOther(at, 'added');
    });
  }

  @Get(':what/:id/edit')
  @Allows('records.write')
  async edit(
    @UuidParam('organizationId') organizationId: string,
    @Param('what') named: string,
    @UuidParam('id') id: string,
  ): Promise<Page> {
    const what = formNamed(named);
    const { facts } = await this.reader.of(organizationId);
    const record = recordOf(what, facts, id);
    return shownForm(inventoryForm(addressOf(organizationId), what, facts, record), storedRecord(record));
  }

  @Post(':what/:id')
  @Allows('records.write')
  async change(
    @UuidParam('organizationId') organizationId: string,
    @Param('what') named: string,
    @UuidParam('id') id: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    const what = formNamed(named);
    const at = addressOf(organizationId);
    const { facts } = await this.reader.of(organizationId);
    const { kind, fields: type } = FORM_OF[what];
    const work = async (version: number): Promise<SeeOther> => {
      const fields = bodyOf(type, sent, inventoryBeside(what, sent, facts));
      await this.records.update(kind, organizationId, caller, { id, version }, fields);
      return new SeeOther(at, 'saved');
    };
    const form = inventoryForm(at, what, facts, recordOf(what, facts, id));
    return sentForm(form, sent, work, async () => {
      const now = await this.reader.of(organizationId);
      return storedRecord(recordOf(what, now.facts, id));
    });
  }
}

function addressOf(organizationId: string): string {
  return `/organizations/${organizationId}/registers/assets`;
}

function formNamed(named: string): InventoryForm {
  const what = INVENTORY_FORMS.find((one) => one === named);
  if (what) return what;
  throw new DomainError('not-found', 'There is no such page.');
}

function recordOf(what: InventoryForm, facts: AssetFactsRow, id: string): Stored<{ key: string }> {
  const record = FORM_OF[what].records(facts).find((one) => one.id === id);
  if (record) return record;
  throw new DomainError('not-found', 'There is no record with this id.');
}
