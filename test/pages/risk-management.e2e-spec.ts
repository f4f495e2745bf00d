// Findings, accepted risks and decisions by their pages: noted with one click from what they come from, worked off, and shown beside the level that they do not change.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { practiceBody } from '../factories/records.factory';
import { sendForm, taken, type FormFields } from '../support/forms';
import { TestApplication, type Reply } from '../support/test-application';

const EXAMPLE = parse(readFileSync(join(__dirname, '..', '..', 'examples', 'practice.yaml'), 'utf8')) as {
  practice: object;
};
let server: TestApplication;
let at: string;
let here: string;
let scribe: string;

beforeAll(async () => {
  server = await TestApplication.start({ clock: { now: () => new Date('2026-11-28T18:00:00Z') } });
  const practice = { ...EXAMPLE.practice, key: practiceBody().key };
  const made = await server.post('/v1/organizations', practice);
  at = `/v1/organizations/${made.body.id}`;
  here = `/organizations/${made.body.id}`;
  const imported = await server.post(`${at}/dossier/imports`, { ...EXAMPLE, practice });
  expect([imported.status, imported.body]).toEqual([200, imported.body]);
  const [service] = (await server.get(`${at}/services?key=fernhill-scribe`)).body.items;
  scribe = `${here}/services/${service.id}`;
});

afterAll(() => server.close());

const send = (url: string, fields: FormFields): Promise<Reply<string>> => sendForm(server, url, fields);
const see = async (url: string): Promise<string> => {
  const { status, body } = await server.get<string>(url);
  expect({ url, status }).toEqual({ url, status: 200 });
  return body.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');
};

const SAM = { name: 'Sam Okafor', role: 'Office manager' };
const DANA = { name: 'Dana Whitfield', role: 'Security official' };
const person = (field: string, { name, role }: { name: string; role: string }) => ({
  [`${field}/name`]: name,
  [`${field}/role`]: role,
});

it('a threat leads to its finding with one click, and the form comes with what is known', async () => {
  const page = await see(scribe);
  const link = /href="([^"]*registers\/findings\/new\?source=threat[^"]*T-05[^"]*)"/.exec(page)?.[1] ?? '';
  const form = await see(link);
  expect(form).toContain('value="T-05"');
  expect(form).toMatch(/<option value="fernhill-scribe" selected/);
});

it('a finding is noted, planned, done and looked at by somebody else', async () => {
  const finding = taken(
    await send(`${here}/registers/findings`, {
      ...{ title: 'Old accounts still open', severity: 'high', service: 'fernhill-scribe' },
      ...{ foundOn: '2026-11-20', source: 'threat', sourceId: 'T-05', ...person('foundBy', DANA) },
    }),
  );
  expect(await see(finding)).toContain('Nothing is planned yet.');
  const planned = { action: 'Close them', dueOn: '2026-11-25', ...person('owner', SAM) };
  taken(await send(`${finding}/actions`, { ...planned, version: '1' }));
  expect(await see(finding)).toContain('Overdue');
  const undone = await send(`${finding}/actions/0/completion`, { doneOn: '2026-11-27', version: '2' });
  expect([undone.status, undone.body]).toEqual([422, expect.stringContaining('say what was done')]);
  const done = { doneOn: '2026-11-27', done: 'All four are closed.' };
  taken(await send(`${finding}/actions/0/completion`, { ...done, version: '2' }));
  const again = await send(`${finding}/actions/0/completion`, { ...done, version: '3' });
  expect([again.status, again.body]).toEqual([422, expect.stringContaining('is done already')]);
  const look = { outcome: 'works', on: '2026-11-28', seen: 'Tried two; both are refused.' };
  const own = await send(`${finding}/reviews`, { ...look, ...person('by', SAM), version: '3' });
  expect([own.status, own.body]).toEqual([422, expect.stringContaining('somebody else has to look')]);
  taken(await send(`${finding}/reviews`, { ...look, ...person('by', DANA), version: '3' }));
  expect(await see(finding)).toContain('Verified');
  expect(await see(scribe)).toContain('Old accounts still open');
});

it('an accepted risk stands beside its level, and what may not be accepted is refused in the form', async () => {
  const fields = {
    ...{ service: 'fernhill-scribe', threat: 'T-02', until: '2027-03-31' },
    ...{ reason: 'Nothing better is to be had.', ...person('acceptedBy', DANA) },
  };
  const long = await send(`${here}/registers/risk-acceptances`, { ...fields, until: '2028-01-01' });
  expect([long.status, long.body]).toEqual([422, expect.stringContaining('at most a year on')]);
  const law = { ...fields, service: 'cobblemere-recorder', threat: 'T-12' };
  const refused = await send(`${here}/registers/risk-acceptances`, law);
  expect([refused.status, refused.body]).toEqual([422, expect.stringContaining('nobody accepts away')]);
  taken(await send(`${here}/registers/risk-acceptances`, fields));
  expect(await see(scribe)).toContain('accepted it at low until');
  const list = await see(`${here}/registers/risk-acceptances`);
  const end = /href="([^"]*\/ending)"/.exec(list)?.[1] ?? '';
  expect(await see(end)).toContain('Nobody bears');
  taken(await send(end, { on: '2026-11-28', reason: 'Lower now.', ...person('by', DANA), version: '1' }));
  expect(await see(`${here}/registers/risk-acceptances`)).toContain('Ended by Dana Whitfield');
});

it('a decision stands beside the one that is worked out, on its page and in the overview', async () => {
  const decided = {
    ...{ service: 'fernhill-scribe', outcome: 'use', reasons: 'The hour goes to clients.' },
    ...{ reviewOn: '2027-05-22', 'conditions/0/condition': 'Every client has signed.' },
    ...person('decidedBy', DANA),
  };
  const bare = await send(`${here}/registers/practice-decisions`, decided);
  expect([bare.status, bare.body]).toEqual([
    422,
    expect.stringContaining('less strict than what the result says'),
  ]);
  taken(
    await send(`${here}/registers/practice-decisions`, { ...decided, contraryReason: 'We read every note.' }),
  );
  expect(await see(here)).toContain('Your own decision: <strong>Use</strong>');
  expect(await see(scribe)).toContain('We read every note.');
  const list = await see(`${here}/registers/practice-decisions`);
  const meet =
    /href="([^"]*\/conditions\/0)"[^>]*>It is met<span class="unseen">: Every client/.exec(list)?.[1] ?? '';
  expect(await see(meet)).toContain('Every client has signed.');
  taken(await send(meet, { metOn: '2026-11-28', version: '1' }));
  expect(await see(`${here}/registers/practice-decisions`)).toContain('met on');
});
