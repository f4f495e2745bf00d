import { Get, Inject } from '@nestjs/common';
import { clausePlaces } from '../agreement-clauses/agreement-to-read';
import { EXPIRING_WITHIN_DAYS } from '../business-associate-agreements/expiring-within-days';
import { CATALOGS, type Catalogs } from '../catalogs/catalogs.module';
import { UuidParam } from '../common/http/uuid-param';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import { FlowMaps } from '../flow-maps/flow-maps.service';
import { ObligationsService } from '../obligations/obligations.service';
import { nextObligations } from '../obligations/pages/next-obligations';
import { isOversightTask, OVERSIGHT_TASK_PLACES } from '../oversight/oversight.tasks';
import { Allows } from '../permissions/route-access';
import { taskPage, type TaskRow } from '../tasks/tasks.query';
import { addressOfTool } from '../vendors/tool-of-page.query';
import { Page } from '../web/page';
import { Pages } from '../web/pages';
import { placeOfClauseTask } from './clause-tasks';
import { changesSince, dueSoon } from './changes.presenter';
import { dashboardView } from './dashboard.presenter';
import { dashboard, type DashboardRow } from './dashboard.query';
import { SealedSummaries } from './sealed-summaries';

const MOST_TASKS = 8;
const MOST_OBLIGATIONS = 6;

@Pages('organizations/:organizationId')
export class DashboardPagesController {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly maps: FlowMaps,
    private readonly sealed: SealedSummaries,
    private readonly obligations: ObligationsService,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
    @Inject(EXPIRING_WITHIN_DAYS) private readonly expiringWithinDays: number,
  ) {}

  @Get()
  @Allows('scores.read')
  async show(@UuidParam('organizationId') organizationId: string): Promise<Page> {
    const { scoringModel, agreementProvisions } = this.catalogs;
    const page = { after: null, limit: MOST_TASKS, service: null, kind: null };
    const [[row], tasks, { map, facts, today }, obligations] = await Promise.all([
      this.tenancy.readOne<DashboardRow>(organizationId, dashboard(organizationId, scoringModel)),
      this.tenancy.readOne<TaskRow>(organizationId, taskPage(organizationId, page)),
      this.maps.of(organizationId, null),
      this.obligations.of(organizationId),
    ]);
    if (!row) throw new DomainError('not-found', 'There is no organization with this id.');
    const { matrix } = scoringModel.tables.risk;
    const clausesOf = (key: string) => {
      const service = facts.services.find((one) => one.key === key);
      const at = service ? addressOfTool(organizationId, service.id) : '';
      return clausePlaces(at, service, facts.agreements, today, agreementProvisions, this.expiringWithinDays);
    };
    const placeOf = (task: TaskRow) =>
      task.kind === 'incident_duty_open'
        ? `/organizations/${organizationId}/incidents/${task.record}`
        : isOversightTask(task.kind)
          ? `/organizations/${organizationId}/registers/${OVERSIGHT_TASK_PLACES[task.kind]}/${task.record}`
          : placeOfClauseTask(task, scoringModel.facts, clausesOf);
    const view = dashboardView(organizationId, row, tasks, matrix, MOST_TASKS, placeOf);
    const then = row.lastSealed && (await this.sealed.of(organizationId, row.lastSealed.id));
    const now = { at: view.at, today, row, facts };
    return new Page('dashboard/dashboard', 'Overview', {
      ...view,
      ...{
        dataFlows: map,
        changes: then ? changesSince(then, now) : [],
        isCompared: then !== null,
        due: dueSoon(now),
        obligations: nextObligations(organizationId, obligations, MOST_OBLIGATIONS),
      },
    });
  }
}
