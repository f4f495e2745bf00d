// The practice's own safeguards by their pages: answered together and apart, refused where the rule leaves nothing to decide, confirmed after a year.
import type { Role } from '../../src/permissions/roles';
import { evidenceBody } from '../factories/records.factory';
import { sendForm, shownIn, taken, type FormFields } from '../support/forms';
import { TestApplication, type Reply } from '../support/test-application';
import { TestPeople } from '../support/test-people';

let server: TestApplication;
let people: TestPeople;
let practice: { id: string; at: string; key: string };
let pages: string;

beforeAll(async () => {
  [server, people] = await Promise.all([TestApplication.start(), TestPeople.connect()]);
  practice = await server.newOrganization();
  pages = `/organizations/${practice.id}/safeguards`;
  const policies = evidenceBody({ key: 'policies', title: 'Policies of 2026', vendor: null, services: [] });
  expect((await server.post(`${practice.at}/evidence`, policies)).status).toBe(201);
});

afterAll(() => Promise.all([server.close(), people.close()]));

type Stored = { id: string; key: string; entry: string; version: number; [field: string]: unknown };

const see = (at = ''): Promise<Reply<string>> => server.get<string>(`${pages}${at}`);
const send = (at: string, fields: FormFields, key?: string): Promise<Reply<string>> =>
  sendForm(server, `${pages}${at}`, fields, key);
async function stored(): Promise<Map<string, Stored>> {
  const { items } = (await server.get(`${practice.at}/safeguards?limit=200`)).body as { items: Stored[] };
  return new Map(items.map((record) => [record.entry, record]));
}
/** What a form of the group page says was stored when it was shown. */
const shownOf = (question: string, { body }: Reply<string>): string =>
  new RegExp(`action="[^"]*/${question}">\\s*<input type="hidden" name="shown" value="([^"]*)"`).exec(
    body,
  )?.[1] ?? '';

describe('the overview', () => {
  it('shows a practice that has said nothing with all open, and asks for its other roles', async () => {
    expect((await server.patch(practice.at, 1, { otherRoles: null })).status).toBe(200);
    const { status, body } = await see();
    expect(status).toBe(200);
    expect(body).toContain('71 of 72 entries open');
    expect(body).toContain('Say in the practice profile');
    expect(body).toContain('Such arrangements are for government bodies');
    expect(body).toContain(`href="${pages}" aria-current="page"`);
  });

  it('lets what belongs to other roles drop out once the profile says that there are none', async () => {
    const { version } = (await server.get(practice.at)).body as { version: number };
    expect((await server.patch(practice.at, version, { otherRoles: ['none'] })).status).toBe(200);
    const { body } = await see();
    expect(body).toContain('63 of 72 entries open');
    expect(body).not.toContain('Say in the practice profile');
    expect(body).toContain('states that this one has no such role');
    const both = await server.patch(practice.at, version + 1, { otherRoles: ['none', 'clearinghouse'] });
    expect(both.body).toMatchObject({ errors: [{ pointer: '/otherRoles', code: 'none-beside-others' }] });
  });
});

describe('a question', () => {
  it('is answered for all of its entries at once, each with its own record and event', async () => {
    const page = await see('/rooms-and-devices');
    expect(page.body).toContain('Are the rooms and machines with client data kept from people');
    expect(page.body).not.toMatch(/ checked/);
    const answer = {
      'safe-rooms/status': 'partly',
      'safe-rooms/done': 'Keys are listed.',
      'safe-rooms/owner/name': 'Sam Okafor',
      'safe-rooms/owner/role': 'Office manager',
      'safe-rooms/evidenceKeys': ['', 'policies'],
      'safe-rooms/since': '2025-05-01',
      shown: shownOf('safe-rooms', page),
    };
    expect(taken(await send('/rooms-and-devices/safe-rooms', answer))).toContain('/rooms-and-devices');
    const records = await stored();
    expect([...records.keys()].sort()).toEqual([
      '164.310(a)(1)',
      '164.310(a)(2)(ii)',
      '164.310(a)(2)(iii)',
      '164.310(a)(2)(iv)',
    ]);
    expect(records.get('164.310(a)(2)(iv)')).toMatchObject({
      ...{ key: '164-310-a-2-iv', status: 'partly', evidenceKeys: ['policies'], since: '2025-05-01' },
      ...{ owner: { name: 'Sam Okafor', role: 'Office manager' }, decision: null, confirmedOn: null },
    });
    const { items } = (await server.get(`${practice.at}/audit-events?limit=200`)).body as {
      items: { action: string }[];
    };
    expect(items.filter(({ action }) => action === 'safeguard.created')).toHaveLength(4);
    expect((await see()).body).toContain('Addressable does not mean optional');
  });

  it('keeps a decision for what is addressable alone, and then it is no gap', async () => {
    const answer = {
      'safe-rooms/status': 'partly',
      'safe-rooms/decision/outcome': 'alternative',
      'safe-rooms/decision/whyNotReasonable': 'The landlord looks after the building.',
      'safe-rooms/decision/decidedOn': '2026-02-01',
      'safe-rooms/decision/decidedBy/name': 'Dana Whitfield',
      'safe-rooms/decision/decidedBy/role': 'Security official',
      shown: shownOf('safe-rooms', await see('/rooms-and-devices')),
    };
    const refused = await send('/rooms-and-devices/safe-rooms', answer);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('href="#safe-rooms/decision/alternative"');
    expect(refused.body).toContain('The landlord looks after the building.');
    const whole = {
      ...answer,
      'safe-rooms/decision/alternative': 'The landlord sends the bills.',
      'safe-rooms/decision/alternativeSince': '2026-02-01',
    };
    taken(await send('/rooms-and-devices/safe-rooms', whole));
    const records = await stored();
    expect(records.get('164.310(a)(1)')?.decision).toBeNull();
    expect(records.get('164.310(a)(2)(iv)')?.decision).toMatchObject({ outcome: 'alternative' });
    const { body } = await see();
    expect(body).toContain('Decided otherwise');
    expect(body).toContain('The landlord sends the bills.');
  });

  it('keeps a decision that another one replaces, by hand and by a file that does not know it', async () => {
    const { id, version, decision, ...record } = (await stored()).get('164.310(a)(2)(iv)') as Stored & {
      decision: object;
    };
    const other = { ...decision, alternative: 'The landlord keeps a log that we read.' };
    const at = `${practice.at}/safeguards/${id}`;
    const changed = await server.patch(at, version, { decision: other });
    const [first] = (changed.body as { earlierDecisions: object[] }).earlierDecisions;
    expect(first).toMatchObject({ alternative: 'The landlord sends the bills.', decidedOn: '2026-02-01' });
    const byHand = await server.patch(at, version + 1, { earlierDecisions: [] });
    expect(byHand.status).toBe(400);
    const { body: dossier } = await server.get<{
      safeguards: { key: string; earlierDecisions?: object[] }[];
    }>(`${practice.at}/dossier`);
    const without = dossier.safeguards.map(({ earlierDecisions: _kept, ...one }) => ({
      ...one,
      ...(one.key === record.key && { decision: null }),
    }));
    const sent = await server.post(`${practice.at}/dossier/imports`, { ...dossier, safeguards: without });
    expect(sent.status).toBe(200);
    const kept = (await stored()).get('164.310(a)(2)(iv)') as unknown as { earlierDecisions: object[] };
    expect(kept.earlierDecisions).toMatchObject([first, { alternative: other.alternative }]);
    const { body } = await see('/entries/164-310-a-2-iv');
    expect(body).toContain('2 earlier decisions');
    expect(body).toContain('The landlord sends the bills.');
  });

  it('is not saved over what somebody else saved meanwhile, and shows it', async () => {
    const late = { 'safe-rooms/status': 'in_place', shown: '164-310-a-1:1' };
    const { status, body } = await send('/rooms-and-devices/safe-rooms', late);
    expect(status).toBe(412);
    expect(body).toContain('What is stored now');
    expect(body).toContain('Facility access controls');
  });

  it('without a status is sent back to it', async () => {
    const nothing = { 'safe-rooms/done': 'x', shown: shownOf('safe-rooms', await see('/rooms-and-devices')) };
    const { status, body } = await send('/rooms-and-devices/safe-rooms', nothing);
    expect([status, body.includes('href="#safe-rooms/status"')]).toEqual([400, true]);
  });

  it('may not hold the text of a client', async () => {
    const text = 'John called from 555-867-5309, born 04/12/1988, SSN 123-45-6789.';
    const page = await see('/people');
    const fields = { 'leavers/status': 'partly', 'leavers/done': text, shown: shownOf('leavers', page) };
    const asked = await send('/people/leavers', fields);
    expect(asked.status).toBe(422);
    expect(asked.body).toContain('text-confirmed');
    expect((await stored()).has('164.308(a)(3)(ii)(C)')).toBe(false);
  });
});

describe('one entry apart', () => {
  const AT = '/entries/164-310-d-2-i';

  it('is answered by itself, and what is required takes no decision', async () => {
    const page = await see(AT);
    expect(page.body).toContain('What the rule says');
    expect(page.body).not.toContain('What did you decide?');
    taken(await send(AT, { status: 'not_in_place', shown: shownIn(page) }));
    expect((await stored()).get('164.310(d)(2)(i)')).toMatchObject({
      status: 'not_in_place',
      decision: null,
    });
    const decision = {
      ...{ outcome: 'not_reasonable', whyNotReasonable: 'x', whyNoAlternative: 'y', decidedOn: '2026-02-01' },
      decidedBy: { name: 'Dana Whitfield', role: 'Owner' },
    };
    const { id, version } = (await stored()).get('164.310(d)(2)(i)') as Stored;
    const refused = await server.patch(`${practice.at}/safeguards/${id}`, version, { decision });
    expect([refused.status, refused.body]).toMatchObject([
      422,
      { errors: [{ pointer: '/decision', code: 'decision-not-expected' }] },
    ]);
  });

  it('shows that its question was not answered alike', async () => {
    expect((await see('/rooms-and-devices')).body).toContain('The entries were not all answered alike.');
  });

  it.each(['/entries/164-314-a-2-ii', '/entries/nowhere', '/nowhere'])('%s is not there', async (at) => {
    expect((await see(at)).status).toBe(404);
  });
});

describe('an answer of more than a year ago', () => {
  it('is carried, counts, and is confirmed with all of its group', async () => {
    const old = { key: '164-308-a-2', entry: '164.308(a)(2)', status: 'in_place', answeredOn: '2024-03-01' };
    expect((await server.post(`${practice.at}/safeguards`, old)).status).toBe(201);
    const page = await see('/who-answers');
    expect(page.body).toContain('Carried from Mar 1, 2024, not confirmed since.');
    const shown =
      /confirmations">\s*<input type="hidden" name="shown" value="([^"]*)"/.exec(page.body)?.[1] ?? '';
    expect(taken(await send('/who-answers/confirmations', { shown }))).toBe(`${pages}/who-answers`);
    const record = (await stored()).get('164.308(a)(2)');
    expect(record).toMatchObject({ answeredOn: '2024-03-01', status: 'in_place', version: 2 });
    expect(record?.confirmedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect((await see('/who-answers')).body).not.toContain('not confirmed since');
  });
});

describe('who may only read', () => {
  it.each<Role>(['auditor', 'clinician'])('as %s sees no form and saves nothing', async (role) => {
    const person = await people.add({ secondFactor: true });
    await people.join(person, practice.id, role);
    const key = person.session;
    const page = await server.get<string>(`${pages}/rooms-and-devices`, { key });
    expect([page.status, page.body.includes('safe-rooms/status')]).toEqual([200, false]);
    const refused = await send('/rooms-and-devices/safe-rooms', { 'safe-rooms/status': 'partly' }, key);
    expect(refused.status).toBe(403);
  });

  it('finds nothing of another practice', async () => {
    const { session: key } = await people.add({ secondFactor: true });
    expect((await server.get(pages, { key })).status).toBe(404);
  });
});
