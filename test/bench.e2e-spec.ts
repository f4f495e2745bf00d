// The bench compares the application with bare servers; that says something only while both answer the same. Asked here once, without
// measuring, so that a new field of a record cannot take a part of the bench away unnoticed.
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { ServingBare } from '../bench/measuring/bare-servers';
import { differencesOf, refuseUnlikeAnswers } from '../bench/measuring/same-answer';
import { copyUnprotected } from '../bench/measuring/unprotected-copies';
import { startBarePage } from '../bench/pages/bare-page';
import { DASHBOARD_TABLES, statementsOfDashboard } from '../bench/pages/dashboard.bench';
import { statementsOfPortfolio } from '../bench/pages/portfolio.bench';
import { PORTFOLIO_TABLES } from '../bench/practices/many-practices';
import { CLEARANCE_TABLES, startBareClearance } from '../bench/clearance/bare-clearance';
import { LIST_TABLES, startBareList } from '../bench/vendor-list/bare-list';
import { startBareServer, VENDOR_TABLES } from '../bench/vendor-read/bare-server';
import { loadCatalogs } from '../src/catalogs/load-catalogs';
import { serviceBody, vendorBody } from './factories/records.factory';
import { TestApplication } from './support/test-application';
import { testDatabase } from './support/test-database';

const { ownerUrl, applicationUrl, session } = testDatabase();
const headers = { authorization: `Bearer ${session}` };
const schema = `bench_${randomBytes(6).toString('hex')}`;
const bareSetup = { applicationUrl, schema, poolSize: 1 };

let api: TestApplication;
let port: number;
let at: string;
let organizationId: string;
let vendorId: string;
let serving: ServingBare | null = null;

beforeAll(async () => {
  api = await TestApplication.start();
  await api.app.listen(0, '127.0.0.1');
  port = Number(new URL(await api.app.getUrl()).port);
  const organization = await api.newOrganization();
  ({ at, id: organizationId } = organization);
  const vendor = await api.post(`${at}/vendors`, vendorBody());
  vendorId = vendor.body.id as string;
  await api.post(`${at}/services`, serviceBody());
  const tables = [
    ...new Set([
      ...VENDOR_TABLES,
      ...LIST_TABLES,
      ...CLEARANCE_TABLES,
      ...DASHBOARD_TABLES,
      ...PORTFOLIO_TABLES,
    ]),
  ];
  await copyUnprotected(ownerUrl, organization.id, { schema, tables });
});

afterEach(async () => {
  await serving?.stop();
  serving = null;
});

afterAll(async () => {
  await api.close();
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(`drop schema ${schema} cascade`);
  await owner.end();
});

it('a vendor reads the same from the application and from its bare server', async () => {
  serving = await startBareServer(bareSetup);
  const path = `${at}/vendors/${vendorId}`;
  await refuseUnlikeAnswers({ port, path, headers }, { port: serving.ready.port, path });
});

it('the list of vendors with scores reads the same from both', async () => {
  const { id, version } = loadCatalogs().scoringModel;
  serving = await startBareList({ ...bareSetup, model: { id, version } });
  const path = `${at}/vendor-scores`;
  await refuseUnlikeAnswers({ port, path, headers }, { port: serving.ready.port, path });
});

it.each([false, true])(
  'clearance answers the same from both, with row-level security: %s',
  async (isProtected) => {
    serving = await startBareClearance({ ...bareSetup, isProtected });
    const body = JSON.stringify({
      subject: { type: 'role', id: 'clinicians' },
      action: { name: 'record_session' },
      resource: { type: 'service', id: serviceBody().key },
      context: { dataClasses: ['session_audio'], clientState: 'IL' },
    });
    const asked = {
      path: `${at}/access/v1/evaluation`,
      headers: { ...headers, 'content-type': 'application/json' },
      body,
    };
    await refuseUnlikeAnswers({ ...asked, port }, { ...asked, port: serving.ready.port });
  },
);

it('the bare servers of pages find all that the pages read', async () => {
  const practice = { id: organizationId, name: 'A practice', role: 'owner', closed: false } as const;
  const reached = [{ ...practice, isExample: false, refusal: null }];
  const statements = [...statementsOfDashboard(organizationId), ...statementsOfPortfolio(reached)];
  serving = await startBarePage({ ...bareSetup, statements });
  const answer = await fetch(`http://127.0.0.1:${serving.ready.port}/`);
  expect([answer.status, await answer.json()]).toEqual([200, statements.map(() => expect.anything())]);
});

it('answers that have come apart are told field by field', () => {
  const ours = { id: 'a', roles: ['software'], usesAi: true, contacts: [{ key: 'x', phone: null }] };
  const bare = { id: 'a', roles: ['software', 'hosting'], contacts: [{ key: 'x' }], usesAi: true };
  expect(differencesOf(ours, ours, '')).toEqual([]);
  expect(differencesOf(ours, bare, '')).toEqual([
    '  /roles/1: nothing by the application, "hosting" by the bare server',
    '  /contacts/0/phone: null by the application, nothing by the bare server',
  ]);
  expect(differencesOf(ours, [], '')).toEqual([
    `  (the whole): ${JSON.stringify(ours)} by the application, [] by the bare server`,
  ]);
});
