// Adjustments of a tool and the companies behind it, by their forms over HTTP: rules, refusals, who may.
import type { Role } from '../../src/permissions/roles';
import { serviceBody, vendorBody } from '../factories/records.factory';
import { PageVisitor } from '../support/page-visitor';
import { TestApplication } from '../support/test-application';
import { TestPeople } from '../support/test-people';

let server: TestApplication;
let people: TestPeople;
let visitor: PageVisitor;
let practice: { id: string; at: string; key: string };
let owner: { session: string };
let tool: string;
let serviceId: string;

beforeAll(async () => {
  [server, people] = await Promise.all([TestApplication.start(), TestPeople.connect()]);
  visitor = new PageVisitor(server);
  practice = await server.newOrganization();
  owner = await member(practice.id, 'owner');
  expect((await server.post(`${practice.at}/vendors`, vendorBody())).status).toBe(201);
  const service = await server.post<{ id: string }>(`${practice.at}/services`, serviceBody());
  serviceId = service.body.id;
  tool = `/organizations/${practice.id}/services/${serviceId}`;
});

afterAll(() => Promise.all([server.close(), people.close()]));

async function member(organizationId: string, role: Role): Promise<{ session: string }> {
  const person = await people.add();
  await people.join(person, organizationId, role);
  return person;
}

const ADJUSTMENT = {
  ...{ threat: 'T-04', target: 'impact', level: 'high', reason: 'Drafts are signed unread.', decidedOn: '' },
  ...{ 'assessor/name': 'Dana Whitfield', 'assessor/role': 'Owner' },
};

async function only(records: string): Promise<{ id: string; version: number; [field: string]: unknown }> {
  const { items } = (await server.get(`${practice.at}/${records}`)).body as { items: object[] };
  return items.at(-1) as { id: string; version: number };
}

describe('an adjustment', () => {
  it('is answered for nobody, and comes back as typed with what is missing', async () => {
    const blank = await visitor.see(`${tool}/adjustments/new`, owner);
    expect([blank.status, blank.body.includes(' checked'), blank.body.includes(' selected')]).toEqual([
      200,
      false,
      false,
    ]);
    const refused = await visitor.send(`${tool}/adjustments`, { ...ADJUSTMENT, reason: '' }, owner);
    expect(refused.status).toBe(400);
    expect(refused.body).toContain('<a href="#reason">Why?');
    expect(refused.body).toMatch(/name="level" value="high" checked/);
  });

  it('is set for today where no date is given, and not twice for one figure', async () => {
    const set = await visitor.send(`${tool}/adjustments`, ADJUSTMENT, owner);
    expect([set.status, set.location]).toEqual([303, `${tool}?notice=added`]);
    expect(await only('adjustments')).toMatchObject({ level: 'high', withdrawal: null });
    const twice = await visitor.send(`${tool}/adjustments`, { ...ADJUSTMENT, level: 'low' }, owner);
    expect([twice.status, twice.body.includes('is already set')]).toEqual([422, true]);
  });

  it('shows what is stored now when somebody else was quicker', async () => {
    const { id, version } = await only('adjustments');
    const sent = { ...ADJUSTMENT, version: String(version) };
    const at = `${tool}/adjustments/${id}`;
    expect((await visitor.send(at, { ...sent, level: 'moderate' }, owner)).status).toBe(303);
    const second = await visitor.send(at, { ...sent, level: 'very_high' }, owner);
    expect(second.status).toBe(412);
    expect(second.body).toMatch(/What is stored now[^]*<dd>Moderate<\/dd>/);
    expect(second.body).toMatch(/value="very_high" checked/);
  });

  it('is withdrawn with a reason, is then no longer there to be changed, and the figure may be set anew', async () => {
    const { id, version } = await only('adjustments');
    const at = `${tool}/adjustments/${id}/withdrawal`;
    const sent = {
      'withdrawal/reason': '',
      'withdrawal/by/name': 'Dana',
      'withdrawal/by/role': 'Owner',
      version: String(version),
    };
    const refused = await visitor.send(at, sent, owner);
    expect([refused.status, refused.body.includes('href="#withdrawal/reason"')]).toEqual([400, true]);
    expect((await visitor.send(at, { ...sent, 'withdrawal/reason': 'No longer so.' }, owner)).status).toBe(
      303,
    );
    expect(await only('adjustments')).toMatchObject({
      withdrawal: { reason: 'No longer so.', by: { name: 'Dana' } },
    });
    expect((await visitor.see(`${tool}/adjustments/${id}/edit`, owner)).status).toBe(404);
    expect((await visitor.send(`${tool}/adjustments`, ADJUSTMENT, owner)).status).toBe(303);
  });

  it('is for those who judge, of their own practice', async () => {
    const staff = await member(practice.id, 'staff');
    expect((await visitor.see(`${tool}/adjustments/new`, staff)).status).toBe(403);
    expect((await visitor.see(tool, staff)).body).not.toContain('Set a figure yourself');
    expect((await visitor.see(`${tool}/history`, staff)).status).toBe(403);
    expect((await visitor.see(tool, staff)).body).toContain('Your role does not read it');
    const other = await server.newOrganization();
    const stranger = await member(other.id, 'owner');
    expect((await visitor.see(`${tool}/adjustments/new`, stranger)).status).toBe(404);
    const elsewhere = `/organizations/${other.id}/services/${serviceId}`;
    for (const path of ['/adjustments/new', '/history', '/edit', '/subcontractors/new'])
      expect((await visitor.see(`${elsewhere}${path}`, stranger)).status).toBe(404);
  });
});

describe('companies behind a tool', () => {
  const PROVIDER = {
    name: 'Cedar Models',
    models: 'Cedar Large\r\nCedar Small',
    country: 'US',
    agreement: 'unknown',
    trainsOnData: 'no',
  };

  it('are added one by one, and a fault leads to its field', async () => {
    const refused = await visitor.send(`${tool}/model-providers`, { ...PROVIDER, country: 'USA' }, owner);
    expect([
      refused.status,
      refused.body.includes('href="#country"'),
      refused.body.includes('value="USA"'),
    ]).toEqual([400, true, true]);
    expect((await visitor.send(`${tool}/model-providers`, PROVIDER, owner)).status).toBe(303);
    expect((await visitor.send(`${tool}/model-providers`, PROVIDER, owner)).status).toBe(303);
    const { modelProviders } = await only('services');
    expect(modelProviders).toMatchObject([
      { key: 'cedar-models', models: ['Cedar Speech'] },
      { key: 'cedar-models-2', country: 'US', models: ['Cedar Large', 'Cedar Small'] },
      { key: 'cedar-models-3' },
    ]);
    const page = (await visitor.see(tool, owner)).body;
    expect(page).toContain('Whether an agreement binds it is not known.');
  });

  it('are changed by the version that was read', async () => {
    const { version } = await only('services');
    const at = `${tool}/model-providers/cedar-models`;
    const sent = { ...PROVIDER, agreement: 'yes', version: String(version) };
    expect((await visitor.send(at, sent, owner)).status).toBe(303);
    expect((await visitor.send(at, sent, owner)).status).toBe(412);
  });

  it('are taken off the list, the last of which leaves it unknown and not empty', async () => {
    for (const key of ['cedar-models', 'cedar-models-2', 'cedar-models-3'])
      expect((await visitor.send(`${tool}/model-providers/${key}/removal`, {}, owner)).status).toBe(303);
    expect((await only('services')).modelProviders).toBeNull();
    expect((await visitor.send(`${tool}/model-providers/list/none`, {}, owner)).status).toBe(303);
    expect((await only('services')).modelProviders).toEqual([]);
  });

  it('stay where a flow names them, with the reason', async () => {
    const flow = {
      from: 'service',
      to: 'behind cloud-host',
      dataClasses: ['', 'transcripts'],
      purpose: 'Hosting',
      identifiability: 'identified',
    };
    const rest = {
      country: 'US',
      retentionDays: '30',
      encryptedInTransit: 'yes',
      encryptedAtRest: 'yes',
      since: '',
      recipientRole: 'business_associate',
    };
    expect((await visitor.send(`${tool}/data-flows`, { ...flow, ...rest }, owner)).status).toBe(303);
    const refused = await visitor.send(`${tool}/subcontractors/cloud-host/removal`, {}, owner);
    expect([refused.status, refused.body.includes('id="faults"')]).toEqual([422, true]);
  });
});

it('a tool is changed by its form', async () => {
  const { version } = await only('services');
  const sent = {
    name: 'Scribe anew',
    plan: 'business',
    functions: ['', 'session_recording'],
    usesAi: 'true',
    hostingCountries: ['US', 'CA', 'US', ''],
    hostingRegions: '',
    version: String(version),
  };
  expect((await visitor.send(tool, sent, owner)).status).toBe(303);
  expect(await only('services')).toMatchObject({
    name: 'Scribe anew',
    hostingCountries: ['US', 'CA'],
    hostingRegions: null,
  });
});
