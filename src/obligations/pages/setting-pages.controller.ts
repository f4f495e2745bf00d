import { Get, Post, Query } from '@nestjs/common';
import { Form, type FormBody } from '../../common/http/form-body';
import { UuidParam } from '../../common/http/uuid-param';
import { DomainError } from '../../common/problems/domain.error';
import { CurrentCaller, type Caller } from '../../identity/caller';
import { Allows } from '../../permissions/route-access';
import { withFreeKey } from '../../records/free-key';
import { keyFromName } from '../../records/key-from-name';
import type { RecordRow } from '../../records/record-kind';
import { RecordsService } from '../../records/records.service';
import { storedIn, type Values } from '../../web/form-view';
import { Frames } from '../../web/frames.service';
import { Page, SeeOther } from '../../web/page';
import { Pages } from '../../web/pages';
import { sentForm, shownForm, type StoredRecord } from '../../web/record-form';
import { bodyOf } from '../../web/submitted';
import { ObligationsService, type ObligationsOfPractice } from '../obligations.service';
import { PROPOSED_TRACK } from '../records/obligation-ids';
import { ObligationSettingFields } from '../records/obligation-setting.fields';
import { OBLIGATION_SETTING } from '../records/obligation-setting.record';
import { monthsOf, type ObligationDefinition } from '../rules/obligation-catalog';
import { listAddress } from './obligation-addresses';
import { settingForm, settingRows } from './setting-form';

interface Asked {
  all: ObligationsOfPractice;
  /** id of the obligation, or of the track */
  id: string;
  /** null for the track of the proposed rule */
  definition: ObligationDefinition | null;
  /** the setting on record; null where there is none */
  stored: RecordRow | null;
}

@Pages('organizations/:organizationId/obligations/settings')
export class SettingPagesController {
  constructor(
    private readonly obligations: ObligationsService,
    private readonly records: RecordsService,
    private readonly frames: Frames,
  ) {}

  @Get()
  @Allows('records.read')
  async list(@UuidParam('organizationId') organizationId: string): Promise<Page> {
    const at = listAddress(organizationId);
    const all = await this.obligations.of(organizationId);
    return new Page('obligations/settings', 'How often', {
      at,
      rows: settingRows(at, all),
      isTrackOn: all.settings.get(PROPOSED_TRACK)?.decision === 'track_on',
      trackHref: `${at}/settings/one?obligation=${PROPOSED_TRACK}`,
    });
  }

  @Get('one')
  @Allows('obligations.set')
  async edit(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
    @Query('obligation') obligation?: unknown,
  ): Promise<Page> {
    const { all, definition, stored } = await this.asked(organizationId, obligation);
    const form = settingForm(listAddress(organizationId), definition);
    if (stored) return shownForm(form, asStored(stored));
    const { name, role } = await this.frames.signerOf(caller, organizationId);
    const offered: Readonly<Record<string, string>> = {
      'decidedBy/name': name,
      'decidedBy/role': role,
      decidedOn: all.today,
    };
    const values: Values = (field) => [offered[field] ?? ''].filter(Boolean);
    return shownForm(form, null, values);
  }

  @Post('one')
  @Allows('obligations.set')
  async save(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
    @Query('obligation') obligation?: unknown,
  ): Promise<Page | SeeOther> {
    const { id, definition, stored } = await this.asked(organizationId, obligation);
    const at = listAddress(organizationId);
    const work = async (version: number): Promise<SeeOther> => {
      const fields = bodyOf(ObligationSettingFields, sent);
      const whole = { ...fields, months: fields.months ?? null };
      const made = { ...whole, obligation: id };
      if (stored)
        await this.records.update(
          OBLIGATION_SETTING,
          organizationId,
          caller,
          { id: stored.id, version },
          whole,
        );
      else
        await withFreeKey(keyFromName(id, 'setting'), (key) =>
          this.records.create(OBLIGATION_SETTING, organizationId, caller, { ...made, key }),
        );
      return new SeeOther(`${at}/settings`, 'saved');
    };
    const form = settingForm(at, definition);
    if (!stored) return sentForm(form, sent, work);
    return sentForm(form, sent, work, async () => {
      const now = await this.asked(organizationId, obligation);
      return asStored(now.stored ?? stored);
    });
  }

  private async asked(organizationId: string, obligation: unknown): Promise<Asked> {
    const all = await this.obligations.of(organizationId);
    const definition = typeof obligation === 'string' ? (all.definitions.get(obligation) ?? null) : null;
    const isSet = definition && monthsOf(definition.cadence) !== null && definition.cadenceFrom !== 'law';
    if (!isSet && obligation !== PROPOSED_TRACK)
      throw new DomainError('not-found', 'There is no such interval that the practice could set.');
    const id = definition?.id ?? PROPOSED_TRACK;
    const known = all.facts.obligationSettings.find((one) => one.obligation === id);
    const stored = known ? await this.records.get(OBLIGATION_SETTING, organizationId, known.id) : null;
    return { all, id, definition, stored };
  }
}

function asStored(record: RecordRow): StoredRecord {
  return { version: record.version, values: storedIn(record) };
}
