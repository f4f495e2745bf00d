// Comments on an assessment as a person writes them on its pages; sealing with some open; a report that failed asked for again.
import type { Role } from '../../src/permissions/roles';
import { dossierBody, practiceBody } from '../factories/records.factory';
import { TestApplication } from '../support/test-application';
import { TestPeople } from '../support/test-people';
import { pageOf, sendForm, type Answer } from './asking-pages';
import { until } from '../support/until';

const STATEMENT = { name: 'Noor owner', role: 'Owner', statement: 'I have read it.' };

let server: TestApplication;
let people: TestPeople;
let at: string;
let keys: Map<Role, string>;

beforeAll(async () => {
  [server, people] = await Promise.all([TestApplication.start(), TestPeople.connect()]);
  const body = practiceBody();
  const { id } = (await server.post('/v1/organizations', body)).body as { id: string };
  at = `/organizations/${id}`;
  await server.post(`/v1${at}/dossier/imports`, dossierBody(body));
  keys = new Map();
  for (const role of ['owner', 'consultant', 'clinician', 'auditor'] as const) {
    const person = await people.add({ secondFactor: true, name: `Noor ${role}` });
    await people.join(person, id, role);
    keys.set(role, person.session);
  }
});

afterAll(() => Promise.all([server.close(), people.close()]));

const page = (url: string, role: Role = 'owner'): Promise<Answer> => pageOf(server, url, keys.get(role));
const send = (url: string, fields: Record<string, string>, role: Role = 'owner'): Promise<Answer> =>
  sendForm(server, url, fields, keys.get(role));
const pathOf = ({ headers }: Answer): string => (headers.location ?? '').split('?')[0] as string;

async function drawnUp(): Promise<string> {
  return pathOf(await send(`${at}/assessments`, { 'assessor/name': 'Noor owner', 'assessor/role': 'Owner' }));
}

it('a section is commented on, answered, resolved and opened again; the assessment and the list count what is open', async () => {
  const url = await drawnUp();
  const offered = (await page(`${url}/comments?on=services/northlight-scribe`)).body;
  expect(offered).toMatch(/<option value="services\/northlight-scribe" selected>Tool: Northlight Scribe/);
  const unsaid = await send(`${url}/comments`, { section: '', text: '' });
  expect([
    unsaid.status,
    unsaid.body.includes('href="#section"'),
    unsaid.body.includes('href="#text"'),
  ]).toEqual([400, true, true]);
  const made = await send(
    `${url}/comments`,
    { section: 'services/northlight-scribe', text: 'Why <b>conditional</b>?' },
    'consultant',
  );
  expect([made.status, made.headers.location]).toEqual([303, `${url}/comments?notice=added`]);
  const { body } = await page(`${url}/comments`);
  expect(body).toContain('Why &lt;b&gt;conditional&lt;/b&gt;?');
  expect(body).toContain('Noor consultant, consultant');
  expect((await page(url)).body).toContain('Comments (1 open)');
  expect((await page(`${at}/assessments`)).body).toContain(`<a href="${url}/comments">1 open comment<span`);
  const one = new RegExp(`href="(${url}/comments/[^"]+)"`).exec(body)?.[1] as string;
  expect((await send(`${one}/answers`, { text: '' })).body).toContain('href="#text"');
  await send(`${one}/answers`, { text: 'Because of the retention term.' });
  expect((await page(one)).body).toContain('Because of the retention term.');
  expect((await send(`${one}/resolutions`, {})).headers.location).toBe(`${url}/comments?notice=resolved`);
  expect((await page(url)).body).not.toMatch(/Comments \(\d+ open\)/);
  expect((await page(one)).body).toContain('Resolved by Noor owner, owner');
  expect((await send(`${one}/reopenings`, {}, 'consultant')).headers.location).toBe(`${one}?notice=reopened`);
});

it('what looks like a client’s is asked about, and who only reads has no form', async () => {
  const url = await drawnUp();
  const fields = { section: 'summary', text: 'Call (312) 555-0143 about it.' };
  const refused = await send(`${url}/comments`, fields);
  expect([refused.status, refused.body.includes('name="text-confirmed"')]).toEqual([422, true]);
  expect(refused.body).toContain('Call (312) 555-0143 about it.');
  expect((await send(`${url}/comments`, { ...fields, 'text-confirmed': 'yes' })).status).toBe(303);
  for (const role of ['clinician', 'auditor'] as const) {
    const read = await page(`${url}/comments`, role);
    expect([read.status, read.body.includes('<form class="sheet"')]).toEqual([200, false]);
    expect((await send(`${url}/comments`, fields, role)).status).toBe(403);
  }
  const stranger = (await people.add({ secondFactor: true })).session;
  expect((await pageOf(server, `${url}/comments`, stranger)).status).toBe(404);
  expect((await page(`${url}/comments/${url.split('/').at(-1)}`)).status).toBe(404);
});

it('with open comments it is sealed by a tick alone, which is never set beforehand; then comments are read and not changed', async () => {
  const url = await drawnUp();
  await send(`${url}/comments`, { section: 'flows', text: 'Is this all?' });
  expect((await page(`${url}/review`)).body).toContain('1 comment is open.');
  await send(`${url}/review`, { version: '1', ...STATEMENT });
  const { body } = await page(`${url}/seal`);
  expect(body).toMatch(/name="openComments" value="1"> I seal it with 1 open comment/);
  expect(body).toContain('You have reviewed it yourself');
  const refused = await send(`${url}/seal`, { version: '2', ...STATEMENT });
  expect([
    refused.status,
    refused.body.includes('href="#openComments"'),
    refused.body.includes('I have read it.'),
  ]).toEqual([409, true, true]);
  expect((await send(`${url}/seal`, { version: '2', ...STATEMENT, openComments: '1' })).status).toBe(303);
  const sealed = (await page(url)).body;
  expect(sealed).toContain('The seal holds.');
  expect(sealed).toContain('Noor owner both reviewed and sealed it');
  const comments = (await page(`${url}/comments`)).body;
  expect(comments).toContain('its comments stay as they are');
  expect(comments).not.toContain('<form class="sheet"');
  expect((await send(`${url}/comments`, { section: 'flows', text: 'Too late.' })).status).toBe(409);
});

it('a draft says so on paper and in its files; PDF and workbook are made with a button, by who may', async () => {
  const url = await drawnUp();
  const { body } = await page(url);
  expect(body).toContain('<p class="draft-mark" aria-hidden="true">Draft</p>');
  expect(body).toContain('<button class="second">Make the PDF</button>');
  expect((await page(url, 'clinician')).body).not.toContain('<button class="second">Make the');
  expect(body).toMatch(/This is an initial assessment: \d+ of \d+ facts open about the tools/);
  const report = pathOf(await send(`${url}/reports`, { format: 'xlsx', service: '' }));
  expect((await page(url)).body).toMatch(/XLSX: (queued|printing|done)|Save the XLSX/);
  await until(async () => (await page(report)).body.includes('/content"'));
  expect((await page(url)).body).toContain(`href="${report}/content" download>Save the XLSX</a>`);
});

it('a report that could not be printed says what to do, also after a reload, and is asked for again', async () => {
  const url = await drawnUp();
  const report = pathOf(await send(`${url}/reports`, { format: 'html', service: '' }));
  await until(async () => (await page(report)).body.includes('/content"'));
  const id = report.split('/').at(-1) as string;
  const fail = `update report set status = 'failed', failure = 'printing-failed', content = null, content_digest = null where id = $1`;
  await people.inOrganization(at.split('/').at(-1) as string, () => people.query(fail, [id]));
  for (const _reload of [1, 2]) {
    const { body } = await page(report);
    expect(body).toContain('It could not be printed. Please ask for it again.');
    expect(body).toMatch(
      /name="format" value="html"><input type="hidden" name="service" value=""><button>Ask for it again/,
    );
    expect(body).not.toContain('http-equiv="refresh"');
  }
  expect((await page(report, 'auditor')).body).not.toContain('<button>Ask for it again');
  const again = await send(`${url}/reports`, { format: 'html', service: '' });
  expect([again.status, pathOf(again) === report]).toEqual([303, false]);
});
