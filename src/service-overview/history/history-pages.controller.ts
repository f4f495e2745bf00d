import { Get, Query } from '@nestjs/common';
import { UuidParam } from '../../common/http/uuid-param';
import { Tenancy } from '../../database/tenancy';
import { Allows } from '../../permissions/route-access';
import { addressOfTool, readTool } from '../../vendors/tool-of-page.query';
import { Page } from '../../web/page';
import { Pages } from '../../web/pages';
import { historyOfTool, type HistoryRow } from './history.query';
import { historyView } from './history.presenter';

const ENTRIES_ON_A_PAGE = 50;

@Pages('organizations/:organizationId/services/:serviceId/history')
export class HistoryPagesController {
  constructor(private readonly tenancy: Tenancy) {}

  /** The audit log, as far as it is about the tool: read by whoever may read the log. */
  @Get()
  @Allows('audit-log.read')
  async show(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
    @Query('before') before?: unknown,
  ): Promise<Page> {
    const tool = await readTool(this.tenancy, organizationId, serviceId);
    const at = addressOfTool(organizationId, tool.id);
    const from = typeof before === 'string' && /^\d{1,15}$/.test(before) ? Number(before) : null;
    const query = historyOfTool(organizationId, serviceId, from, ENTRIES_ON_A_PAGE);
    const rows = await this.tenancy.readOne<HistoryRow>(organizationId, query);
    const view = historyView(`${at}/history`, rows, ENTRIES_ON_A_PAGE);
    return new Page('services/history', `History of ${tool.name}`, {
      ...view,
      ...{ at, name: tool.name, isFirst: from === null, first: `${at}/history` },
      log: `/organizations/${organizationId}/settings/log`,
    });
  }
}
