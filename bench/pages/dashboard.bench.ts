// The first page of a practice with 20 tools, through the real application.
import type { QueryConfig } from 'pg';
import { loadCatalogs } from '../../src/catalogs/load-catalogs';
import { dashboard } from '../../src/dashboard/dashboard.query';
import { flowFactsOf } from '../../src/flow-maps/flow-facts.query';
import { obligationFactsOf } from '../../src/obligations/obligation-facts.query';
import { taskPage } from '../../src/tasks/tasks.query';
import type { CleanUp } from '../measuring/clean-up';
import type { Figure } from '../measuring/figures';
import { copyUnprotected } from '../measuring/unprotected-copies';
import { largePractice } from '../practices/large-practice';
import type { ApplicationReady, ApplicationSetup } from '../vendor-read/application.process';
import { startServerProcess } from '../vendor-read/server-process';
import { BENCH_SCHEMA, startThrowawayDatabase } from '../vendor-read/throwaway-database';
import { measurePage, statementsOf } from './page-beside-bare';
import { giveSecondFactor, storeDossier } from './stored-practices';
import { REGISTER_TABLES } from './register-tables';

const TOOLS = 20;
/** agreements and reports of each tool; four times as many flows */
const SIZE = 1;
const TASKS_SHOWN = 8;

/** What the page reads. */
export const DASHBOARD_TABLES = [
  ...[
    'organization',
    'vendor',
    'service',
    'service_score',
    'assessment',
    'questionnaire',
    'questionnaire_answer',
  ],
  ...[
    'soc2_report',
    'soc2_report_service',
    'data_flow',
    'agreement',
    'agreement_service',
    'evidence',
    'evidence_service',
  ],
  ...['attestation', 'attestation_service', 'practice_measures', 'bias_audit'],
  ...['obligation_completion', 'obligation_setting'],
  ...REGISTER_TABLES,
];

export async function measureDashboard(cleanUp: CleanUp): Promise<Figure[]> {
  const database = await startThrowawayDatabase(cleanUp);
  const application = await startServerProcess<ApplicationSetup, ApplicationReady>(
    'application.process',
    { ...database, countsStatements: true },
    cleanUp,
  );
  const counts: Figure[] = [];
  let organizationId = '';
  for (const tools of [1, 5, TOOLS]) {
    const { practice, ...records } = largePractice(tools, SIZE);
    organizationId = await storeDossier(application.ready, {
      ...{ ...records, practice: { ...practice, key: `practice-of-${tools}` } },
    });
    await giveSecondFactor(database.ownerUrl);
    const ours = String(await statementsOf(application, `/organizations/${organizationId}`));
    counts.push({ what: `${tools} tools: statements of the page`, ours, aim: 'constant' });
  }
  const copied = { schema: BENCH_SCHEMA, tables: DASHBOARD_TABLES };
  await copyUnprotected(database.ownerUrl, organizationId, copied);
  const page = {
    path: `/organizations/${organizationId}`,
    statements: statementsOfDashboard(organizationId),
    aim: '50 ms',
  };
  const figures = await measurePage(application, database.applicationUrl, page, cleanUp);
  return [...counts, ...figures.map((figure) => ({ ...figure, what: `${TOOLS} tools: ${figure.what}` }))];
}

/** How the page reads them for one practice. */
export function statementsOfDashboard(organizationId: string): QueryConfig[] {
  const { scoringModel } = loadCatalogs();
  const tasks = { after: null, limit: TASKS_SHOWN, service: null, kind: null };
  return [
    dashboard(organizationId, scoringModel),
    taskPage(organizationId, tasks),
    flowFactsOf(organizationId, null),
    obligationFactsOf(organizationId),
  ];
}
