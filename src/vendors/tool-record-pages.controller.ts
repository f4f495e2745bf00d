// The pages by which a record about a tool is added and changed, settled once for flows, agreements and evidence. A feature extends this with its own
// form; what is special to it stays in its own controller.
import { Get, Inject, Post, type Type } from '@nestjs/common';
import type { Constructor } from '../common/fields';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { withFreeKey } from '../records/free-key';
import { keyFromName } from '../records/key-from-name';
import type { RecordKind, RecordRow } from '../records/record-kind';
import { RecordsService } from '../records/records.service';
import { SeeOther, type Page } from '../web/page';
import { sentForm, shownForm, type RecordForm, type StoredRecord } from '../web/record-form';
import { bodyOf } from '../web/submitted';
import { addressOfTool, readTool, type ToolOfPage } from './tool-of-page.query';

export interface ToolRecordPages<Fields extends object> {
  kind: RecordKind;
  /** the fields that may be changed: also what a new one is judged by */
  fields: Type<Fields> & Constructor;
  form: (organizationId: string, tool: ToolOfPage, record: RecordRow | null) => RecordForm;
  stored: (record: RecordRow) => StoredRecord;
  /** fields that the names of the form do not say by themselves */
  beside: (sent: FormBody, tool: ToolOfPage, record: RecordRow | null) => Record<string, unknown>;
  /** a refusal in the words of the form, where its fields are named otherwise than those of the record */
  inWords?: (error: unknown, sent: FormBody) => unknown;
  /** what a new record belongs to for good */
  belongsTo: (tool: ToolOfPage) => Record<string, string>;
  /** words from which the key of a new record is made */
  keyWords: (fields: Fields, tool: ToolOfPage) => string;
  isAbout: (record: RecordRow, tool: ToolOfPage) => boolean;
}

export interface ToolRecordPagesBase {
  readonly records: RecordsService;
  readonly tenancy: Tenancy;
  blank(organizationId: string, serviceId: string): Promise<Page>;
  add(organizationId: string, serviceId: string, caller: Caller, sent: FormBody): Promise<Page | SeeOther>;
  edit(organizationId: string, serviceId: string, id: string): Promise<Page>;
  change(
    organizationId: string,
    serviceId: string,
    id: string,
    caller: Caller,
    sent: FormBody,
  ): Promise<Page | SeeOther>;
}

/** For a controller at `organizations/:organizationId/services/:serviceId/<records>`. */
export function toolRecordPages<Fields extends object>({
  kind,
  ...of
}: ToolRecordPages<Fields>): Type<ToolRecordPagesBase> {
  class ToolRecordPagesController implements ToolRecordPagesBase {
    @Inject(RecordsService)
    readonly records: RecordsService;

    @Inject(Tenancy)
    readonly tenancy: Tenancy;

    @Get('new')
    @Allows('records.write')
    async blank(
      @UuidParam('organizationId') organizationId: string,
      @UuidParam('serviceId') serviceId: string,
    ): Promise<Page> {
      const tool = await readTool(this.tenancy, organizationId, serviceId);
      return shownForm(of.form(organizationId, tool, null), null);
    }

    @Post()
    @Allows('records.write')
    async add(
      @UuidParam('organizationId') organizationId: string,
      @UuidParam('serviceId') serviceId: string,
      @CurrentCaller() caller: Caller,
      @Form() sent: FormBody,
    ): Promise<Page | SeeOther> {
      const tool = await readTool(this.tenancy, organizationId, serviceId);
      return sentForm(
        of.form(organizationId, tool, null),
        sent,
        this.told(sent, async () => {
          const fields = bodyOf(of.fields, sent, of.beside(sent, tool, null));
          const made = { ...fields, ...of.belongsTo(tool) };
          await withFreeKey(keyFromName(of.keyWords(fields, tool), 'record'), (key) =>
            this.records.create(kind, organizationId, caller, { ...made, key }),
          );
          return new SeeOther(addressOfTool(organizationId, tool.id), 'added');
        }),
      );
    }

    @Get(':id/edit')
    @Allows('records.write')
    async edit(
      @UuidParam('organizationId') organizationId: string,
      @UuidParam('serviceId') serviceId: string,
      @UuidParam('id') id: string,
    ): Promise<Page> {
      const tool = await readTool(this.tenancy, organizationId, serviceId);
      const record = await this.recordOf(organizationId, tool, id);
      return shownForm(of.form(organizationId, tool, record), of.stored(record));
    }

    @Post(':id')
    @Allows('records.write')
    async change(
      @UuidParam('organizationId') organizationId: string,
      @UuidParam('serviceId') serviceId: string,
      @UuidParam('id') id: string,
      @CurrentCaller() caller: Caller,
      @Form() sent: FormBody,
    ): Promise<Page | SeeOther> {
      const tool = await readTool(this.tenancy, organizationId, serviceId);
      const record = await this.recordOf(organizationId, tool, id);
      const work = async (version: number): Promise<SeeOther> => {
        const fields = bodyOf(of.fields, sent, of.beside(sent, tool, record));
        await this.records.update(kind, organizationId, caller, { id, version }, fields);
        return new SeeOther(addressOfTool(organizationId, tool.id), 'saved');
      };
      return sentForm(of.form(organizationId, tool, record), sent, this.told(sent, work), async () =>
        of.stored(await this.recordOf(organizationId, tool, id)),
      );
    }

    private told(sent: FormBody, work: (version: number) => Promise<SeeOther>) {
      return async (version: number): Promise<SeeOther> => {
        try {
          return await work(version);
        } catch (error) {
          throw of.inWords?.(error, sent) ?? error;
        }
      };
    }

    /** What is about another tool is not found under the address of this one. */
    private async recordOf(organizationId: string, tool: ToolOfPage, id: string): Promise<RecordRow> {
      const record = await this.records.get(kind, organizationId, id);
      if (of.isAbout(record, tool)) return record;
      throw new DomainError('not-found', `There is no ${kind.name.replaceAll('_', ' ')} with this id.`);
    }
  }
  return ToolRecordPagesController;
}
