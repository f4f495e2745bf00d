// Pages of a practice's settings: profile, people, keys, log, backups; and the pages of mailed links.
import { PageVisitor, type FormFields, type Visited } from '../support/page-visitor';
import { TestApplication } from '../support/test-application';
import { TestPeople, type TestPerson } from '../support/test-people';
import { until } from '../support/until';

const PASSWORD = 'nine kettles beside an old canal';
let server: TestApplication;
let people: TestPeople;
let practice: { id: string; at: string };
let settings: string;
let owner: TestPerson;
let clinician: TestPerson;

beforeAll(async () => {
  [server, people] = await Promise.all([TestApplication.start(), TestPeople.connect()]);
  practice = await server.newOrganization();
  settings = `/organizations/${practice.id}/settings`;
  [owner, clinician] = [
    await people.add({ name: 'Dana Whitfield' }),
    await people.add({ name: 'Kim Reyes' }),
  ];
  await people.join(owner, practice.id, 'owner');
  await people.join(clinician, practice.id, 'clinician');
});

afterAll(() => Promise.all([server.close(), people.close()]));

const see = (url: string, by: TestPerson | null = owner) => new PageVisitor(server).see(url, by);
const send = (url: string, fields: FormFields, by: TestPerson | null = owner) =>
  new PageVisitor(server).send(url, fields, by);

const profile = (version: string, changes: Record<string, string | string[]> = {}) => ({
  ...{
    version,
    name: 'Harbor Light',
    timeZone: 'America/Chicago',
    coveredEntity: 'yes',
    clientStates: ['IL'],
    clinicianStates: ['IL'],
  },
  ...{ modalities: ['video'], specialties: ['trauma'], clinicians: '3', clientsPerYear: '200', ...changes },
});
const versionIn = ({ body }: Visited) => /name="version" value="(\d+)"/.exec(body)?.[1] ?? '';

describe('the practice profile', () => {
  it('is shown and saved', async () => {
    const page = await see(settings);
    expect([page.status, page.body]).toEqual([200, expect.stringContaining('Legal name of the practice')]);
    const saved = await send(settings, profile(versionIn(page)));
    expect([saved.status, saved.location]).toEqual([303, `${settings}?notice=saved`]);
    expect((await server.get(practice.at)).body).toMatchObject({ name: 'Harbor Light', clinicians: 3 });
  });

  it('comes back as it was typed when something is wrong', async () => {
    const refused = await send(settings, profile(versionIn(await see(settings)), { clinicians: 'three' }));
    expect(refused.status).toBe(400);
    expect(refused.body).toContain('value="three"');
    expect(refused.body).toContain('<a href="#clinicians">');
  });

  it('changed by somebody else meanwhile, shows both, and takes it then', async () => {
    const version = versionIn(await see(settings));
    await send(settings, profile(version, { clientsPerYear: '250' }));
    const stale = await send(settings, profile(version, { clientsPerYear: '300' }));
    expect(stale.status).toBe(412);
    expect(stale.body).toMatch(/What is stored now[\s\S]*<dd>250<\/dd>[\s\S]*value="300"/);
    expect((await send(settings, profile(versionIn(stale), { clientsPerYear: '300' }))).status).toBe(303);
  });

  it('text that looks like a client’s is saved only once somebody has checked it', async () => {
    const fields = profile(versionIn(await see(settings)), { name: 'Practice of 078-05-1120' });
    const refused = await send(settings, fields);
    expect([refused.status, refused.body]).toEqual([422, expect.stringContaining('name="text-confirmed"')]);
    expect((await send(settings, { ...fields, 'text-confirmed': 'yes' })).status).toBe(303);
  });

  it('is read by a clinician, who cannot change it and sees no tabs that lead nowhere', async () => {
    const page = await see(settings, clinician);
    expect([
      page.status,
      page.body.includes('<button>Save</button>'),
      page.body.includes('/settings/keys'),
    ]).toEqual([200, false, false]);
    expect((await send(settings, profile(versionIn(page)), clinician)).status).toBe(403);
  });
});

it.each(['', '/people', '/keys', '/keys/new', '/log', '/backups', '/people/invitations/new'])(
  'settings%s of another practice are not found, and those of one’s own are there',
  async (path) => {
    const stranger = await people.add();
    expect((await see(`${settings}${path}`, stranger)).status).toBe(404);
    expect((await see(`${settings}${path}`)).status).toBe(200);
    if (path) expect((await see(`${settings}${path}`, clinician)).status).toBe(403);
  },
);

describe('people', () => {
  it('are invited by a link, and come in with a new account', async () => {
    const refused = await send(`${settings}/people/invitations`, { email: 'robin', role: 'staff' });
    expect([refused.status, refused.body]).toEqual([400, expect.stringContaining('value="robin"')]);
    const email = 'robin@guests.example';
    const sent = await send(`${settings}/people/invitations`, { email, role: 'staff', endsOn: '' });
    expect(sent.location).toBe(`${settings}/people?notice=invited`);
    const token = server.mail.tokenTo(email);
    expect(server.mail.mails.at(-1)?.text).toContain(`/invitations?token=${token}`);
    const page = await see(`/invitations?token=${token}`);
    expect([page.status, page.body]).toEqual([200, expect.stringContaining(email)]);
    const weak = await send('/invitations', { token, name: 'Robin Ellery', password: 'short' }, null);
    expect([weak.status, weak.body]).toEqual([422, expect.stringContaining('value="Robin Ellery"')]);
    const accepted = await send('/invitations', { token, name: 'Robin Ellery', password: PASSWORD }, null);
    expect([accepted.status, accepted.location]).toEqual([303, `/organizations/${practice.id}`]);
    expect(accepted.cookie).toContain('duecare_session=');
    expect((await see(`/invitations?token=${token}`)).status).toBe(410);
    expect((await see(`${settings}/people`)).body).toContain('Robin Ellery');
  });

  it('accept with the account that they have; a withdrawn link opens nothing', async () => {
    const person = await people.add();
    await send(`${settings}/people/invitations`, { email: person.email, role: 'privacy_official' });
    const first = server.mail.tokenTo(person.email);
    const [, at] = /action="([^"]+)\/withdrawals"/.exec((await see(`${settings}/people`)).body) ?? [];
    expect((await send(`${at}/withdrawals`, {})).status).toBe(303);
    expect((await send('/account/invitation', { token: first }, person)).status).toBe(410);
    await send(`${settings}/people/invitations`, { email: person.email, role: 'privacy_official' });
    const token = server.mail.tokenTo(person.email);
    expect((await see(`/account/invitation?token=${token}`, person)).status).toBe(200);
    expect((await send('/account/invitation', { token }, person)).location).toMatch(
      `/organizations/${practice.id}`,
    );
  });

  it('get another role and leave; the last owner stays', async () => {
    const person = await people.add({ name: 'Lee Park' });
    const at = `${settings}/people/${await people.join(person, practice.id, 'staff')}`;
    const version = versionIn(await see(at));
    const undated = await send(at, { version, role: 'auditor', endsOn: '' });
    expect([undated.status, undated.body]).toEqual([422, expect.stringContaining('href="#endsOn"')]);
    expect((await send(at, { version, role: 'clinician', endsOn: '' })).status).toBe(303);
    expect((await send(`${at}/session-endings`, {})).location).toContain('sessions-ended');
    expect((await send(`${at}/endings`, {})).location).toContain('membership-ended');
    expect((await see(at)).status).toBe(404);
  });
});

describe('API keys', () => {
  it('are made, shown once, renewed and revoked', async () => {
    const refused = await send(`${settings}/keys`, { label: 'Calendar', validDays: '0' });
    expect([refused.status, refused.body]).toEqual([400, expect.stringContaining('value="Calendar"')]);
    const made = await send(`${settings}/keys`, {
      label: 'Calendar',
      scopes: ['records.read'],
      validDays: '30',
    });
    const [key] = /duecare_key_[\w-]+/.exec(made.body) ?? [''];
    expect([made.status, (await server.get(`${practice.at}/vendors`, { key })).status]).toEqual([200, 200]);
    const list = await see(`${settings}/keys`);
    expect([list.body.includes('Calendar'), list.body.includes(key)]).toEqual([true, false]);
    const [, at] = /href="([^"]+)\/rotation"/.exec(list.body) ?? [];
    const renewed = await send(`${at}/rotation`, { overlapHours: '0' });
    expect(/duecare_key_[\w-]+/.exec(renewed.body)?.[0]).not.toBe(key);
    expect((await send(`${at}/revocations`, {})).location).toContain('revoked');
  });
});

describe('the audit log', () => {
  it('shows the latest first, by what, whom and when', async () => {
    const all = await see(`${settings}/log`);
    expect(all.body).toMatch(/API key revoked[\s\S]*Practice set up/);
    const some = await see(
      `${settings}/log?action=api_key.revoked&person=${owner.id}&from=2020-01-01&to=&notice=`,
    );
    const rows = /<tbody role="rowgroup">([\s\S]*)<\/tbody>/.exec(some.body)?.[1] ?? '';
    expect([rows.includes('API key revoked'), rows.includes('Practice')]).toEqual([true, false]);
    expect((await see(`${settings}/log?to=2020-01-01`)).body).toContain('Nothing like that is in the log.');
    const wrong = await see(`${settings}/log?from=yesterday`);
    expect([wrong.status, wrong.body]).toEqual([400, expect.stringContaining('href="#from"')]);
  });

  it('says in words what was done, to which thing and when on the clock of the practice', async () => {
    const vendor = { key: 'northlight', name: 'Northlight <Notes>' };
    await server.post(`${practice.at}/vendors`, vendor);
    const tool = {
      key: 'scribe',
      vendor: 'northlight',
      name: 'Scribe',
      functions: ['billing'],
      usesAi: false,
    };
    const made = await server.post(`${practice.at}/services`, tool);
    const { body } = await see(`${settings}/log`);
    const at = `/organizations/${practice.id}/services/${(made.body as { id: string }).id}`;
    expect(body).toMatch(/Tool added[^]*Vendor added/);
    expect(body).toContain(`<a href="${at}">Scribe</a>`);
    expect(body).toContain(`<a href="${at}">Northlight &lt;Notes&gt;</a>`);
    expect(body).toContain('Times are those of the practice: Central Time (Chicago).');
    expect(body).not.toMatch(/>[a-z_]+\.(created|updated)</);
  });

  it('goes on with earlier entries', async () => {
    for (let saved = 0; saved < 30; saved += 1) {
      const version = versionIn(await see(settings));
      await send(settings, profile(version, { clinicians: String(saved + 10) }));
    }
    for (let saved = 0; saved < 12; saved += 1) {
      await send(`${settings}/keys`, { label: `Key ${saved}`, scopes: ['records.read'], validDays: '1' });
    }
    const [, earlier] = /href="([^"]+before&#x3D;\d+)"/.exec((await see(`${settings}/log`)).body) ?? [''];
    expect((await see(String(earlier).replaceAll('&amp;', '&').replaceAll('&#x3D;', '='))).body).toContain(
      'Practice set up',
    );
  });
});

it('a new password is set by a mailed link', async () => {
  const person = await people.add({ password: true });
  expect((await see('/password-resets/new')).status).toBe(200);
  const asked = await send('/password-resets', { email: person.email }, null);
  expect(asked.location).toBe('/sign-in?notice=reset-asked');
  await until(() => server.mail.tokenTo(person.email) !== '');
  const token = server.mail.tokenTo(person.email);
  expect((await see(`/password-resets?token=${token}`)).body).toContain(token);
  const weak = await send('/password-resets/redemptions', { token, password: 'short' }, null);
  expect([weak.status, weak.body]).toEqual([422, expect.stringContaining('href="#password"')]);
  const set = await send('/password-resets/redemptions', { token, password: PASSWORD }, null);
  expect(set.location).toBe('/sign-in?notice=password-set');
  expect((await send('/sign-in', { email: person.email, password: PASSWORD }, null)).status).toBe(303);
});
