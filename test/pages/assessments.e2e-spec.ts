// The pages of assessments: drawn up, reviewed, sealed, printed and compared as a person does it, with forms and without scripts.
import type { Role } from '../../src/permissions/roles';
import { dossierBody, practiceBody } from '../factories/records.factory';
import { TestApplication } from '../support/test-application';
import { TestPeople } from '../support/test-people';
import { pageOf, sendForm, type Answer } from './asking-pages';
import { until } from '../support/until';

const SIGNER = { name: 'Dana Whitfield', role: 'Security official' };
const STATEMENT = { ...SIGNER, statement: 'I have read this & compared it.' };

let server: TestApplication;
let people: TestPeople;

beforeAll(async () => {
  [server, people] = await Promise.all([TestApplication.start(), TestPeople.connect()]);
});

afterAll(() => Promise.all([server.close(), people.close()]));

const page = (url: string, key?: string): Promise<Answer> => pageOf(server, url, key);
const send = (url: string, fields: Record<string, string>, key?: string): Promise<Answer> =>
  sendForm(server, url, fields, key);

/** @returns the address of its pages */
async function practice(): Promise<string> {
  const body = practiceBody();
  const { id } = (await server.post('/v1/organizations', body)).body as { id: string };
  await server.post(`/v1/organizations/${id}/dossier/imports`, dossierBody(body));
  return `/organizations/${id}`;
}

const pathOf = ({ headers }: Answer): string => (headers.location ?? '').split('?')[0] as string;

async function drawnUp(at: string): Promise<string> {
  const reply = await send(`${at}/assessments`, {
    'assessor/name': SIGNER.name,
    'assessor/role': SIGNER.role,
  });
  expect([reply.status, reply.headers.location]).toEqual([303, expect.stringContaining('notice=drawn-up')]);
  return pathOf(reply);
}

async function sealed(at: string): Promise<string> {
  const url = await drawnUp(at);
  expect((await send(`${url}/review`, { version: '1', ...STATEMENT })).status).toBe(303);
  expect((await send(`${url}/seal`, { version: '2', ...STATEMENT })).status).toBe(303);
  return url;
}

async function member(at: string, role: Role): Promise<string> {
  const person = await people.add({ secondFactor: true, name: 'Noor Quillfeather' });
  await people.join(person, at.split('/').at(-1) as string, role);
  return person.session;
}

it('an assessment is drawn up, reviewed and sealed; it says DRAFT until then, and shows who stands behind it', async () => {
  const at = await practice();
  expect((await page(`${at}/assessments`)).body).toContain('There is none yet');
  const url = await drawnUp(at);
  const draft = (await page(url)).body;
  expect(draft).toContain('DRAFT: nobody has reviewed or sealed it yet');
  expect(draft).toContain('would lower the risk most');
  expect((await page(`${url}/seal`)).headers.location).toBe(url);
  expect((await send(`${url}/review`, { version: '1', ...STATEMENT })).headers.location).toBe(
    `${url}?notice=reviewed`,
  );
  expect((await page(url)).body).toContain('DRAFT: it has been reviewed and is not sealed yet');
  expect((await page(`${url}/seal`)).body).toContain('never changes again');
  expect((await send(`${url}/seal`, { version: '2', ...STATEMENT })).headers.location).toBe(
    `${url}?notice=sealed`,
  );
  const { body } = await page(url);
  expect(body).not.toContain('DRAFT');
  expect(body).toContain('I have read this &amp; compared it.');
  expect((await page(`${at}/assessments`)).body).toMatch(/class="state sealed">Sealed/);
  expect((await page(at)).body).toContain(`href="${url}"`);
  const file = await page(`${url}/document`);
  expect(file.headers['content-disposition']).toMatch(
    /^attachment; filename="assessment-[\d-]+-sealed\.json"$/,
  );
  expect(file.bytes.equals((await server.get(`/v1${url}/document`)).bytes)).toBe(true);
});

it('the name of who is signed in and what they are here is offered, no statement', async () => {
  const at = await practice();
  const key = await member(at, 'security_official');
  const url = await drawnUp(at);
  for (const [form, name] of [
    [`${at}/assessments/new`, 'assessor/name'],
    [`${url}/review`, 'name'],
  ]) {
    const { body } = await page(form as string, key);
    expect(body).toContain(`name="${name}" type="text" value="Noor Quillfeather"`);
    expect(body).toMatch(/role" type="text" value="Security official"/);
  }
});

it('a form that is refused comes back as it was typed, with its faults and the status of the API', async () => {
  const at = await practice();
  const early = await send(`${at}/assessments`, { 'assessor/name': 'Dana <b>', asOf: '2999-01-01' });
  expect(early.status).toBe(400);
  expect(early.body).toContain('value="Dana &lt;b&gt;"');
  expect(early.body).toContain('href="#assessor/role"');
  const url = await drawnUp(at);
  const unsaid = await send(`${url}/review`, { version: '1', ...SIGNER });
  expect([unsaid.status, unsaid.body.includes('href="#statement"')]).toEqual([400, true]);
  expect(unsaid.body).toContain('value="Security official"');
  const unchosen = await send(`${url}/reports`, {});
  expect([unchosen.status, unchosen.body.includes('href="#format"')]).toEqual([400, true]);
});

it('what looks like a client’s is asked about, and saved once that is answered', async () => {
  const url = await drawnUp(await practice());
  const fields = { version: '1', ...SIGNER, statement: 'Asked by (312) 555-0143.' };
  const refused = await send(`${url}/review`, fields);
  expect([refused.status, refused.body.includes('name="text-confirmed"')]).toEqual([422, true]);
  expect(refused.body).toContain('Asked by (312) 555-0143.');
  expect((await send(`${url}/review`, { ...fields, 'text-confirmed': 'yes' })).status).toBe(303);
});

it('a step on what was changed meanwhile keeps what was typed and shows what is stored', async () => {
  const url = await drawnUp(await practice());
  await send(`${url}/review`, { version: '1', ...STATEMENT });
  const late = await send(`${url}/review`, { version: '1', ...SIGNER, statement: 'My own words.' });
  expect(late.status).toBe(412);
  expect(late.body).toContain('My own words.');
  expect(late.body).toContain('I have read this &amp; compared it.');
  expect(late.body).not.toContain('<button>Record the review</button>');
  const old = await send(`${url}/seal`, { version: '1', ...STATEMENT });
  expect([old.status, old.body.includes('<button>Seal it for good</button>')]).toEqual([412, true]);
  expect(old.body).toContain('name="version" value="2"');
});

it('a report shows how far it is, looks again without scripts, survives a reload, and is downloaded', async () => {
  const at = await practice();
  const url = await sealed(at);
  const asked = await send(`${url}/reports`, { format: 'html', service: '' });
  const report = pathOf(asked);
  expect([asked.status, report.startsWith(`${at}/reports/`)]).toEqual([303, true]);
  const again = '<noscript><meta http-equiv="refresh" content="2"></noscript>';
  await until(async () => {
    const { body } = await page(report);
    const isDone = body.includes('/content"');
    expect(body.includes(again)).toBe(!isDone);
    return isDone;
  });
  const content = await page(`${report}/content`);
  expect([content.status, content.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  expect(content.headers['content-security-policy']).toContain("default-src 'none'");
  expect(content.bytes.equals((await server.get(`/v1${report}/content`)).bytes)).toBe(true);
  expect((await page(url)).body).toContain(`href="${report}"`);
  const ofNone = await send(`${url}/reports`, { format: 'pdf', service: 'no-such-tool' });
  expect([ofNone.status, ofNone.body.includes('href="#service"')]).toEqual([400, true]);
});

it('any two assessments are compared, and not one with itself', async () => {
  const at = await practice();
  const ids = [await sealed(at), await drawnUp(at)].map((url) => url.split('/').at(-1) as string);
  const compare = `${at}/assessments/compare`;
  expect((await page(compare)).status).toBe(200);
  const { status, body } = await page(`${compare}?before=${ids[0]}&now=${ids[1]}`);
  expect([status, body.includes('Nothing has changed for any tool.')]).toEqual([200, true]);
  const same = await page(`${compare}?before=${ids[0]}&now=${ids[0]}`);
  expect([same.status, same.body.includes('href="#now"')]).toEqual([400, true]);
  expect((await page(`${compare}?before=&now=x`)).status).toBe(400);
  expect((await page(`${at}/assessments/${ids[1]}`)).body).toContain('Compared with the');
});

it('one whose text was taken out says so and leads to the one that took its place', async () => {
  const at = await practice();
  const url = await sealed(at);
  const place = { in: 'assessment', assessment: url.split('/').at(-1), pointer: '/signOff/statement' };
  const reason = 'client_data';
  const official = await people.add();
  await people.join(official, at.split('/').at(-1) as string, 'privacy_official');
  const body = { places: [place], reason, by: SIGNER };
  const redacted = await server.post(`/v1${at}/redactions`, body, { key: official.session });
  expect([redacted.status, redacted.body.type]).toEqual([200, undefined]);
  const old = await page(url);
  expect([old.status, old.body.includes('another assessment took its place')]).toEqual([200, true]);
  expect((await page(`${at}/assessments`)).body).toContain('class="state superseded"');
  const next = /<a href="([^"]+)">Go to the one/.exec(old.body)?.[1] as string;
  expect((await page(next)).body).toContain('had text taken out');
});

it('another practice’s pages are not found, and who may not is told so', async () => {
  const [at, other] = [await practice(), await practice()];
  const url = await drawnUp(at);
  const id = url.split('/').at(-1) as string;
  expect((await page(`${other}/assessments/${id}`)).status).toBe(404);
  expect(
    (await page(`${other}/assessments/compare?before=${id}&now=${other.split('/').at(-1)}`)).status,
  ).toBe(404);
  const stranger = (await people.add({ secondFactor: true })).session;
  expect((await page(url, stranger)).status).toBe(404);
  const clinician = await member(at, 'clinician');
  expect((await page(url, clinician)).status).toBe(200);
  expect((await page(`${at}/assessments/new`, clinician)).status).toBe(403);
  expect((await send(`${url}/reports`, { format: 'html' }, clinician)).status).toBe(403);
  const consultant = await member(at, 'consultant');
  expect((await send(`${url}/review`, { version: '1', ...STATEMENT }, consultant)).status).toBe(303);
  expect((await send(`${url}/seal`, { version: '2', ...STATEMENT }, consultant)).status).toBe(403);
});
