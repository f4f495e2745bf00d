// Calendar links: secret, of one person, told once; the feed is read by the link alone, and by nothing else.
import { serviceBody, vendorBody } from './factories/records.factory';
import { TestApplication } from './support/test-application';
import { TestPeople, type TestPerson } from './support/test-people';
import { pageOf, sendForm } from './pages/asking-pages';

let server: TestApplication;
let people: TestPeople;
let clock = () => new Date();

beforeAll(async () => {
  [server, people] = await Promise.all([
    TestApplication.start({ clock: { now: () => clock() } }),
    TestPeople.connect(),
  ]);
});

afterEach(() => {
  clock = () => new Date();
});

afterAll(() => Promise.all([server.close(), people.close()]));

interface Made {
  at: string;
  id: string;
  person: TestPerson;
  link: { id: string; link: string };
}

/** A practice with a tool, a member of it, and a link of theirs. */
async function withLink(role: 'staff' | 'clinician' = 'staff'): Promise<Made> {
  const { id, at } = await server.newOrganization();
  await server.post(`${at}/vendors`, vendorBody());
  await server.post(`${at}/services`, serviceBody());
  const person = await people.add();
  await people.join(person, id, role);
  const made = await server.post(`${at}/calendar-links`, {}, { key: person.session });
  expect(made.status).toBe(201);
  return { at, id, person, link: made.body as Made['link'] };
}

function read(link: string, headers: Record<string, string> = {}) {
  return server.app.inject({ method: 'GET', url: new URL(link).pathname, headers });
}

describe('A calendar link', () => {
  it('opens the calendar of its practice without a session, and answers 304 to who has it already', async () => {
    const { link } = await withLink();
    expect(link.link).toMatch(/\/calendar-feeds\/duecare_calendar_[A-Za-z0-9_-]{43}\.ics$/);
    const feed = await read(link.link);
    expect([feed.statusCode, feed.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(feed.body).toContain('Northlight Scribe');
    const again = await read(link.link, { 'if-none-match': feed.headers.etag as string });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it.each<[string, (made: Made) => Promise<void> | void]>([
    [
      'is revoked',
      async ({ at, link, person }) => {
        const revoked = await server.post(
          `${at}/calendar-links/${link.id}/revocations`,
          {},
          { key: person.session },
        );
        expect(revoked.status).toBe(204);
      },
    ],
    [
      'has expired',
      () => {
        clock = () => new Date(Date.now() + 367 * 86_400_000);
      },
    ],
    [
      'is of somebody who left',
      async ({ id, person }) => {
        await people.inOrganization(id, () =>
          people.query('update membership set ended_at = now() where person_id = $1', [person.id]),
        );
      },
    ],
    [
      'is of somebody who left and came back',
      async ({ id, at, person }) => {
        const owner = await people.add();
        await people.join(owner, id, 'owner');
        await people.inOrganization(id, () =>
          people.query('update membership set ended_at = now() where person_id = $1', [person.id]),
        );
        const invited = { email: person.email, role: 'staff' };
        expect((await server.post(`${at}/invitations`, invited, { key: owner.session })).status).toBe(201);
        const token = server.mail.tokenTo(person.email);
        const back = await server.post('/v1/account/memberships', { token }, { key: person.session });
        expect(back.status).toBe(201);
        expect((await server.get(at, { key: person.session })).status).toBe(200);
      },
    ],
  ])('opens nothing once it %s', async (_what, end) => {
    const made = await withLink();
    expect((await read(made.link.link)).statusCode).toBe(200);
    await end(made);
    const gone = await read(made.link.link);
    expect([gone.statusCode, gone.headers['content-type'], gone.body]).toEqual([
      404,
      'text/plain; charset=utf-8',
      'There is no calendar here.\n',
    ]);
  });

  it.each([
    'duecare_calendar_x.ics',
    `duecare_calendar_${'A'.repeat(43)}.ics`,
    `duecare_session_${'A'.repeat(43)}.ics`,
    'nothing',
  ])('is not %s', async (file) =>
    expect((await read(`http://h/calendar-feeds/${file}`)).statusCode).toBe(404),
  );

  it('is needed whole: without its ending it opens nothing, and as a session it opens nothing either', async () => {
    const { at, link } = await withLink();
    expect((await read(link.link.replace(/\.ics$/, ''))).statusCode).toBe(404);
    const token = new URL(link.link).pathname.split('/').at(-1)?.replace('.ics', '') ?? '';
    expect((await server.get(`${at}/obligations`, { key: token })).status).toBe(401);
  });

  it('is seen and revoked by its person alone, and its token is stored nowhere', async () => {
    const { at, id, link } = await withLink();
    const other = await people.add();
    await people.join(other, id, 'clinician');
    expect((await server.get(`${at}/calendar-links`, { key: other.session })).body.items).toEqual([]);
    expect(
      (await server.post(`${at}/calendar-links/${link.id}/revocations`, {}, { key: other.session })).status,
    ).toBe(404);
    expect((await read(link.link)).statusCode).toBe(200);
    const token = new URL(link.link).pathname.split('/').at(-1) ?? '';
    const stored = await people.query<{ text: string }>(
      `select to_jsonb(l)::text || to_jsonb(d)::text as text from calendar_link l
       join calendar_link_digest d on d.calendar_link_id = l.id where l.id = $1`,
      [link.id],
    );
    expect(stored[0]?.text.includes(token.replace('.ics', ''))).toBe(false);
    const events = (await server.get(`${at}/audit-events?limit=200`)).body.items as {
      action: string;
      data: object;
    }[];
    expect(
      events
        .filter(({ action }) => action.startsWith('calendar_link.'))
        .map(({ action, data }) => [action, data]),
    ).toEqual([['calendar_link.made', {}]]);
  });

  it('is refused beyond ten that work', async () => {
    const { at, person } = await withLink();
    for (let made = 1; made < 10; made += 1)
      await server.post(`${at}/calendar-links`, {}, { key: person.session });
    expect((await server.post(`${at}/calendar-links`, {}, { key: person.session })).status).toBe(400);
  });

  it('is made, shown once and revoked on pages', async () => {
    const { id, person } = await withLink();
    const at = `/organizations/${id}/obligations/calendar-links`;
    const shown = await sendForm(server, at, {}, person.session);
    expect([shown.status, /duecare_calendar_[A-Za-z0-9_-]{43}\.ics/.test(shown.body)]).toEqual([200, true]);
    const list = await pageOf(server, at, person.session);
    expect(list.body).not.toContain('duecare_calendar_');
    const [, revocation = ''] = /action="([^"]+\/revocations)"/.exec(list.body) ?? [];
    expect((await sendForm(server, revocation, {}, person.session)).status).toBe(303);
  });
});
