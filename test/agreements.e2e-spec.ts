// Agreements as a lifecycle over HTTP: the state on a day, amendments, what cannot be so, gap days and the catalog of provisions.
import type { Clock } from '../src/common/clock';
import { agreementBody, dataFlowBody, serviceBody, vendorBody } from './factories/records.factory';
import { TestApplication } from './support/test-application';

// Late in the evening of the 21st in Chicago: the practice's day is not yet that of UTC.
const NOW: Clock = { now: () => new Date('2026-11-22T03:00:00Z') };
const TODAY = '2026-11-21';

let server: TestApplication;

beforeAll(async () => {
  server = await TestApplication.start({ clock: NOW });
});

afterAll(() => server.close());

async function practice(flow: object = {}): Promise<string> {
  const { at } = await server.newOrganization();
  await server.post(`${at}/vendors`, vendorBody());
  await server.post(`${at}/services`, serviceBody());
  await server.post(`${at}/data-flows`, dataFlowBody({ since: '2026-01-01', ...flow }));
  return at;
}

const unsigned = { signedOn: null, effectiveOn: null, endsOn: null };

describe('an agreement', () => {
  it('goes from request to signature, into force and out, and each state follows from the dates', async () => {
    const at = await practice();
    const made = await server.post(
      `${at}/agreements`,
      agreementBody({ ...unsigned, requestedOn: '2026-10-01' }),
    );
    expect(made.body.standing).toMatchObject({
      asOf: TODAY,
      state: 'requested',
      inForceSince: null,
      terms: null,
    });
    const location = made.headers.location as string;
    const steps: [object, string][] = [
      [{ sentOn: '2026-10-05' }, 'sent'],
      [{ negotiatingSince: '2026-10-10' }, 'negotiating'],
      [{ signedOn: '2026-11-01', effectiveOn: '2026-12-01' }, 'signed'],
      [{ effectiveOn: '2026-11-01' }, 'in_force'],
      [{ endsOn: '2026-12-31' }, 'expiring'],
      [{ terminatedOn: TODAY }, 'terminated'],
      [{ terminatedOn: null, endsOn: '2026-11-20' }, 'lapsed'],
    ];
    for (const [index, [change, state]] of steps.entries()) {
      const changed = await server.patch(location, index + 1, change);
      expect([changed.status, changed.body.standing.state]).toEqual([200, state]);
    }
    const then = await server.get(`${location}?asOf=2026-11-10`);
    expect(then.body.standing).toMatchObject({
      asOf: '2026-11-10',
      state: 'expiring',
      inForceSince: '2026-11-01',
    });
    const [listed] = (await server.get(`${at}/agreements?asOf=2026-10-06`)).body.items;
    expect(listed.standing.state).toBe('sent');
  });

  it('says what it holds on a day with its amendments, and gives them back as they were sent', async () => {
    const at = await practice();
    const amendments = [
      {
        key: 'second',
        title: 'Second Amendment',
        signedOn: '2026-09-01',
        breachNoticeHours: 24,
        noticePeriods: { cureDays: 10 },
        provisions: [{ provision: 'BAA-A01', verdict: 'present', reference: 'section 2' }],
      },
      { key: 'first', title: 'First Amendment', signedOn: '2026-03-01', breachNoticeHours: 48 },
    ];
    const body = agreementBody({
      amendments,
      autoRenews: true,
      endsOn: '2026-12-31',
      renewalTermMonths: 12,
      noticeDaysToLeave: 30,
      provisions: [{ provision: 'BAA-A01', verdict: 'missing' }],
      signatures: [
        { party: 'vendor', name: 'Alex Moran', role: 'Chief operating officer', signedOn: '2026-01-15' },
      ],
      incorporatedDocuments: [
        { title: 'Terms', link: 'https://northlight.example/terms', datedOn: '2025-12-01' },
      ],
      noticePeriods: { terminationDays: 30, cureDays: 30 },
    });
    const made = await server.post(`${at}/agreements`, body);
    expect(made.body).toMatchObject(body);
    expect(made.body.standing).toMatchObject({
      state: 'in_force',
      termEndsOn: '2026-12-31',
      leaveNoticeBy: '2026-12-01',
      terms: {
        amendments: ['first', 'second'],
        breachNoticeHours: 24,
        noticePeriods: { terminationDays: 30, cureDays: 10 },
        provisions: [{ provision: 'BAA-A01', verdict: 'present', reference: 'section 2' }],
      },
    });
    const before = await server.get(`${made.headers.location}?asOf=2026-08-31`);
    expect(before.body.standing.terms).toMatchObject({ breachNoticeHours: 48, amendments: ['first'] });
  });

  it('comes out of a dossier as it went in, and not with its standing', async () => {
    const at = await practice();
    await server.post(`${at}/agreements`, agreementBody({ requestedOn: '2025-12-01' }));
    const [exported] = (await server.get(`${at}/dossier`)).body.agreements;
    expect(exported.requestedOn).toBe('2025-12-01');
    expect(Object.keys(exported)).not.toEqual(expect.arrayContaining(['standing']));
    expect(Object.keys(exported)).not.toEqual(expect.arrayContaining(['timeZone']));
  });

  it.each<[string, object, number, string, string]>([
    ['a term that ends before it starts', { endsOn: '2025-01-01' }, 422, '/endsOn', 'dates-reversed'],
    ['a signature before the request', { requestedOn: '2026-05-01' }, 422, '/signedOn', 'dates-reversed'],
    [
      'a renewal without months',
      { autoRenews: true, endsOn: '2026-12-31' },
      422,
      '/renewalTermMonths',
      'renewal-term-missing',
    ],
    [
      'a flow that is not there',
      { coverageLimits: [{ service: 'northlight-scribe', flows: ['none'] }] },
      422,
      '/coverageLimits/0/flows/0',
      'unknown-flow',
    ],
    [
      'a successor that is not there',
      { supersededBy: 'none', supersededOn: '2026-06-01' },
      422,
      '/supersededBy',
      'unknown-agreement',
    ],
    [
      'an unknown provision',
      { provisions: [{ provision: 'BAA-A33', verdict: 'present' }] },
      400,
      '/provisions/0/provision',
      'invalid-field',
    ],
    [
      'a verdict that is derived',
      { provisions: [{ provision: 'BAA-A01', verdict: 'not_applicable' }] },
      400,
      '/provisions/0/verdict',
      'invalid-field',
    ],
    ['a state typed in', { state: 'in_force' }, 400, '/state', 'unknown-field'],
    [
      'a period below nothing',
      { noticePeriods: { cureDays: -1 } },
      400,
      '/noticePeriods/cureDays',
      'invalid-field',
    ],
  ])('with %s is refused, and nothing is saved', async (_, changes, status, pointer, code) => {
    const at = await practice();
    const refused = await server.post(`${at}/agreements`, agreementBody(changes));
    expect([refused.status, refused.body.errors[0].pointer, refused.body.errors[0].code]).toEqual([
      status,
      pointer,
      code,
    ]);
    expect((await server.get(`${at}/agreements`)).body.items).toEqual([]);
  });

  it.each(['2026-02-30', 'today', ''])('is not told for the date "%s"', async (asOf) => {
    const at = await practice();
    const made = await server.post(`${at}/agreements`, agreementBody());
    for (const url of [`${made.headers.location}?asOf=${asOf}`, `${at}/agreements?asOf=${asOf}`]) {
      const refused = await server.get(url);
      expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, '/asOf']);
    }
  });

  it('is superseded by another from the day recorded', async () => {
    const at = await practice();
    const old = await server.post(`${at}/agreements`, agreementBody());
    await server.post(
      `${at}/agreements`,
      agreementBody({ key: 'next', signedOn: '2026-06-01', effectiveOn: null, endsOn: null }),
    );
    const changed = await server.patch(old.headers.location as string, 1, {
      supersededBy: 'next',
      supersededOn: '2026-06-01',
    });
    expect([changed.status, changed.body.standing.state]).toEqual([200, 'superseded']);
  });
});

describe('agreement gaps', () => {
  it('are the days before the signature and after the end, with the flows', async () => {
    const at = await practice();
    await server.post(
      `${at}/agreements`,
      agreementBody({ signedOn: '2026-01-15', effectiveOn: null, endsOn: '2026-10-31' }),
    );
    const found = await server.get(`${at}/agreement-gaps`);
    expect([found.status, found.body.from, found.body.to]).toEqual([200, '2020-11-21', TODAY]);
    expect(found.body.services).toEqual([
      {
        service: 'northlight-scribe',
        flows: ['scribe-audio'],
        flowsOfUnknownStart: [],
        days: 325,
        coveredDays: 290,
        gapDays: 35,
        gaps: [
          { from: '2026-01-01', to: '2026-01-14', days: 14, flows: ['scribe-audio'] },
          { from: '2026-11-01', to: '2026-11-21', days: 21, flows: ['scribe-audio'] },
        ],
      },
    ]);
    const march = await server.get(
      `${at}/agreement-gaps?from=2026-03-01&to=2026-03-31&service=northlight-scribe`,
    );
    expect(march.body.services[0]).toMatchObject({ days: 31, coveredDays: 31, gaps: [] });
  });

  it('leave out services without data going to a business associate', async () => {
    const { at } = await server.newOrganization();
    await server.post(`${at}/vendors`, vendorBody());
    await server.post(`${at}/services`, serviceBody());
    expect((await server.get(`${at}/agreement-gaps`)).body.services).toEqual([]);
  });

  it.each([
    ['from=2020-11-20', '/from'],
    ['to=2026-11-22', '/to'],
    ['from=2026-03-02&to=2026-03-01', '/to'],
    ['from=soon', '/from'],
    ['service=nobody', '/service'],
    ['service=%2F', '/service'],
    ['color=blue', '/color'],
  ])('%s is refused', async (query, pointer) => {
    const at = await practice();
    const refused = await server.get(`${at}/agreement-gaps?${query}`);
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, pointer]);
  });

  it('of a practice that is not there are not found, and nobody without a key hears of them', async () => {
    const nowhere = '/v1/organizations/019ab1c2-7d3e-7f00-8000-5a1b2c3d4e5f/agreement-gaps';
    expect((await server.get(nowhere)).status).toBe(404);
    const at = await practice();
    expect((await server.get(`${at}/agreement-gaps`, { key: null })).status).toBe(401);
  });

  it('are those of the practice asked about alone', async () => {
    const [mine, other] = [await practice(), await practice()];
    await server.post(`${other}/agreements`, agreementBody());
    const [service] = (await server.get(`${mine}/agreement-gaps`)).body.services;
    expect(service).toMatchObject({ coveredDays: 0, gapDays: 325 });
  });
});

describe('catalogs', () => {
  it('are listed, read by id with the digest as ETag, and not sent twice', async () => {
    const { items } = (await server.get('/v1/catalogs')).body;
    const listed = items.find(({ id }: { id: string }) => id === 'agreement-provisions');
    const read = await server.get('/v1/catalogs/agreement-provisions');
    expect([read.status, read.headers.etag]).toEqual([200, `"${listed.digest}"`]);
    expect(read.body.provisions).toHaveLength(63);
    expect(read.body.groups.map(({ status }: { status: string }) => status)).toEqual([
      'required',
      'rule_duty',
      'optional_permission',
      'recommended',
    ]);
    const again = await server.get('/v1/catalogs/agreement-provisions', {
      headers: { 'if-none-match': read.headers.etag as string },
    });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
  });

  it('each one listed can be read', async () => {
    const { items } = (await server.get('/v1/catalogs')).body as { items: { id: string; version: string }[] };
    for (const { id, version } of items) {
      const read = await server.get(`/v1/catalogs/${id}`);
      expect([read.status, read.body.id, read.body.version]).toEqual([200, id, version]);
    }
  });

  it('that are not there are not found, and none is told without a key', async () => {
    expect((await server.get('/v1/catalogs/nothing')).status).toBe(404);
    expect((await server.get('/v1/catalogs/agreement-provisions', { key: null })).status).toBe(401);
  });
});
