import { Get, Post } from '@nestjs/common';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { withFreeKey } from '../records/free-key';
import { keyFromName } from '../records/key-from-name';
import type { RecordRow } from '../records/record-kind';
import { RecordsService } from '../records/records.service';
import { addressOfTool, readTool, type ToolOfPage } from '../vendors/tool-of-page.query';
import { SeeOther, type Page } from '../web/page';
import { Pages } from '../web/pages';
import { sentForm, shownForm } from '../web/record-form';
import { bodyOf } from '../web/submitted';
import { dataFlowForm, flowBeside, storedFlow } from './data-flow-form';
import { DataFlowFields } from './data-flow.fields';
import { DATA_FLOW } from './data-flow.record';

@Pages('organizations/:organizationId/services/:serviceId/data-flows')
export class DataFlowPagesController {
  constructor(
    private readonly records: RecordsService,
    private readonly tenancy: Tenancy,
  ) {}

  @Get('new')
  @Allows('records.write')
  async new(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
  ): Promise<Page> {
    const tool = await readTool(this.tenancy, organizationId, serviceId);
    return shownForm(dataFlowForm(organizationId, tool, null), null);
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
    return sentForm(dataFlowForm(organizationId, tool, null), sent, async () => {
      const fields = bodyOf(DataFlowFields, sent, flowBeside(sent));
      const wanted = keyFromName(`${tool.key} ${fields.dataClasses[0] ?? ''}`, 'flow');
      await withFreeKey(wanted, (key) =>
        this.records.create(DATA_FLOW, organizationId, caller, { ...fields, key, service: tool.key } as {
          key: string;
        }),
      );
      return new SeeOther(addressOfTool(organizationId, tool.id), 'added');
    });
  }

  @Get(':id/edit')
  @Allows('records.write')
  async edit(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
    @UuidParam('id') id: string,
  ): Promise<Page> {
    const tool = await readTool(this.tenancy, organizationId, serviceId);
    const flow = await this.flowOf(organizationId, tool, id);
    return shownForm(dataFlowForm(organizationId, tool, flow), {
      version: flow.version,
      values: storedFlow(flow),
    });
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
    const flow = await this.flowOf(organizationId, tool, id);
    const work = async (version: number): Promise<SeeOther> => {
      const fields = bodyOf(DataFlowFields, sent, flowBeside(sent));
      await this.records.update(DATA_FLOW, organizationId, caller, { id, version }, fields);
      return new SeeOther(addressOfTool(organizationId, tool.id), 'saved');
    };
    return sentForm(dataFlowForm(organizationId, tool, flow), sent, work, async () => {
      const now = await this.flowOf(organizationId, tool, id);
      return { version: now.version, values: storedFlow(now) };
    });
  }

  /** A flow of this tool: another tool's is not here. */
  private async flowOf(organizationId: string, tool: ToolOfPage, id: string): Promise<RecordRow> {
    const flow = await this.records.get(DATA_FLOW, organizationId, id);
    if (flow.service !== tool.key) throw new DomainError('not-found', 'There is no data flow with this id.');
    return flow;
  }
}
