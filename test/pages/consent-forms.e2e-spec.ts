// Forms of consent by the pages: drafted, worded where something is open, adopted, attested, compared with the version before, and taken as paper and as text.
import { serviceBody, vendorBody } from '../factories/records.factory';
import { sendForm, taken, type FormFields } from '../support/forms';
import { TestApplication, type Reply } from '../support/test-application';

let server: TestApplication;

beforeAll(async () => {
  server = await TestApplication.start();
});

afterAll(() => server.close());

const DANA = { name: 'Dana Whitfield', role: 'Owner' };

const send = (url: string, fields: FormFields): Promise<Reply<string>> => sendForm(server, url, fields);
/** Handlebars writes = in attributes as a reference. */
const see = async (url: string): Promise<string> =>
  (await server.get<string>(url)).body.replaceAll('&#x3D;', '=');
const versionOf = async (url: string): Promise<string> =>
  /name="version" value="(\d+)"/.exec(await see(url))?.[1] ?? '';

async function practice(): Promise<{ at: string; forms: string }> {
  const { id, at } = await server.newOrganization();
  await server.post(`${at}/vendors`, vendorBody());
  await server.post(`${at}/services`, serviceBody());
  return { at, forms: `/organizations/${id}/registers/consent-forms` };
}

async function draft(forms: string, changes: FormFields = {}): Promise<string> {
  const fields = { kind: 'recording', formVersion: '2026-11', services: ['northlight-scribe'], replaces: '' };
  return taken(await send(forms, { ...fields, ...changes }));
}

const elementsOpenAt = async (form: string): Promise<string[]> =>
  [...(await see(form)).matchAll(/href="([^"]*\/elements\/[\w-]+)">Say it in your own words/g)].map(
    ([, href]) => href as string,
  );

async function wordAll(form: string): Promise<void> {
  for (const href of await elementsOpenAt(form)) {
    const words = 'We settled this ourselves, and tell you so.';
    const sent = { version: await versionOf(href), words, reason: 'Not on record yet.' };
    expect(taken(await send(href, sent))).toBe(form);
  }
}

async function adopt(form: string): Promise<void> {
  const page = `${form}/adoption`;
  expect(taken(await send(page, { version: await versionOf(page), ...DANA }))).toBe(form);
}

it('lead from a draft over own words and adoption to the consent of a tool', async () => {
  const { at, forms } = await practice();
  expect(await see(forms)).toMatch(/No form is on record\./);
  const form = await draft(forms);
  const drafted = await see(form);
  expect(drafted).toMatch(/What is open/);
  expect(drafted).not.toMatch(/Adopt it/);
  const early = await send(`${form}/adoption`, { version: '1', ...DANA });
  expect([early.status, early.body]).toEqual([409, expect.stringMatching(/cannot be said/)]);

  await wordAll(form);
  expect(await elementsOpenAt(form)).toEqual([]);
  await adopt(form);
  const page = await see(form);
  expect(page).toMatch(/Adopted, not in use yet/);
  expect(page).not.toMatch(/Reword|Change the draft/);
  expect((await server.get(`${form}/edit`)).status).toBe(409);

  const asked = `${form}/attestation`;
  const fields = { ...DANA, written: 'true', attestedForAllClients: 'true', coversEveryoneAudible: 'true' };
  const since = /name="inUseSince" type="date" value="([\d-]+)"/.exec(await see(asked))?.[1] ?? '';
  const refused = await send(asked, { version: await versionOf(asked), ...fields, inUseSince: '2020-01-01' });
  expect([refused.status, refused.body]).toEqual([
    422,
    expect.stringMatching(/href="#inUseSince"|href="&#35;inUseSince"|inUseSince-fault/),
  ]);
  expect(taken(await send(asked, { version: await versionOf(asked), ...fields, inUseSince: since }))).toBe(
    form,
  );
  expect(await see(forms)).toMatch(/In use/);
  const [measures] = (await server.get(`${at}/practice-measures`)).body.items;
  expect(measures.consents).toEqual([
    expect.objectContaining({ kind: 'recording', form: 'recording-2026-11' }),
  ]);
});

it('go back to our words when own ones are emptied', async () => {
  const { forms } = await practice();
  const form = await draft(forms);
  const href = `${form}/elements/own-recordings`;
  await send(href, { version: '1', words: 'Ask us first.', reason: 'Shorter.' });
  expect(await see(form)).toMatch(/Ask us first\..*Your words/s);
  await send(href, { version: '2', words: '', reason: '' });
  expect(await see(form)).not.toMatch(/Ask us first/);
  expect((await server.get(`${form}/elements/weather`)).status).toBe(404);
});

it('show what a new version changes', async () => {
  const { forms } = await practice();
  const first = await draft(forms);
  await wordAll(first);
  await adopt(first);
  const second = await draft(forms, { formVersion: '2027-01', replaces: 'recording-2026-11' });
  await send(`${second}/elements/own-recordings`, {
    version: '1',
    words: 'Ask us first.',
    reason: 'Shorter.',
  });
  const page = await see(`${second}/comparison`);
  expect(page).toMatch(/If you want to record<\/th><td>Please ask before[^<]*<\/td><td>Ask us first\.<\/td>/);
  expect(page).toMatch(/A yes of its own<\/th><td colspan="2" class="quiet">The same in both/);
  expect((await server.get(`${first}/comparison`)).status).toBe(404);
});

it('come as plain text, which names nobody who signed or adopted', async () => {
  const { forms } = await practice();
  const form = await draft(forms);
  expect((await server.get<string>(`${form}/document.txt`)).body).toMatch(
    /DRAFT of version 2026-11: not to be used/,
  );
  await wordAll(form);
  await adopt(form);
  const text = (await server.get<string>(`${form}/document.txt`)).body;
  expect(text).not.toMatch(/DRAFT|Dana/);
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(72);
});

it('come as a tagged PDF', async () => {
  const { forms } = await practice();
  const { status, headers } = await server.get(`${await draft(forms)}/document.pdf`);
  expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
});
