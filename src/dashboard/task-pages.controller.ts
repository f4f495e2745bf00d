// All that is to do in a practice, the oldest first, a page at a time.
import { Get, Inject, Query } from '@nestjs/common';
import { clausePlaces } from '../agreement-clauses/agreement-to-read';
import { EXPIRING_WITHIN_DAYS } from '../business-associate-agreements/expiring-within-days';
import { CATALOGS, type Catalogs } from '../catalogs/catalogs.module';
import { dateInTimeZone } from '../common/calendar-date';
import { CLOCK, type Clock } from '../common/clock';
import { UuidParam } from '../common/http/uuid-param';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import { flowFactsOf, type FlowFactsRow } from '../flow-maps/flow-facts.query';
import { Allows } from '../permissions/route-access';
import { cursorOf, placeOf } from '../tasks/task-cursor';
import { TaskPageQuery } from '../tasks/task.dto';
import { taskPage, type TaskRow } from '../tasks/tasks.query';
import { addressOfTool } from '../vendors/tool-of-page.query';
import { Page } from '../web/page';
import { Pages } from '../web/pages';
import { taskLine } from './dashboard.presenter';
import { placeOfTask } from './place-of-task';

@Pages('organizations/:organizationId/tasks')
export class TaskPagesController {
  constructor(
    private readonly tenancy: Tenancy,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(EXPIRING_WITHIN_DAYS) private readonly expiringWithinDays: number,
  ) {}

  @Get()
  @Allows('scores.read')
  async list(
    @UuidParam('organizationId') organizationId: string,
    @Query() query: TaskPageQuery,
  ): Promise<Page> {
    const { cursor, limit, service = null, kind = null } = query;
    const after = cursor === undefined ? null : placeOf(cursor);
    const [[facts], rows] = await Promise.all([
      this.tenancy.readOne<FlowFactsRow>(organizationId, flowFactsOf(organizationId, null)),
      this.tenancy.readOne<TaskRow>(
        organizationId,
        taskPage(organizationId, { after, limit, service, kind }),
      ),
    ]);
    if (!facts) throw new DomainError('not-found', 'There is no organization with this id.');
    const at = `/organizations/${organizationId}`;
    const today = dateInTimeZone(this.clock.now(), facts.timeZone);
    const place = placeOfTask(at, this.catalogs.scoringModel.facts, (key) => {
      const tool = facts.services.find((one) => one.key === key);
      const here = tool ? addressOfTool(organizationId, tool.id) : '';
      const { agreementProvisions } = this.catalogs;
      return clausePlaces(here, tool, facts.agreements, today, agreementProvisions, this.expiringWithinDays);
    });
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return new Page('tasks/list', 'To do', {
      ...{ at, isFirst: after === null },
      tasks: shown.map((task) => taskLine(task, facts.services, at, place(task) ?? '')),
      more: last ? `${at}/tasks?cursor=${cursorOf(last)}` : '',
    });
  }
}
