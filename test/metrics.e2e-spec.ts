// Metrics for Prometheus: on a port of their own, without an id of anybody in them, and none at all unless a setting asks for them.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { validate as isUuid } from 'uuid';
import { readSettings } from '../src/config/settings';
import { READ_POOL } from '../src/database/tenancy';
import { QUEUES } from '../src/jobs/queues';
import { startApplication, type RunningApplication } from '../src/server/start-application';
import { REQUEST_EXAMPLES } from '../src/server/request-examples';
import { ThrowawayFolders } from './embedded-postgres/throwaway-folder';
import { serviceBody, vendorBody } from './factories/records.factory';
import { NO_LIMITS } from './support/test-application';
import { testDatabase } from './support/test-database';

const folders = new ThrowawayFolders();
const running: RunningApplication[] = [];

function started(environment: Record<string, string>): Promise<RunningApplication> {
  const { applicationUrl, ownerUrl } = testDatabase();
  const settings = readSettings({
    ...{ PORT: '0', LOG_LEVEL: 'silent', DATA_FOLDER: folders.make(), DATABASE_POOL_SIZE: '4', ...NO_LIMITS },
    ...{ DATABASE_URL: applicationUrl, DATABASE_MIGRATION_URL: ownerUrl },
    ...environment,
  });
  return startApplication({ settings }).then((application) => {
    running.push(application);
    return application;
  });
}

afterAll(async () => {
  for (const application of running) await application.stop();
  folders.removeAll();
});

interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

/** Reads the text format (Prometheus exposition format 0.0.4). */
function samplesOf(text: string): Sample[] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, name = '', labels = '', value] = /^([a-z_:]+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
      const pairs = [...labels.matchAll(/([a-z_]+)="([^"]*)"/g)].map(([, key = '', text = '']) => [
        key,
        text,
      ]);
      return { name, labels: Object.fromEntries(pairs) as Record<string, string>, value: Number(value) };
    });
}

describe('the metrics', () => {
  let application: RunningApplication;
  let at: string;
  let samples: Sample[];

  const call = (method: string, path: string, body?: object): Promise<Response> =>
    fetch(`${application.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${testDatabase().session}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      body: body && JSON.stringify(body),
    });
  const made = async (path: string, body: object | undefined): Promise<string> =>
    ((await (await call('POST', path, body)).json()) as { id: string }).id;

  const scrape = async (): Promise<string> => {
    const answer = await fetch(application.metricsUrl ?? '');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('text/plain'),
    ]);
    return answer.text();
  };
  const valueOf = (name: string, labels: Record<string, string>): number | undefined =>
    samples.find(
      (sample) =>
        sample.name === name && Object.entries(labels).every(([key, value]) => sample.labels[key] === value),
    )?.value;

  beforeAll(async () => {
    application = await started({ METRICS_PORT: '0' });
    at = `/v1/organizations/${await made('/v1/organizations', REQUEST_EXAMPLES['create-organization'])}`;
    await made(`${at}/vendors`, vendorBody());
    await made(`${at}/services`, serviceBody());
    await call('GET', `${at}/vendors?limit=1`);
    await call('GET', `${at}/vendors?limit=2`);
    await call('GET', `${at}/vendors?limit=none`);
    await call('GET', '/v1/secret-address-of-nobody');
    const assessment = await made(`${at}/assessments`, REQUEST_EXAMPLES['create-assessment']);
    const report = await made(`${at}/assessments/${assessment}/reports`, { format: 'html' });
    for (let status = ''; status !== 'done';) {
      status = ((await (await call('GET', `${at}/reports/${report}`)).json()) as { status: string }).status;
      expect(status).not.toBe('failed');
    }
    samples = samplesOf(await scrape());
  });

  it('are served on this machine alone, at one address, and by the API not at all', async () => {
    expect(application.metricsUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/metrics$/);
    const origin = new URL(application.metricsUrl ?? '').origin;
    expect((await fetch(`${origin}/`)).status).toBe(404);
    expect((await fetch(`${origin}/metrics`, { method: 'POST' })).status).toBe(404);
    expect((await call('GET', '/metrics')).status).toBe(404);
  });

  it('time requests by route pattern and class of status', () => {
    const count = 'duecare_http_request_duration_seconds_count';
    const route = '/v1/organizations/:organizationId/vendors';
    expect(valueOf(count, { method: 'GET', route, status_class: '2xx' })).toBe(2);
    expect(valueOf(count, { method: 'GET', route, status_class: '4xx' })).toBe(1);
    expect(valueOf(count, { method: 'POST', route, status_class: '2xx' })).toBe(1);
    expect(valueOf(count, { route: 'none', status_class: '4xx' })).toBe(1);
  });

  it('time scoring and printing', () => {
    expect(valueOf('duecare_scoring_duration_seconds_count', {})).toBeGreaterThanOrEqual(2);
    const printed = { format: 'html', outcome: 'done' };
    // beside ours those that a server of an earlier file left to be printed
    expect(valueOf('duecare_report_printing_duration_seconds_count', printed)).toBeGreaterThanOrEqual(1);
  });

  it('show the pools and every queue, empty ones too', () => {
    for (const pool of ['read', 'write']) {
      for (const state of ['busy', 'idle', 'waiting']) {
        expect([pool, state, valueOf('duecare_database_connections', { pool, state })]).toEqual([
          pool,
          state,
          expect.any(Number),
        ]);
      }
    }
    expect(valueOf('duecare_database_connections', { pool: 'write', state: 'idle' })).toBeGreaterThan(0);
    for (const queue of Object.keys(QUEUES)) {
      expect([queue, valueOf('duecare_jobs', { queue, state: 'waiting' })]).toEqual([
        queue,
        expect.any(Number),
      ]);
    }
  });

  it('show what the process does: event loop, memory, processor', () => {
    for (const name of [
      'nodejs_eventloop_lag_seconds',
      'process_resident_memory_bytes',
      'process_cpu_seconds_total',
    ]) {
      expect([name, valueOf(name, {})]).toEqual([name, expect.any(Number)]);
    }
  });

  it('name nobody: no id, no address that somebody typed, no label but those of short lists', async () => {
    const text = await scrape();
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
    expect(text).not.toContain('secret-address');
    const ours = samplesOf(text).filter(({ name }) => name.startsWith('duecare_'));
    const labels = new Set(ours.flatMap((sample) => Object.keys(sample.labels)));
    expect([...labels].sort()).toEqual(
      ['format', 'le', 'method', 'outcome', 'pool', 'queue', 'route', 'state', 'status_class'].sort(),
    );
    for (const { labels } of ours)
      for (const value of Object.values(labels)) expect(isUuid(value)).toBe(false);
  });

  it('fail as a whole when the database cannot be asked, rather than say that all is well', async () => {
    const pool = application.app.get<{ query: () => Promise<unknown> }>(READ_POOL);
    const query = jest.spyOn(pool, 'query').mockRejectedValue(new Error('away'));
    expect((await fetch(application.metricsUrl ?? '')).status).toBe(503);
    query.mockRestore();
    await scrape();
  });
});

it('there are none unless a setting asks for them', async () => {
  expect((await started({})).metricsUrl).toBeNull();
});

it('a port that is taken is told by the name of its setting, and nothing keeps running', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  await expect(started({ METRICS_PORT: String(port) })).rejects.toThrow(/METRICS_PORT/);
  other.close();
});
