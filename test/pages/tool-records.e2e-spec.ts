// What is on record about a tool, by the pages: where its data goes, what was agreed, what is on file.
import { PublicAddress } from '../../src/common/public-address';
import type { Role } from '../../src/permissions/roles';
import { serviceBody, vendorBody } from '../factories/records.factory';
import { TestApplication, type Reply } from '../support/test-application';
import { TestPeople } from '../support/test-people';

let server: TestApplication;
let people: TestPeople;
let practice: { id: string; at: string; key: string };
let tool: string;

beforeAll(async () => {
  [server, people] = await Promise.all([TestApplication.start(), TestPeople.connect()]);
  practice = await server.newOrganization();
  expect((await server.post(`${practice.at}/vendors`, vendorBody())).status).toBe(201);
  const service = await server.post<{ id: string }>(`${practice.at}/services`, serviceBody());
  tool = `/organizations/${practice.id}/services/${service.body.id}`;
});

afterAll(() => Promise.all([server.close(), people.close()]));

function send(url: string, fields: Record<string, string | string[]>, key?: string): Promise<Reply<string>> {
  const body = new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) =>
      [value].flat().map((one) => [name, one] as [string, string]),
    ),
  ).toString();
  const origin = server.app.get(PublicAddress).origin;
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin };
  return server.post<string>(url, body, { headers, ...(key ? { key } : {}) });
}

const FLOW = {
  from: 'practice',
  to: 'service',
  dataClasses: ['', 'session_audio', 'transcripts'],
  purpose: 'Drafting progress notes',
  identifiability: 'identified',
  country: 'US',
  retentionDays: '30',
  encryptedInTransit: 'yes',
  encryptedAtRest: 'unknown',
  since: '2026-02-01',
  recipientRole: 'business_associate',
};
const AGREEMENT = {
  kind: 'business_associate_agreement',
  title: 'Business Associate Agreement 2026',
  services: ['', 'northlight-scribe'],
  signedOn: '2026-02-15',
  'signatures/0/party': 'practice',
  'signatures/0/name': 'Dana Whitfield',
  'signatures/0/role': '',
  'signatures/0/signedOn': '',
  'signatures/1/party': '',
  'signatures/1/name': '',
  'signatures/1/role': '',
  'signatures/1/signedOn': '',
};
const EVIDENCE = {
  title: 'Northlight security overview, version 7',
  kind: 'security_documentation',
  source: 'vendor',
  issuedOn: '2020-03-02',
};

async function lastOf(records: string): Promise<{ id: string; version: number; [field: string]: unknown }> {
  const { items } = (await server.get(`${practice.at}/${records}`)).body as { items: object[] };
  return items.at(-1) as { id: string; version: number };
}

describe('a data flow, by its form', () => {
  it('is asked for in plain words and answered for nobody', async () => {
    const page = await server.get<string>(`${tool}/data-flows/new`);
    expect(page.status).toBe(200);
    expect(page.body).toContain('Where does the data come from?');
    expect(page.body).toContain('Example Cloud Hosting, behind Northlight Notes, Inc.');
    expect(page.body).not.toContain(' checked');
  });

  it('is added, shown on the page of the tool as not covered, and drawn on the overview', async () => {
    const added = await send(`${tool}/data-flows`, FLOW);
    expect(added).toMatchObject({ status: 303, headers: { location: `${tool}?notice=added` } });
    expect(await lastOf('data-flows')).toMatchObject({
      from: { party: 'practice', subcontractor: null },
      to: { party: 'service' },
      country: 'US',
      retentionDays: 30,
    });
    const page = (await server.get<string>(tool)).body;
    expect(page).toContain('No agreement in force');
    expect(page).toContain('Session audio and transcripts. What for: Drafting progress notes.');
    const overview = (await server.get<string>(`/organizations/${practice.id}`)).body;
    expect(overview).toContain('1 of 1 flow goes to or from a vendor without an agreement in force: F1.');
    expect(overview).toMatch(/<svg [^]*NO AGREEMENT[^]*<\/svg>/);
    expect(/<svg [^]*<\/svg>/.exec(overview)?.[0]).not.toMatch(/ style=|<style/);
  });

  it('may be one of two with the same words, and name a company behind the tool', async () => {
    expect(
      (await send(`${tool}/data-flows`, { ...FLOW, from: 'service', to: 'behind cloud-host' })).status,
    ).toBe(303);
    expect(await lastOf('data-flows')).toMatchObject({
      to: { party: 'subcontractor', subcontractor: 'cloud-host' },
    });
  });

  it('comes back as it was typed, with what is wrong at the field', async () => {
    const { purpose: _none, ...without } = FLOW;
    const page = await send(`${tool}/data-flows`, {
      ...without,
      to: 'practice',
      country: 'USA',
      purpose: '',
    });
    expect(page.status).toBe(400);
    expect(page.body).toContain('<a href="#purpose">What for?');
    expect(page.body).toContain('<option value="USA" selected>USA</option>');
    expect(page.body).toMatch(/name="dataClasses" value="transcripts" checked/);
    const toItself = await send(`${tool}/data-flows`, { ...FLOW, to: 'practice' });
    expect(toItself.status).toBe(422);
    expect(toItself.body).toContain('<a href="#to">Where does it go?');
  });

  it('is saved with text that looks like a client’s only once that is confirmed', async () => {
    const typed = { ...FLOW, purpose: 'For somebody born 1984-03-02' };
    const asked = await send(`${tool}/data-flows`, typed);
    expect(asked.status).toBe(422);
    expect(asked.body).toContain('name="text-confirmed"');
    expect((await send(`${tool}/data-flows`, { ...typed, 'text-confirmed': 'yes' })).status).toBe(303);
  });

  it('shows what is stored beside what was typed when somebody else was quicker', async () => {
    const { id, version } = await lastOf('data-flows');
    const first = await send(`${tool}/data-flows/${id}`, {
      ...FLOW,
      purpose: 'Letters',
      version: String(version),
    });
    expect(first).toMatchObject({ status: 303, headers: { location: `${tool}?notice=saved` } });
    const late = await send(`${tool}/data-flows/${id}`, {
      ...FLOW,
      purpose: 'Notes',
      version: String(version),
    });
    expect(late.status).toBe(412);
    expect(late.body).toContain('<dt>What for?</dt><dd>Letters</dd>');
    expect(late.body).toContain('value="Notes"');
    expect(late.body).toContain(`name="version" value="${version + 1}"`);
    const again = await send(`${tool}/data-flows/${id}`, {
      ...FLOW,
      purpose: 'Notes',
      version: String(version + 1),
    });
    expect(again.status).toBe(303);
    expect(await lastOf('data-flows')).toMatchObject({ purpose: 'Notes', version: version + 2 });
  });
});

describe('agreements and evidence, by their forms', () => {
  it('are added, changed and shown with the days that nothing covered', async () => {
    expect((await send(`${tool}/agreements`, AGREEMENT)).status).toBe(303);
    const { id, version, signatures } = await lastOf('agreements');
    expect(signatures).toEqual([{ party: 'practice', name: 'Dana Whitfield' }]);
    const page = (await server.get<string>(tool)).body;
    expect(page).toContain('In force</strong>: signed Feb 15, 2026');
    expect(page).toContain('It covers this tool.');
    expect(page).toContain('Feb 1, 2026 to Feb 14, 2026: 14 days');
    const ended = { ...AGREEMENT, endsOn: '2026-01-01', version: String(version) };
    const wrong = await send(`${tool}/agreements/${id}`, ended);
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('<a href="#endsOn">Until which day?');
  });

  it('tell how fresh a document is', async () => {
    expect((await send(`${tool}/evidence`, EVIDENCE)).status).toBe(303);
    expect(await lastOf('evidence')).toMatchObject({
      services: ['northlight-scribe'],
      vendor: 'northlight-notes',
    });
    expect((await server.get<string>(tool)).body).toContain(
      'It says little about today: ask for a newer one.',
    );
  });
});

describe('the document itself', () => {
  const upload = (to: string): Promise<Reply<string>> =>
    server.upload<string>(to, { name: 'overview.txt', type: 'text/plain', bytes: Buffer.from('Version 7') });

  it('is kept beside its record, also when the same bytes come again', async () => {
    const { id, version } = await lastOf('evidence');
    expect((await server.get<string>(`${tool}/evidence/${id}/file`)).body).toContain('type="file"');
    const statuses = [await upload(`${tool}/evidence/${id}/file?version=${version}`)].map(
      ({ status }) => status,
    );
    statuses.push((await upload(`${tool}/evidence/${id}/file?version=${version}`)).status);
    expect(statuses).toEqual([303, 412]);
    expect(await lastOf('evidence')).toMatchObject({
      file: { bytes: 9 },
      fileId: expect.any(String) as string,
    });
    expect((await server.get<string>(`${tool}/evidence/${id}/file`)).body).toContain('A document is kept');
  });

  it('is refused on the page where it is none that is taken', async () => {
    const { id } = await lastOf('evidence');
    const file = { name: 'x.exe', type: 'application/octet-stream', bytes: Buffer.from('MZ') };
    const refused = await server.upload<string>(`${tool}/evidence/${id}/file?version=9`, file);
    expect(refused.status).toBe(415);
    expect(refused.body).toContain('Please look at this first');
  });
});

describe('who may', () => {
  const roleKey = async (role: Role): Promise<string> => {
    const person = await people.add({ secondFactor: true });
    await people.join(person, practice.id, role);
    return person.session;
  };

  it('refuses the forms to a role that does not keep the records, and shows it the tool', async () => {
    const key = await roleKey('auditor');
    expect((await server.get(tool, { key })).status).toBe(200);
    for (const records of ['data-flows', 'agreements', 'evidence']) {
      expect((await server.get(`${tool}/${records}/new`, { key })).status).toBe(403);
    }
    expect((await send(`${tool}/data-flows`, FLOW, key)).status).toBe(403);
  });

  it('finds nothing of another practice, nor a record of another tool', async () => {
    const stranger = await people.add({ secondFactor: true });
    expect((await server.get(`${tool}/data-flows/new`, { key: stranger.session })).status).toBe(404);
    const { id } = await lastOf('data-flows');
    const other = await server.post(`${practice.at}/services`, {
      ...{ key: 'other-tool', vendor: 'northlight-notes', name: 'Other tool' },
      ...{ functions: ['scheduling'], usesAi: false },
    });
    const elsewhere = `/organizations/${practice.id}/services/${(other.body as { id: string }).id}`;
    expect((await server.get(`${elsewhere}/data-flows/${id}/edit`)).status).toBe(404);
    expect((await send(`${elsewhere}/data-flows/${id}`, { ...FLOW, version: '1' })).status).toBe(404);
  });
});
