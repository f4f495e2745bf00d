// The audit log as a chain: what is written fits, whoever writes at once, and nobody waits for the log of another organization.
import { v7 as uuidv7 } from 'uuid';
import { recordEvents } from '../src/audit-log/audit-log';
import { ReadEvents } from '../src/audit-log/read-events';
import {
  asConfirmedText,
  passConfirmed,
  takeConfirmed,
} from '../src/common/client-identifiers/confirmed-text';
import { enterOrganization, Tenancy } from '../src/database/tenancy';
import { LoggedPractices, type Organization } from './audit-log/logged-practices';
import { dossierBody, vendorBody } from './factories/records.factory';
import { TestApplication } from './support/test-application';
import { until } from './support/until';

let logs: LoggedPractices;

beforeAll(async () => {
  logs = await LoggedPractices.start();
});

afterAll(() => logs.close());

describe('a log that nobody touched', () => {
  it('fits from the first entry to the last', async () => {
    const organization = await logs.practice();
    const listed = await logs.entries(organization);
    const last = listed.at(-1);
    expect(listed.map(({ sequence }) => sequence)).toEqual(listed.map((_, index) => index + 1));
    expect(listed[0].previousDigest).toBe('0'.repeat(64));
    expect(listed.slice(1).map(({ previousDigest }) => previousDigest)).toEqual(
      listed.slice(0, -1).map(({ digest }) => digest),
    );
    expect(await logs.verified(organization)).toEqual({
      organizationId: organization.id,
      isIntact: true,
      firstSequence: 1,
      entries: listed.length,
      lastSequence: last.sequence,
      lastDigest: last.digest,
      checkpoints: 0,
      signedSequence: null,
      keyIds: [],
      firstFault: null,
    });
  });

  it('takes its part of a transaction that goes through several organizations', async () => {
    const [first, second] = [await logs.practice(0), await logs.practice(0)];
    const caller = {
      kind: 'person',
      id: uuidv7(),
      onBehalfOf: first.id,
      requestId: null,
      address: null,
    } as const;
    await logs.server.app.get(Tenancy).withNobody(async (manager) => {
      for (const { id } of [first, second, first]) {
        await enterOrganization(manager, id);
        const event = {
          action: 'membership.changed',
          subjectKind: 'membership',
          subjectId: uuidv7(),
          data: {},
        };
        await recordEvents(manager, id, caller, new Date(), [event]);
      }
    });
    const changed = async (log: Organization): Promise<object[]> =>
      (await logs.entries(log)).filter(({ action }) => action === 'membership.changed');
    const entry = expect.objectContaining({ actorId: caller.id, onBehalfOf: first.id });
    expect([await changed(first), await changed(second)]).toEqual([[entry, entry], [entry]]);
    for (const organization of [first, second])
      expect((await logs.verified(organization)).isIntact).toBe(true);
  });

  it('says from where a request came', async () => {
    const organization = await logs.practice(1);
    expect((await logs.entries(organization)).at(-1)).toMatchObject({
      action: 'vendor.created',
      actorKind: 'person',
      address: '127.0.0.1',
    });
  });

  it('fits after an import of many records', async () => {
    const organization = await logs.server.newOrganization();
    const vendors = Array.from({ length: 1_000 }, (_, index) =>
      vendorBody({ key: `many-${index}`, name: `Vendor ${index}` }),
    );
    const profile = (await logs.server.get(organization.at)).body;
    const whole = dossierBody({}, {}) as Record<string, unknown>;
    const dossier = Object.fromEntries(
      Object.entries(whole).map(([name, value]) => [name, Array.isArray(value) ? [] : value]),
    );
    const {
      id: _id,
      version: _version,
      createdAt: _c,
      updatedAt: _u,
      closedAt: _k,
      eraseOn: _e,
      ...own
    } = profile;
    const imported = await logs.server.post(`${organization.at}/dossier/imports`, {
      ...dossier,
      practice: own,
      vendors,
    });
    expect([imported.status, imported.body.errors]).toEqual([200, undefined]);
    expect(await logs.verified(organization)).toMatchObject({ isIntact: true, firstFault: null });
    expect((await logs.verified(organization)).entries).toBeGreaterThan(1_000);
  }, 90_000);

  it('of an organization that is not there is not found', async () => {
    const at = `/v1/organizations/${uuidv7()}`;
    expect((await logs.server.get(`${at}/audit-log-verification`)).status).toBe(404);
    expect((await logs.server.get(`${at}/audit-log-checkpoints`)).status).toBe(404);
    expect((await logs.server.call('POST', `${at}/audit-log-checkpoints`)).status).toBe(404);
  });
});

it('two logs are walked at once, and a third has to wait: other reads want connections too', async () => {
  const { at } = await logs.practice(0);
  const tenancy = logs.server.app.get(Tenancy);
  const read = tenancy.withOrganizationsRead.bind(tenancy);
  let letGo = (): void => undefined;
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  const held = jest
    .spyOn(tenancy, 'withOrganizationsRead')
    .mockImplementation((ids, run) => gate.then(() => read(ids, run)));
  const verify = () => logs.server.get(`${at}/audit-log-verification`);
  const prune = () => logs.server.call('POST', `${at}/audit-log-prunings`);
  const walking = [verify(), prune()];
  await until(() => Promise.resolve(held.mock.calls.length === 2));
  for (const busy of [await verify(), await prune()]) {
    expect([busy.status, busy.body.type, busy.headers['retry-after']]).toEqual([
      503,
      '/problems/unavailable',
      '10',
    ]);
  }
  letGo();
  expect((await Promise.all(walking)).map(({ status }) => status)).toEqual([200, 200]);
  expect([(await verify()).status, (await verify()).status]).toEqual([200, 200]);
  held.mockRestore();
});

describe('many who write at once', () => {
  it('50 writers in 10 organizations: every chain fits', async () => {
    const organizations = await Promise.all(Array.from({ length: 10 }, () => logs.practice(0)));
    await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        for (let write = 0; write < 3; write += 1)
          await logs.addVendor(organizations[index % 10] as Organization);
      }),
    );
    for (const organization of organizations) {
      expect(await logs.verified(organization)).toMatchObject({ isIntact: true, firstFault: null });
      expect(
        (await logs.entries(organization)).filter(({ action }) => action === 'vendor.created'),
      ).toHaveLength(15);
    }
  });

  it('none waits for another organization: one holds its log while the others write', async () => {
    const [held, free] = [await logs.practice(0), await logs.practice(0)];
    let letGo = (): void => undefined;
    let holding = Promise.resolve();
    await new Promise<void>((isHeld) => {
      holding = logs.server.app.get(Tenancy).withOrganizationWrite(held.id, async (manager) => {
        await manager.query('select 1 from audit_log_head where organization_id = $1 for update', [held.id]);
        isHeld();
        await new Promise<void>((resolve) => (letGo = resolve));
      });
    });
    const waiting = logs.addVendor(held).then(() => 'held');
    const first = await Promise.race([waiting, logs.addVendor(free).then(() => 'free')]);
    letGo();
    await Promise.all([holding, waiting]);
    expect(first).toBe('free');
    expect((await logs.verified(held)).isIntact).toBe(true);
  });
});

describe('reads', () => {
  it('of a file and of an export are recorded a moment later, and the log fits', async () => {
    const organization = await logs.practice(0);
    const bytes = Buffer.from('a,b\n1,2\n');
    const file = await logs.server.upload(`${organization.at}/files`, {
      name: 'list.csv',
      type: 'text/csv',
      bytes,
    });
    expect(file.status).toBe(201);
    const content = await logs.server.get(`${organization.at}/files/${file.body.id}/content`);
    expect([content.status, content.bytes]).toEqual([200, bytes]);
    const headers = { 'if-none-match': content.headers.etag as string };
    expect(
      (await logs.server.get(`${organization.at}/files/${file.body.id}/content`, { headers })).status,
    ).toBe(304);
    await logs.server.get(`${organization.at}/dossier`);
    await logs.server.app.get(ReadEvents).flush();
    expect((await logs.entries(organization)).slice(-2)).toEqual([
      expect.objectContaining({
        action: 'file.read',
        actorKind: 'person',
        address: '127.0.0.1',
        subjectKind: 'file',
        subjectId: file.body.id,
        data: { digest: file.body.digest },
      }),
      expect.objectContaining({ action: 'dossier.exported', subjectId: organization.id }),
    ]);
    expect((await logs.verified(organization)).isIntact).toBe(true);
  });

  it('are recorded without what the request that sets off the writing has confirmed: that goes with its own write', async () => {
    const { id, at } = await logs.practice(0);
    const reads = logs.server.app.get(ReadEvents);
    const caller = {
      kind: 'person',
      id: uuidv7(),
      onBehalfOf: null,
      requestId: null,
      address: null,
    } as const;
    const event = { action: 'file.read', subjectKind: 'file', subjectId: uuidv7(), data: {} };
    const finding = { pointer: '/notes', kinds: ['record_number' as const] };
    const left = await asConfirmedText(async () => {
      passConfirmed([finding]);
      reads.note(id, caller, event);
      await reads.flush();
      return takeConfirmed();
    });
    expect(left).toEqual([finding]);
    expect((await logs.entries({ at })).at(-1)).toMatchObject({ action: 'file.read' });
  });

  it('are recorded without being asked for', async () => {
    const organization = await logs.practice(0);
    await logs.server.get(`${organization.at}/audit-events/export`);
    await until(async () => (await logs.entries(organization)).at(-1).action === 'audit-log.exported');
  });

  it('that are noted when the process ends are written', async () => {
    const organization = await logs.practice(0);
    const other = await TestApplication.start();
    await other.get(`${organization.at}/dossier`);
    await other.close();
    expect((await logs.entries(organization)).at(-1)).toMatchObject({ action: 'dossier.exported' });
  });
});

describe('the export', () => {
  it('is the whole log, a JSON object a line', async () => {
    const organization = await logs.practice();
    const { status, headers, body } = await logs.server.get(
      `${organization.at}/audit-events/export?format=ndjson`,
    );
    expect([status, headers['content-type']]).toEqual([200, 'application/x-ndjson']);
    const lines = (body as string).trimEnd().split('\n');
    const listed = await logs.entries(organization);
    expect(lines.map((line) => (JSON.parse(line) as { digest: string }).digest)).toEqual(
      listed.slice(0, lines.length).map(({ digest }) => digest),
    );
    expect(lines.length).toBeGreaterThan(3);
  });

  it('is CSV with a head, and nothing in it is a formula', async () => {
    const organization = await logs.practice(1);
    await logs.intruder.query(`update audit_event set request_id = '=1+1' where organization_id = $1`, [
      organization.id,
    ]);
    const { headers, body } = await logs.server.get(`${organization.at}/audit-events/export?format=csv`);
    const lines = (body as string).split('\r\n');
    expect(headers['content-type']).toMatch(/^text\/csv/);
    expect(lines[0]).toBe(
      'organizationId,sequence,id,occurredAt,actorKind,actorId,onBehalfOf,requestId,address,action,subjectKind,subjectId,data,previousDigest,digest',
    );
    expect(lines[1]).toContain(`,'=1+1,`);
    expect(lines.at(-1)).toBe('');
  });

  it('knows no other format, and no other organization', async () => {
    const organization = await logs.practice(0);
    expect((await logs.server.get(`${organization.at}/audit-events/export?format=xml`)).status).toBe(400);
    expect((await logs.server.get(`/v1/organizations/${uuidv7()}/audit-events/export`)).status).toBe(404);
  });
});
