// Stored scores that no longer hold are found and scored again without anybody writing.
import { v7 as uuidv7 } from 'uuid';
import { addDays, dateInTimeZone } from '../src/common/calendar-date';
import type { ServiceResult } from '../src/assessments/scoring/service-result';
import { Rescoring } from '../src/assessments/scores/rescoring';
import { Tenancy } from '../src/database/tenancy';
import { JobQueue } from '../src/jobs/job-queue';
import { QUEUE_SCHEMA } from '../src/jobs/queues';
import { dossierBody, practiceBody } from './factories/records.factory';
import { TestApplication } from './support/test-application';
import { until } from './support/until';

const DAY_MILLISECONDS = 86_400_000;

let daysBack = 0;
let server: TestApplication;

beforeAll(async () => {
  server = await TestApplication.start({
    clock: { now: () => new Date(Date.now() - daysBack * DAY_MILLISECONDS) },
  });
});

afterAll(() => server.close());

async function practiceWhoseAgreementEnds(inDays: number): Promise<{ at: string; id: string }> {
  const practice = practiceBody();
  const dossier = dossierBody(practice);
  const today = dateInTimeZone(new Date(), practice.timeZone);
  const agreements = dossier.agreements.map((agreement) => ({
    ...agreement,
    endsOn: addDays(today, inDays),
  }));
  const { body } = await server.post('/v1/organizations', practice);
  const at = `/v1/organizations/${body.id}`;
  // What is dated when it is done cannot have been done after the day on which the clock stands.
  const doneLater = { findings: [], riskAcceptances: [], practiceDecisions: [] };
  const imported = await server.post(`${at}/dossier/imports`, { ...dossier, ...doneLater, agreements });
  expect([imported.status, imported.body.errors]).toEqual([200, undefined]);
  return { at, id: body.id };
}

const onlyScore = async (at: string) => (await server.get(`${at}/service-scores`)).body.items[0];

async function waitUntilCurrent(at: string): Promise<void> {
  await until(async () => (await onlyScore(at)).isCurrent as boolean);
}

const renewals = async (at: string): Promise<unknown[]> =>
  (await server.get(`${at}/audit-events`)).body.items.filter(
    ({ action }: { action: string }) => action === 'service-scores.renewed',
  );

describe('a stored score', () => {
  it('is scored again by a job once an agreement has ended, and the log says that the system did it', async () => {
    daysBack = 30;
    const { at } = await practiceWhoseAgreementEnds(-10);
    const before = await onlyScore(at);
    expect(before.holdsUntil <= addDays(before.asOf, 20)).toBe(true);
    daysBack = 0;
    expect(before.isCurrent).toBe(false);
    await server.app.get(Rescoring).sweep();
    await waitUntilCurrent(at);
    const after = await onlyScore(at);
    expect(after.decision).toBe('do_not_use');
    expect(after.asOf > before.asOf).toBe(true);
    expect(await renewals(at)).toMatchObject([
      { actorKind: 'system', actorId: null, data: { services: [after.service] } },
    ]);
  });

  it('of another model is not current, and is scored again with the model in force', async () => {
    const { at, id } = await practiceWhoseAgreementEnds(400);
    const scored = await onlyScore(at);
    expect(scored.isCurrent).toBe(true);
    await server.app
      .get(Tenancy)
      .withOrganizationWrite(id, (manager) =>
        manager.query(`update service_score set model_version = '0.0.1' where organization_id = $1`, [id]),
      );
    expect((await onlyScore(at)).isCurrent).toBe(false);
    await server.app.get(Rescoring).sweep();
    await waitUntilCurrent(at);
    expect((await onlyScore(at)).modelVersion).toBe(scored.modelVersion);
  });

  it('of a practice that was erased while its job waited is no failure', async () => {
    const organizationId = uuidv7();
    await server.app.get(JobQueue).sendMissing('rescore-organization', [{ organizationId }]);
    const job = async () => {
      const [row] = await server.app.get(Tenancy).withoutOrganization<{ state: string }>({
        text: `select state from ${QUEUE_SCHEMA}.job where data ->> 'organizationId' = $1`,
        values: [organizationId],
      });
      return row?.state;
    };
    await until(async () => !['created', 'active'].includes((await job()) ?? ''));
    expect(await job()).toBe('completed');
  });

  it('that holds is left alone', async () => {
    const { at } = await practiceWhoseAgreementEnds(400);
    await server.app.get(Rescoring).sweep();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await renewals(at)).toEqual([]);
  });

  it('keeps beside it what lists show of the result, and nothing else', async () => {
    const { id } = await practiceWhoseAgreementEnds(-10);
    const [stored] = await server.app.get(Tenancy).readOne<{ result: ServiceResult; overview: unknown }>(id, {
      text: 'select result, overview from service_score where organization_id = $1',
      values: [id],
    });
    const { decision, gates, threats, unknowns } = stored!.result;
    const stopping = gates.filter(({ state }) => state === 'fired');
    expect(stopping).not.toEqual([]);
    expect(stored!.overview).toEqual({
      decisionLabel: decision.label,
      stoppedBy: stopping.map(({ title }) => title),
      remedies: stopping.flatMap(({ remedy }) => remedy ?? []),
      threats: threats.map(({ id: threat, title, residual }) => ({
        ...{ id: threat, title },
        ...{ likelihood: residual.likelihood, impact: residual.impact, risk: residual.risk },
      })),
      unknowns: unknowns
        .filter((one) => !one.id.startsWith('answer-'))
        .map((one) => ({ id: one.id, task: one.task })),
    });
  });
});

describe('the list of vendors with scores', () => {
  it('shows every vendor with its services, those without a service too', async () => {
    const { at } = await practiceWhoseAgreementEnds(400);
    await server.post(`${at}/vendors`, { key: 'quiet-vendor', name: 'Quiet Vendor, LLC' });
    const score = await onlyScore(at);
    const { body } = await server.get(`${at}/vendor-scores`);
    expect(body.items).toHaveLength(2);
    expect(body.items[0].services).toMatchObject([
      {
        service: score.service,
        decision: score.decision,
        level: score.level,
        isCurrent: true,
        why: score.why,
      },
    ]);
    expect(body.items[1]).toMatchObject({ vendor: 'quiet-vendor', services: [] });
  });

  it('comes in pages', async () => {
    const { at } = await practiceWhoseAgreementEnds(400);
    await server.post(`${at}/vendors`, { key: 'quiet-vendor', name: 'Quiet Vendor, LLC' });
    const first = await server.get(`${at}/vendor-scores?limit=1`);
    const second = await server.get(`${at}/vendor-scores?limit=1&cursor=${first.body.nextCursor}`);
    expect([first, second].map(({ body }) => body.items.length)).toEqual([1, 1]);
    expect(second.body).toMatchObject({ items: [{ vendor: 'quiet-vendor' }], nextCursor: null });
  });
});
