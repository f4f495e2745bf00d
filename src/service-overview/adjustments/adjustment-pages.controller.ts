import { Get, Inject, Post, Query } from '@nestjs/common';
import { UpdateAdjustmentDto } from '../../adjustments/adjustment.dto';
import { AdjustmentFields } from '../../adjustments/adjustment.fields';
import { ADJUSTMENT } from '../../adjustments/adjustment.record';
import { dateInTimeZone, type CalendarDate } from '../../common/calendar-date';
import { CLOCK, type Clock } from '../../common/clock';
import { Form, type FormBody } from '../../common/http/form-body';
import { UuidParam } from '../../common/http/uuid-param';
import { DomainError } from '../../common/problems/domain.error';
import { Tenancy } from '../../database/tenancy';
import { CurrentCaller, type Caller } from '../../identity/caller';
import { Allows } from '../../permissions/route-access';
import { withFreeKey } from '../../records/free-key';
import { keyFromName } from '../../records/key-from-name';
import type { RecordRow } from '../../records/record-kind';
import { RecordsService } from '../../records/records.service';
import { addressOfTool } from '../../vendors/tool-of-page.query';
import { Frames } from '../../web/frames.service';
import { SeeOther, type Page } from '../../web/page';
import { Pages } from '../../web/pages';
import { sentForm, shownForm } from '../../web/record-form';
import { bodyOf } from '../../web/submitted';
import { readAdjustedTool, type AdjustedTool } from './adjusting.query';
import {
  adjustmentBeside,
  adjustmentForm,
  storedAdjustment,
  withdrawalForm,
  withdrawalIn,
} from './adjustment-form';

@Pages('organizations/:organizationId/services/:serviceId/adjustments')
export class AdjustmentPagesController {
  constructor(
    private readonly records: RecordsService,
    private readonly tenancy: Tenancy,
    private readonly frames: Frames,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param threat that the person came from */
  @Get('new')
  @Allows('adjustments.write')
  async blank(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
    @CurrentCaller() caller: Caller,
    @Query('threat') threat?: unknown,
  ): Promise<Page> {
    const tool = await readAdjustedTool(this.tenancy, organizationId, serviceId);
    const { name, role } = await this.frames.signerOf(caller, organizationId);
    const offered: Record<string, string> = { 'assessor/name': name, 'assessor/role': role };
    if (typeof threat === 'string' && tool.threats.some(({ id }) => id === threat)) offered.threat = threat;
    const values = (name: string): string[] => (offered[name] ? [offered[name]] : []);
    return shownForm(adjustmentForm(organizationId, tool, null), null, values);
  }

  @Post()
  @Allows('adjustments.write')
  async add(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    const tool = await readAdjustedTool(this.tenancy, organizationId, serviceId);
    return sentForm(adjustmentForm(organizationId, tool, null), sent, async () => {
      const fields = bodyOf(AdjustmentFields, sent, adjustmentBeside(sent, this.today(tool)));
      const made = { ...fields, service: tool.key };
      const { threat, target } = fields;
      await withFreeKey(keyFromName(`${tool.key} ${threat} ${target}`, 'adjustment'), (key) =>
        this.records.create(ADJUSTMENT, organizationId, caller, { ...made, key }),
      );
      return new SeeOther(addressOfTool(organizationId, tool.id), 'added');
    });
  }

  @Get(':id/edit')
  @Allows('adjustments.write')
  async edit(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
    @UuidParam('id') id: string,
  ): Promise<Page> {
    const tool = await readAdjustedTool(this.tenancy, organizationId, serviceId);
    const record = await this.standing(organizationId, tool, id);
    return shownForm(adjustmentForm(organizationId, tool, record), storedAdjustment(record));
  }

  @Post(':id')
  @Allows('adjustments.write')
  async change(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
    @UuidParam('id') id: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    const tool = await readAdjustedTool(this.tenancy, organizationId, serviceId);
    const record = await this.standing(organizationId, tool, id);
    const work = async (version: number): Promise<SeeOther> => {
      const fields = bodyOf(AdjustmentFields, sent, adjustmentBeside(sent, this.today(tool)));
      await this.records.update(ADJUSTMENT, organizationId, caller, { id, version }, fields);
      return new SeeOther(addressOfTool(organizationId, tool.id), 'saved');
    };
    return sentForm(adjustmentForm(organizationId, tool, record), sent, work, () =>
      this.again(organizationId, tool, id),
    );
  }

  @Get(':id/withdrawal')
  @Allows('adjustments.write')
  async askWithdrawal(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
    @UuidParam('id') id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<Page> {
    const tool = await readAdjustedTool(this.tenancy, organizationId, serviceId);
    const record = await this.standing(organizationId, tool, id);
    const { name, role } = await this.frames.signerOf(caller, organizationId);
    const offered: Record<string, string> = { 'withdrawal/by/name': name, 'withdrawal/by/role': role };
    const values = (field: string): string[] => [offered[field] ?? ''].filter(Boolean);
    return shownForm(withdrawalForm(organizationId, tool, record), { version: record.version, values });
  }

  @Post(':id/withdrawal')
  @Allows('adjustments.write')
  async withdraw(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
    @UuidParam('id') id: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    const tool = await readAdjustedTool(this.tenancy, organizationId, serviceId);
    const record = await this.standing(organizationId, tool, id);
    const work = async (version: number): Promise<SeeOther> => {
      const fields = bodyOf(UpdateAdjustmentDto, sent, withdrawalIn(sent, this.today(tool)));
      await this.records.update(ADJUSTMENT, organizationId, caller, { id, version }, fields);
      return new SeeOther(addressOfTool(organizationId, tool.id), 'withdrawn');
    };
    return sentForm(withdrawalForm(organizationId, tool, record), sent, work, () =>
      this.again(organizationId, tool, id),
    );
  }

  private async again(organizationId: string, tool: AdjustedTool, id: string) {
    return storedAdjustment(await this.standing(organizationId, tool, id));
  }

  /** One of another tool, or one that was withdrawn, is not found under the address of this one. */
  private async standing(organizationId: string, tool: AdjustedTool, id: string): Promise<RecordRow> {
    const record = await this.records.get(ADJUSTMENT, organizationId, id);
    if (record.service === tool.key && !record.withdrawal) return record;
    throw new DomainError('not-found', 'There is no adjustment of this tool with this id that stands.');
  }

  private today({ timeZone }: AdjustedTool): CalendarDate {
    return dateInTimeZone(this.clock.now(), timeZone);
  }
}
