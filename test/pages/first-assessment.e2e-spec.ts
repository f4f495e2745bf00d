// The steps of the way to a first assessment over HTTP: what each leaves on record, what is refused and comes back as typed, who may.
import { AssessmentsService } from '../../src/assessments/assessments.service';
import { ExamplePracticeSweep } from '../../src/example-practice/example-practice-sweep';
import { PageVisitor, type FormFields } from '../support/page-visitor';
import { TestApplication } from '../support/test-application';
import { TestPeople, type TestPerson } from '../support/test-people';

let server: TestApplication;
let people: TestPeople;
let pages: PageVisitor;
let owner: TestPerson;
let organizationId: string;
let at: string;
let step: string;
let api: string;

const TOOL = {
  ...{ name: 'Northlight Scribe', vendorName: 'Northlight Notes, Inc.', plan: '', usesAi: 'true' },
  functions: ['', 'session_recording'],
};
const FLOW = {
  ...{
    dataClasses: ['', 'session_audio', 'transcripts'],
    putInBy: 'practice',
    identifiability: 'identified',
  },
  ...{
    recipientRole: 'business_associate',
    encryptedInTransit: 'yes',
    encryptedAtRest: 'unknown',
    since: '',
  },
};

beforeAll(async () => {
  [server, people] = await Promise.all([TestApplication.start(), TestPeople.connect()]);
  pages = new PageVisitor(server);
  organizationId = (await server.newOrganization()).id;
  owner = await people.add({ name: 'Dana Whitfield' });
  await people.join(owner, organizationId, 'owner');
  at = `/organizations/${organizationId}/first-assessment`;
  api = `/v1/organizations/${organizationId}`;
  await pages.send(`${at}/tools`, TOOL, owner);
  const { body } = await server.get(`${api}/services`);
  step = `${at}/services/${body.items[0].id}`;
});

afterAll(() => Promise.all([server.close(), people.close()]));

const records = async (kind: string): Promise<Record<string, unknown>[]> =>
  (await server.get(`${api}/${kind}`)).body.items;

/** Refused with these faults, with nothing stored and the form as it was typed. */
async function refused(url: string, fields: FormFields, faults: string[], typed: string): Promise<void> {
  const { status, body } = await pages.send(url, fields, owner);
  const led = [...body.matchAll(/<a href="#([^"]+)"/g)]
    .map(([, field]) => field)
    .filter((field) => field !== 'content');
  expect([status, [...led].sort()]).toEqual([400, [...faults].sort()]);
  expect(body).toContain(typed);
}

describe('the way to a first assessment', () => {
  it('shows where one stands, and goes on at the first step that is open', async () => {
    const { body } = await pages.see(at, owner);
    expect(body).toContain('6 steps are open');
    expect(body).toMatch(new RegExp(`class="button" href="${step}/data-flows">Go on`));
  });

  it('takes what flows as a flow from whoever puts it in, for what the tool does', async () => {
    const all = [
      'putInBy',
      'dataClasses',
      'identifiability',
      'recipientRole',
      'encryptedInTransit',
      'encryptedAtRest',
      'since',
    ];
    const wrong = { dataClasses: [''], since: '2026-13-01' };
    await refused(`${step}/data-flows`, wrong, all, 'value="2026-13-01"');
    await refused(
      `${step}/data-flows`,
      { ...FLOW, dataClasses: [''] },
      ['dataClasses'],
      'value="practice" checked',
    );
    expect(await records('data-flows')).toEqual([]);
    expect((await pages.send(`${step}/data-flows`, FLOW, owner)).location).toBe(
      `${step}/agreement?notice=saved`,
    );
    expect(await records('data-flows')).toMatchObject([
      {
        ...{
          from: { party: 'practice' },
          to: { party: 'service' },
          dataClasses: ['session_audio', 'transcripts'],
        },
        ...{
          purpose: 'Records or listens to sessions and drafts notes',
          encryptedAtRest: 'unknown',
          since: null,
        },
      },
    ]);
  });

  it('takes that there is no agreement as an answer, and a signed one as a record', async () => {
    await refused(`${step}/agreement`, { said: 'signed', on: '' }, ['on'], 'value="signed" checked');
    expect((await pages.send(`${step}/agreement`, { said: 'none', on: '' }, owner)).status).toBe(303);
    expect(await records('agreements')).toEqual([]);
    expect(await records('checklists')).toMatchObject([
      { answers: [{ item: 'baa_signed', value: 'no', basis: 'stated' }] },
    ]);
    await pages.send(`${step}/agreement`, { said: 'signed', on: '2026-02-02' }, owner);
    expect(await records('agreements')).toMatchObject([
      { signedOn: '2026-02-02', services: ['northlight-scribe'] },
    ]);
    expect(await records('checklists')).toMatchObject([{ answers: [{ item: 'baa_signed', value: 'yes' }] }]);
  });

  it('takes habits, and asks for what a consent needs', async () => {
    const nothing = {
      ...{
        consents: [''],
        formVersion: '',
        written: '',
        attestedForAllClients: '',
        coversEveryoneAudible: '',
      },
      ...{ noteReview: '', audioDeletedWithinDays: '', since: '' },
    };
    await refused(`${step}/habits`, nothing, ['consents'], 'What do you do yourself');
    await refused(
      `${step}/habits`,
      { ...nothing, consents: ['', 'recording'], written: 'true', since: '2026-02-02' },
      ['formVersion', 'attestedForAllClients', 'coversEveryoneAudible'],
      'value="recording" checked',
    );
    const review = { ...nothing, noteReview: 'every_note', since: '2026-02-02' };
    expect((await pages.send(`${step}/habits`, review, owner)).location).toBe(
      `${step}/checklist?notice=saved`,
    );
    expect(await records('practice-measures')).toMatchObject([
      { consents: null, noteReview: { scope: 'every_note', basis: 'stated' }, audioDeletion: null },
    ]);
    const [, edit = ''] =
      /href="([^"]+\/practice-measures\/[^"]+)"/.exec((await pages.see(`${step}/habits`, owner)).body) ?? [];
    const wrong = {
      version: '1',
      'consents/ai_use/formVersion': '2026-01',
      'noteReview/scope': '',
      'noteReview/since': '',
    };
    const { status, body } = await pages.send(edit.replace('/edit', ''), wrong, owner);
    expect([status, body.includes('href="#consents/ai_use/since"')]).toEqual([400, true]);
  });

  it('puts few questions, and lets the rest count as not known when that is said', async () => {
    expect((await pages.see(`${step}/checklist`, owner)).body).not.toContain('answers/baa_signed');
    const begun = await pages.send(`${step}/questions/begin`, {}, owner);
    expect(begun.location).toBe(`${step}/questions`);
    const { body } = await pages.see(`${step}/questions`, owner);
    const asked = new Set([...body.matchAll(/name="answers\/([^/]+)\/value"/g)].map(([, id]) => id));
    expect(asked.size).toBe(5);
    const [first = ''] = asked;
    const [, shown = ''] = /name="shown" value="([^"]*)"/.exec(body) ?? [];
    const answer = { shown: shown.replaceAll('&quot;', '"'), [`answers/${first}/value`]: 'unknown' };
    expect((await pages.send(`${step}/questions`, answer, owner)).location).toBe(`${step}/questions/hand-in`);
    const handIn = await pages.see(`${step}/questions/hand-in`, owner);
    expect(handIn.body).toContain('value="Dana Whitfield"');
    const [, version = ''] = /name="version" value="(\d+)"/.exec(handIn.body) ?? [];
    const signed = { version, name: 'Dana Whitfield', role: 'Owner' };
    const without = await pages.send(`${step}/questions/hand-in`, signed, owner);
    expect([without.status, without.body.includes('href="#openCountsAsUnknown"')]).toEqual([409, true]);
    const done = await pages.send(
      `${step}/questions/hand-in`,
      { ...signed, openCountsAsUnknown: 'true' },
      owner,
    );
    expect(done.location).toBe(`${at}/result?notice=saved`);
    expect((await pages.see(`${at}/result`, owner)).body).toContain('Northlight Scribe');
  });

  it('leaves one of each, however often a form is pressed', async () => {
    const { body } = await server.post(`${api}/services`, {
      ...(await records('services'))[0],
      ...{ id: undefined, version: undefined, createdAt: undefined, updatedAt: undefined },
      ...{ key: 'pressed-twice', name: 'Pressed Twice' },
    });
    const tool = `${at}/services/${body.id}`;
    const paper = { kind: 'soc2_report', title: 'A report', source: 'vendor', issuedOn: '2026-02-02' };
    const forms: [string, FormFields][] = [
      ['data-flows', FLOW],
      ['agreement', { said: 'signed', on: '2026-03-03' }],
      ['evidence', paper],
      ['questions/begin', {}],
    ];
    for (const [form, fields] of forms) {
      const twice = await Promise.all([1, 2].map(() => pages.send(`${tool}/${form}`, fields, owner)));
      const sent = [...twice, await pages.send(`${tool}/${form}`, fields, owner)];
      expect([form, sent.map(({ status }) => status)]).toEqual([form, [303, 303, 303]]);
      expect([form, new Set(sent.map(({ location }) => location)).size]).toEqual([form, 1]);
    }
    const of = async (kind: string): Promise<number> =>
      (await records(kind)).filter(({ service, services }) =>
        [service, services].flat().includes('pressed-twice'),
      ).length;
    const found = await Promise.all(['data-flows', 'agreements', 'evidence', 'questionnaires'].map(of));
    expect(found).toEqual([1, 1, 1, 1]);
  });

  it('is not found by a stranger, and changed by nobody who may only read', async () => {
    const [stranger, auditor] = [await people.add(), await people.add({ secondFactor: true })];
    await people.join(auditor, organizationId, 'auditor');
    for (const url of [at, `${at}/tools`, `${step}/habits`, `${at}/result`])
      expect((await pages.see(url, stranger)).status).toBe(404);
    const elsewhere = (await server.newOrganization()).id;
    await people.join(owner, elsewhere, 'clinician');
    const other = step.replace(organizationId, elsewhere);
    expect((await pages.see(`${other}/questions`, owner)).status).toBe(404);
    expect((await pages.see(at, auditor)).status).toBe(200);
    for (const [url, fields] of [
      ['data-flows', FLOW],
      ['agreement', { said: 'unknown' }],
      ['questions/begin', {}],
    ] as const)
      expect((await pages.send(`${step}/${url}`, fields, auditor)).status).toBe(403);
  });
});

describe('the example practice', () => {
  it('is made for who asks, once, with everything in it, and can only be read', async () => {
    const visitor = await people.add();
    const first = await pages.send('/example-practice', {}, visitor);
    expect([first.status, (await pages.send('/example-practice', {}, visitor)).location]).toEqual([
      303,
      first.location,
    ]);
    const overview = await pages.see(first.location, visitor);
    expect(overview.body).toContain('everything in it is made up');
    expect(overview.body).toContain('The last one that was sealed');
    const add = await pages.send(`${first.location}/services`, TOOL, visitor);
    expect(add.status).toBe(403);
    expect((await pages.see(first.location, owner)).status).toBe(404);
  });

  const whatIsIn = (id: string): Promise<object[]> =>
    people.inOrganization(id, () =>
      people.query(
        `select a.status, (select count(*)::int from report where organization_id = $1) as reports from assessment a where a.organization_id = $1`,
        [id],
      ),
    );

  it('is one, however often somebody presses', async () => {
    const visitor = await people.add();
    const asked = await Promise.all([1, 2, 3].map(() => pages.send('/example-practice', {}, visitor)));
    expect(new Set(asked.map(({ location }) => location)).size).toBe(1);
    const id = asked[0]?.location.split('/').at(-1) as string;
    expect(await whatIsIn(id)).toEqual([{ status: 'sealed', reports: 1 }]);
    expect((await server.get('/v1/portfolio', { key: visitor.session })).body).toMatchObject({
      ...{ all: 1, levels: {}, items: [{ id, isExample: true }] },
    });
  });

  it.each(['review', 'seal'] as const)('that was left before its %s is finished', async (step) => {
    const visitor = await people.add();
    const dying = jest
      .spyOn(server.app.get(AssessmentsService), step)
      .mockRejectedValueOnce(new Error('the process dies'));
    expect((await pages.send('/example-practice', {}, visitor)).status).toBe(500);
    dying.mockRestore();
    const { location } = await pages.send('/example-practice', {}, visitor);
    expect(await whatIsIn(location.split('/').at(-1) as string)).toEqual([{ status: 'sealed', reports: 1 }]);
  });

  it('stands beside the own practice, last and marked, and does not get in the way to it', async () => {
    const visitor = await people.add();
    const own = (await server.newOrganization()).id;
    await people.join(visitor, own, 'owner');
    const { location } = await pages.send('/example-practice', {}, visitor);
    expect((await pages.see('/', visitor)).location).toBe(`/organizations/${own}`);
    expect((await pages.see(`/organizations/${own}`, visitor)).body).toMatch(
      new RegExp(`href="${location}">[^<]+</a> <small class="quiet">example</small>`),
    );
    for (const order of ['asc', 'desc']) {
      const { body } = await server.get(`/v1/portfolio?sort=risk&order=${order}`, { key: visitor.session });
      expect(body.items.map(({ id }: { id: string }) => `/organizations/${id}`)).toEqual([
        ...[`/organizations/${own}`, location],
      ]);
      expect(body.levels).toEqual({ none: 1 });
    }
    expect((await pages.see('/portfolio', visitor)).body).toContain('auditor; example');
  });

  it('is closed after thirty days, and a new one is made then', async () => {
    const visitor = await people.add();
    const { location } = await pages.send('/example-practice', {}, visitor);
    const id = location.split('/').at(-1) as string;
    const sweep = server.app.get(ExamplePracticeSweep);
    await sweep.sweep();
    const closedAt = (): Promise<{ closed: boolean }[]> =>
      people.inOrganization(id, () =>
        people.query('select closed_at is not null as closed from organization where organization_id = $1', [
          id,
        ]),
      );
    expect(await closedAt()).toEqual([{ closed: false }]);
    await people.inOrganization(id, () =>
      people.query(
        `update organization set created_at = created_at - interval '31 days' where organization_id = $1`,
        [id],
      ),
    );
    await sweep.sweep();
    expect(await closedAt()).toEqual([{ closed: true }]);
    expect((await pages.send('/example-practice', {}, visitor)).location).not.toBe(location);
  });
});
