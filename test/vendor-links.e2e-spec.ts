// Links by which vendors answer: sent, mailed, listed, revoked; what they are good for and until when; what of it is stored and told.
import { FilesService } from '../src/files/files.service';
import { askVendor, questionsOf, sendLink, type AskedVendor } from './support/asked-vendor';
import { TestApplication } from './support/test-application';
import { TestPeople } from './support/test-people';
import { VendorVisitor } from './support/vendor-visitor';

const DAY = 86_400_000;
let now = new Date('2026-11-20T15:00:00Z');
let server: TestApplication;
let people: TestPeople;
let asked: AskedVendor;

beforeAll(async () => {
  const clock = { now: () => now };
  [server, people] = await Promise.all([TestApplication.start({ clock }), TestPeople.connect()]);
});

afterAll(() => Promise.all([server.close(), people.close()]));

beforeEach(async () => {
  now = new Date();
  asked = await askVendor(server);
});

const PAGES = '/vendor-questionnaire';
const BY = { name: 'Robin Achterberg', role: 'Head of security', email: 'robin@northlight.example' };

async function begunBy(link: string): Promise<VendorVisitor> {
  const vendor = new VendorVisitor(server);
  await vendor.begin(link);
  return vendor;
}

describe('sending', () => {
  it('gives the link once; listed is all but the link, and only its digest is stored', async () => {
    const sent = await sendLink(server, asked);
    expect([sent.status, sent.body.delivery]).toEqual([201, 'not_mailed']);
    const token = new URL(sent.body.link as string).searchParams.get('token') ?? '';
    expect(token).toMatch(/^duecare_vendor_link_[A-Za-z0-9_-]{43}$/);
    const { body } = await server.get(`${asked.questionnaire}/vendor-links`);
    expect(body.items).toMatchObject([{ id: sent.body.id, email: null, begunAt: null, answered: 0 }]);
    expect(JSON.stringify(body)).not.toContain('duecare_vendor');
    const tables = await people.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    );
    for (const { name } of tables)
      expect([
        name,
        await people.query(`select 1 from ${name} t where t::text like $1`, [`%${token}%`]),
      ]).toEqual([name, []]);
  });

  it('mails it where there is an address, and takes the mail back with the link', async () => {
    const sent = await sendLink(server, asked, { email: 'Robin@Northlight.example', validDays: 3 });
    expect(sent.body).toMatchObject({ delivery: 'sent', email: 'robin@northlight.example' });
    expect(server.mail.tokenTo('robin@northlight.example')).not.toBe('');
    expect((await server.call('DELETE', `${asked.questionnaire}/vendor-links/${sent.body.id}`)).status).toBe(
      204,
    );
    expect(server.mail.tokenTo('robin@northlight.example')).toBe('');
  });

  it('is refused for days out of range, what is no address, and a questionnaire that asks no vendor', async () => {
    for (const body of [{ validDays: 0 }, { validDays: 61 }, { validDays: 5, email: 'nobody' }, {}])
      expect((await sendLink(server, asked, body)).status).toBe(400);
    const own = await server.post(`${asked.at}/questionnaires`, { key: 'own', about: 'practice' });
    const links = `${asked.at}/questionnaires/${own.body.id}/vendor-links`;
    expect(await server.post(links, { validDays: 5 })).toMatchObject({
      status: 409,
      body: { type: '/problems/nothing-for-vendor' },
    });
  });

  it('of another practice is not found, nor its links', async () => {
    const sent = await sendLink(server, asked);
    const other = await askVendor(server);
    const links = `${other.at}/questionnaires/${asked.questionnaireId}/vendor-links`;
    expect((await server.get(links)).status).toBe(404);
    expect((await server.post(links, { validDays: 5 })).status).toBe(404);
    expect((await server.call('DELETE', `${other.questionnaire}/vendor-links/${sent.body.id}`)).status).toBe(
      404,
    );
    expect((await (await begunBy(sent.body.link)).see(PAGES)).status).toBe(200);
  });
});

it('takes documents for the practice to look at; a page that is older than one leaves it where it is', async () => {
  const vendor = await begunBy((await sendLink(server, asked)).body.link);
  const at = `${PAGES}/documents/data-use-explained`;
  for (const title of ['Security overview', 'Terms']) {
    const file = { name: 'a.txt', type: 'text/plain', bytes: Buffer.from(`How we keep data: ${title}`) };
    const sent = await vendor.upload(at, { title, issuedOn: '2026-03-02' }, file);
    expect([sent.status, sent.location]).toEqual([303, `${PAGES}/groups/data-use?notice=added`]);
  }
  await vendor.send(`${at}/choices`, { shown: 'vendor-security-overview' }); // made before the terms came
  const choice = /value="([^"]+)"( checked)?> <span>/g;
  expect([...(await vendor.see(at)).body.matchAll(choice)].map(([, key, on]) => [key, Boolean(on)])).toEqual([
    ['vendor-security-overview', false],
    ['vendor-terms', true],
  ]);
  await vendor.send(`${PAGES}/groups/data-use`, { 'answers/data-use-explained/value': 'yes' });
  await vendor.send(`${PAGES}/submission`, { ...BY, openCountsAsUnknown: 'true' });
  const [answered] = (await questionsOf(server, asked)).filter(({ answer }) => answer);
  expect(answered?.answer).toMatchObject({ basis: 'stated', evidenceKeys: ['vendor-terms'] });
  expect((await server.get(`${asked.at}/evidence`)).body.items).toMatchObject(
    ['vendor-security-overview', 'vendor-terms'].map((key) => ({
      ...{
        key,
        source: 'vendor',
        reference: expect.stringContaining('nobody has looked at it yet') as string,
      },
    })),
  );
});

it.each([
  ['is on its way keeps nothing of it', true],
  ['has just come makes no evidence of it', false],
])('that ends while a document %s', async (_what, isOnItsWay) => {
  const sent = await sendLink(server, asked);
  const vendor = await begunBy(sent.body.link);
  const files = server.app.get(FilesService, { strict: false });
  const receive = files.receive.bind(files);
  const revoke = () => server.call('DELETE', `${asked.questionnaire}/vendor-links/${sent.body.id}`);
  const spied = jest.spyOn(files, 'receive').mockImplementationOnce(async (...given) => {
    if (isOnItsWay) await revoke();
    const kept = await receive(...given);
    await revoke();
    return kept;
  });
  const file = { name: 'overview.txt', type: 'text/plain', bytes: Buffer.from('How we keep data') };
  const said = { title: 'Security overview', issuedOn: '2026-03-02' };
  const answer = await vendor.upload(`${PAGES}/documents/data-use-explained`, said, file);
  spied.mockRestore();
  expect([answer.status, answer.location]).toEqual([303, '/vendor-link/unusable']);
  expect((await server.get(`${asked.at}/evidence`)).body.items).toEqual([]);
  expect((await server.get(`${asked.at}/files`)).body.items).toHaveLength(isOnItsWay ? 0 : 1);
});

describe('a link', () => {
  it('changes nothing when it is opened, however often; beginning swaps it for a cookie of its own path', async () => {
    const sent = await sendLink(server, asked);
    const link = new URL(sent.body.link as string);
    const vendor = new VendorVisitor(server);
    for (let opened = 0; opened < 3; opened += 1) {
      const page = await vendor.see(`${link.pathname}${link.search}`);
      expect([page.status, page.cookie]).toEqual([200, '']);
      expect(page.body).toContain('Northlight Scribe');
    }
    expect((await server.get(`${asked.questionnaire}/vendor-links`)).body.items[0].begunAt).toBeNull();
    const begun = await vendor.begin(sent.body.link);
    expect(begun).toMatchObject({ status: 303, location: PAGES });
    expect(begun.cookie).toMatch(
      /^duecare_vendor=duecare_vendor_session_\S+; .*Path=\/vendor-questionnaire;.*HttpOnly;.*SameSite=Strict/i,
    );
    expect((await vendor.see(PAGES)).body).not.toContain('duecare_vendor_link_');
  });

  it.each(['expired', 'revoked', 'altered', 'withdrawn', 'closed'])(
    'that is %s opens nothing, in a browser that had begun too',
    async (end) => {
      const sent = await sendLink(server, asked);
      const vendor = await begunBy(sent.body.link);
      let { link } = sent.body as { link: string };
      if (end === 'expired') now = new Date(now.getTime() + 14 * DAY + 1000);
      if (end === 'revoked')
        await server.call('DELETE', `${asked.questionnaire}/vendor-links/${sent.body.id}`);
      if (end === 'altered') link = `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`;
      if (end === 'withdrawn')
        await server.post(
          `${asked.questionnaire}/withdrawals`,
          { name: 'Dana', role: 'Owner', reason: 'Wrong plan' },
          { headers: { 'if-match': '"1"' } },
        );
      if (end === 'closed')
        await people.inOrganization(asked.id, () =>
          people.query(
            `update organization set closed_at = now(), closed_because = 'opened_by_mistake', erase_on = current_date + 60 where organization_id = $1`,
            [asked.id],
          ),
        );
      const { pathname, search } = new URL(link);
      const opened = await vendor.see(`${pathname}${search}`);
      expect([opened.status, opened.body.includes('Northlight')]).toEqual([410, false]);
      expect(opened.body).toContain('ask the practice');
      const begun = await new VendorVisitor(server).begin(link);
      expect([begun.status, begun.cookie]).toEqual([410, '']);
      if (end === 'altered')
        vendor.cookie = `${vendor.cookie.slice(0, -1)}${vendor.cookie.endsWith('A') ? 'B' : 'A'}`;
      expect(await vendor.see(PAGES)).toMatchObject({ status: 303, location: '/vendor-link/unusable' });
      const saved = await vendor.send(`${PAGES}/groups/data-use`, {
        'answers/data-use-explained/value': 'yes',
      });
      expect(saved).toMatchObject({ status: 303, location: '/vendor-link/unusable' });
    },
  );

  it('is good for one submission: the answers stand in the questionnaire then, as the word of who gave them', async () => {
    const sent = await sendLink(server, asked);
    const vendor = await begunBy(sent.body.link);
    const answer = {
      then: 'later',
      'answers/data-use-explained/value': 'yes',
      'answers/data-use-explained/note': 'See our terms',
      'answers/training-disclosed/value': 'unknown',
    };
    expect((await vendor.send(`${PAGES}/groups/data-use`, answer)).status).toBe(303);
    expect((await questionsOf(server, asked)).filter((one) => one.answer)).toEqual([]);
    const submitted = await vendor.send(`${PAGES}/submission`, { ...BY, openCountsAsUnknown: 'true' });
    expect(submitted).toMatchObject({ status: 303, location: '/vendor-link/thanks' });
    const answers = new Map((await questionsOf(server, asked)).map((one) => [one.id, one.answer]));
    expect(answers.get('data-use-explained')).toMatchObject({
      value: 'yes',
      basis: 'stated',
      answeredBy: 'Robin Achterberg, Head of security',
      note: 'See our terms',
    });
    expect(answers.get('training-disclosed')).toMatchObject({ value: 'unknown', basis: null });
    const { pathname, search } = new URL(sent.body.link as string);
    expect((await vendor.see(`${pathname}${search}`)).status).toBe(410);
    expect(await vendor.see(PAGES)).toMatchObject({ location: '/vendor-link/unusable' });
    expect(await vendor.send(`${PAGES}/submission`, BY)).toMatchObject({ location: '/vendor-link/unusable' });
    const listed = await server.get(`${asked.questionnaire}/vendor-links`);
    expect(listed.body.items[0]).toMatchObject({ submittedBy: BY, answered: 2 });
  });

  it('does not put a word in the place of what the practice has seen itself', async () => {
    const seen = { question: 'data-use-explained', value: 'no', basis: 'observed' };
    const told = { question: 'training-disclosed', value: 'no', basis: 'stated' };
    await server.patch(`${asked.questionnaire}/answers`, 1, { answers: [seen, told] });
    const vendor = await begunBy((await sendLink(server, asked)).body.link);
    const page = await vendor.see(`${PAGES}/groups/data-use`);
    expect(page.body).not.toMatch(/value="no" checked/); // what the practice noted is not the vendor's to read
    const answer = { 'answers/data-use-explained/value': 'yes', 'answers/training-disclosed/value': 'yes' };
    await vendor.send(`${PAGES}/groups/data-use`, answer);
    await vendor.send(`${PAGES}/submission`, { ...BY, openCountsAsUnknown: 'true' });
    const answers = new Map((await questionsOf(server, asked)).map((one) => [one.id, one.answer]));
    expect(answers.get('data-use-explained')).toMatchObject({ value: 'no', basis: 'observed' });
    expect(answers.get('training-disclosed')).toMatchObject({ value: 'yes', basis: 'stated' });
  });

  it('keeps what each of two browsers says on the same page, as they fill it in at a time', async () => {
    const { link } = (await sendLink(server, asked)).body;
    const [one, other] = [await begunBy(link), await begunBy(link)];
    const group = `${PAGES}/groups/data-use`;
    await other.send(group, { 'answers/training-disclosed/value': 'no' });
    const typed = { 'answers/data-use-explained/value': 'yes' }; // shown before the other answered
    const kept = await one.send(`${group}/saves`, { ...typed, shown: '' });
    const shown = /name="shown" value="([^"]*)"/.exec(kept.body)?.[1] ?? '';
    expect(shown).toMatch(/^data-use-explained:\w+$/);
    await one.send(group, { ...typed, shown, then: 'later' });
    expect((await server.get(`${asked.questionnaire}/vendor-links`)).body.items[0].answered).toBe(2);
  });

  it('in a browser that began by another since takes nothing from its pages that are still open', async () => {
    const vendor = await begunBy((await sendLink(server, asked)).body.link);
    const forms = async (): Promise<string[]> => {
      const pages = ['groups/data-use', 'documents/data-use-explained', 'workbook', 'submission'];
      const shown = await Promise.all(pages.map((page) => vendor.see(`${PAGES}/${page}`)));
      return shown.flatMap(({ body }) =>
        [...body.matchAll(/(?:action|hx-post)="([^"]+)"/g)].map(([, to = '']) =>
          to.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='),
        ),
      );
    };
    const open = (await forms()).filter((to) => to.startsWith(PAGES));
    expect(open.length).toBeGreaterThanOrEqual(5);
    const other = await askVendor(server);
    await vendor.begin((await sendLink(server, other)).body.link);
    const said = { ...BY, openCountsAsUnknown: 'true', 'answers/data-use-explained/value': 'yes' };
    for (const to of open)
      expect([to, (await vendor.send(to, said)).location]).toEqual([to, '/vendor-link/unusable']);
    for (const { questionnaire } of [asked, other])
      expect((await server.get(`${questionnaire}/vendor-links`)).body.items).toMatchObject([
        { answered: 0, submittedAt: null },
      ]);
    const [own = ''] = await forms();
    expect((await vendor.send(own, { ...said, then: 'later' })).status).toBe(303);
    expect((await server.get(`${other.questionnaire}/vendor-links`)).body.items[0].answered).toBe(1);
  });

  it('submitted twice at a time is taken once', async () => {
    const vendor = await begunBy((await sendLink(server, asked)).body.link);
    const twice = await Promise.all(
      [1, 2].map(() => vendor.send(`${PAGES}/submission`, { ...BY, openCountsAsUnknown: 'true' })),
    );
    expect(twice.map(({ location }) => location).sort()).toEqual([
      '/vendor-link/thanks',
      '/vendor-link/unusable',
    ]);
  });

  it('leaves its lines in the audit log, each with the link as who did it and nothing of what was said', async () => {
    const sent = await sendLink(server, asked);
    const vendor = await begunBy(sent.body.link);
    await vendor.send(`${PAGES}/groups/data-use`, {
      'answers/data-use-explained/value': 'yes',
      'answers/data-use-explained/note': 'Whispered',
    });
    await vendor.send(`${PAGES}/submission`, { ...BY, openCountsAsUnknown: 'true' });
    const { body } = await server.get(`${asked.at}/audit-events?limit=200`);
    const events = (body.items as { actorKind: string; actorId: string; action: string }[]).filter(
      ({ actorKind }) => actorKind === 'vendor_link',
    );
    expect(events.map(({ action }) => action).sort()).toEqual([
      'questionnaire.answered',
      'vendor_link.answered',
      'vendor_link.begun',
      'vendor_link.submitted',
    ]);
    expect(new Set(events.map(({ actorId }) => actorId))).toEqual(new Set([sent.body.id]));
    expect(JSON.stringify(body)).not.toMatch(/Whispered|Achterberg/);
    expect((await server.get(`${asked.at}/audit-log/verification`)).body).toMatchObject({});
  });

  it('stays as it was submitted, for the owner of the database too', async () => {
    const sent = await sendLink(server, asked);
    const vendor = await begunBy(sent.body.link);
    await vendor.send(`${PAGES}/submission`, { ...BY, openCountsAsUnknown: 'true' });
    const change = people.inOrganization(asked.id, () =>
      people.query(`update vendor_link set answers = '{"x": {}}' where id = $1`, [sent.body.id]),
    );
    await expect(change).rejects.toThrow('stays as it is');
    await people.query('rollback');
  });
});

it('takes a form from our own pages alone, with the cookie of a link too', async () => {
  const vendor = await begunBy((await sendLink(server, asked)).body.link);
  const headers = {
    cookie: vendor.cookie,
    'content-type': 'multipart/form-data; boundary=x',
    origin: 'https://elsewhere.example',
  };
  const foreign = await server.app.inject({
    method: 'POST',
    url: `${PAGES}/workbook`,
    headers,
    payload: '--x--',
  });
  expect(foreign.json()).toMatchObject({ type: '/problems/cross-site-request' });
});
