// Reading an agreement clause by clause, and its amendments, by the pages.
import type { Role } from '../../src/permissions/roles';
import { serviceBody, vendorBody } from '../factories/records.factory';
import { getPage, sendForm } from '../support/page-forms';
import { TestApplication, type Reply } from '../support/test-application';
import { TestPeople } from '../support/test-people';

interface StoredAgreement {
  id: string;
  version: number;
  provisions?: { provision: string; verdict: string; reference?: string }[];
  amendments?: Record<string, unknown>[];
}

let server: TestApplication;
let people: TestPeople;
let practice: { id: string; at: string; key: string };
let tool: string;
let agreement: string;
let clauses: string;

beforeAll(async () => {
  [server, people] = await Promise.all([TestApplication.start(), TestPeople.connect()]);
  practice = await server.newOrganization();
  await server.post(`${practice.at}/vendors`, vendorBody());
  const service = await server.post<{ id: string }>(`${practice.at}/services`, serviceBody());
  tool = `/organizations/${practice.id}/services/${service.body.id}`;
  const made = await server.post<{ id: string }>(`${practice.at}/agreements`, {
    ...{ key: 'northlight-baa', vendor: 'northlight-notes', kind: 'business_associate_agreement' },
    ...{ title: 'BAA 2026', services: ['northlight-scribe'], signedOn: '2026-02-15' },
  });
  expect(made.status).toBe(201);
  agreement = made.body.id;
  clauses = `${tool}/agreements/${agreement}/provisions`;
});

afterAll(() => Promise.all([server.close(), people.close()]));

const stored = async (): Promise<StoredAgreement> =>
  (await server.get<StoredAgreement>(`${practice.at}/agreements/${agreement}`)).body;
const see = (path: string, key?: string): Promise<Reply<string>> => getPage(server, path, key ? { key } : {});
const shownOn = (page: Reply<string>): string => /name="shown" value="([^"]*)"/.exec(page.body)?.[1] ?? '';
const verdict = (id: string, said: string, reference = ''): Record<string, string> => ({
  [`provisions/${id}/verdict`]: said,
  [`provisions/${id}/reference`]: reference,
});
const FIRST = 'required_element';

describe('reading clause by clause', () => {
  it('is led to from the page of the tool, and answers nothing for anybody', async () => {
    expect((await see(tool)).body).toMatch(
      new RegExp(`href="${clauses}">Read clause by clause<[^]*?: 0 of 63 read`),
    );
    const overview = await see(clauses);
    expect(overview.status).toBe(200);
    expect(overview.body).toContain(`href="${clauses}/${FIRST}">Start reading`);
    const page = await see(`${clauses}/${FIRST}`);
    expect(page.body.match(/<fieldset/g)).toHaveLength(6);
    expect(page.body).not.toMatch(/ checked/);
    expect(page.body).toContain('The agreement must hold it. Severity if not met: high.');
    expect(page.body).toContain('href="/help/citations/');
  });

  it('tells a permission, a good practice and what is unverified as such', async () => {
    const permissions = (await see(`${clauses}/permission`)).body;
    expect(permissions).toContain('<span>Not granted</span>');
    expect(permissions).not.toContain('<span>It is there</span>');
    const recommended = (await see(`${clauses}/recommended_for_ai?part=1`)).body;
    expect(recommended).toContain(
      'Good practice: HIPAA does not ask for this clause. Severity if not met: critical.',
    );
    expect(recommended).toContain(
      '<strong>Unverified: from knowledge, not checked against a source</strong>',
    );
  });

  it('stores what was found, goes on, and is audited and scored as by the API', async () => {
    const before = await stored();
    const saved = await sendForm(server, `${clauses}/${FIRST}`, {
      ...{ shown: '', then: 'next' },
      ...verdict('BAA-R01', 'present', 'section 2.1'),
      ...verdict('BAA-R03', 'missing'),
    });
    expect(saved).toMatchObject({
      status: 303,
      headers: { location: `${clauses}/${FIRST}?part=2&notice=saved` },
    });
    const now = await stored();
    expect(now.version).toBe(before.version + 1);
    expect(now.provisions).toEqual([
      { provision: 'BAA-R01', verdict: 'present', reference: 'section 2.1' },
      { provision: 'BAA-R03', verdict: 'missing' },
    ]);
    const { items } = (
      await server.get<{ items: { action: string; data: object }[] }>(`${practice.at}/audit-events?limit=200`)
    ).body;
    expect(items.filter(({ action }) => action === 'agreement.updated')).toEqual([
      expect.objectContaining({ data: expect.objectContaining({ fields: ['provisions'] }) as object }),
    ]);
    const overview = (await see(clauses)).body;
    expect(overview).toContain('2 of 18 read</strong>: 1 there, 1 not there');
    expect((await see(tool)).body).toContain('2 of 63 read');
    const again = (await see(`${clauses}/${FIRST}`)).body;
    expect(again.match(/ checked/g)).toHaveLength(2);
    expect(again).toContain('value="section 2.1"');
  });

  it('comes back as it was typed where something is wrong, and nothing is saved', async () => {
    const before = await stored();
    const shown = shownOn(await see(`${clauses}/${FIRST}`));
    const refused = await sendForm(server, `${clauses}/${FIRST}`, {
      ...{ shown, ...verdict('BAA-R01', 'weak', 'section 2.1'), ...verdict('BAA-R03', 'missing') },
      ...verdict('BAA-R04', '', 'section 9'),
    });
    expect(refused.status).toBe(400);
    expect(refused.body).toContain('<a href="#provisions/BAA-R04/verdict">');
    expect(refused.body).toContain('value="section 9"');
    expect(refused.body).toMatch(/name="provisions\/BAA-R01\/verdict" value="weak" checked/);
    const long = { shown, ...verdict('BAA-R04', 'present', 'x'.repeat(301)) };
    const tooLong = await sendForm(server, `${clauses}/${FIRST}`, long);
    expect(tooLong.status).toBe(400);
    expect(tooLong.body).toContain('<a href="#provisions/BAA-R04/reference">');
    expect(await stored()).toEqual(before);
  });

  it('asks whether text that looks like a client’s is none', async () => {
    const fields = { shown: '', ...verdict('BAA-D01', 'present', 'for somebody born 1984-03-02') };
    const asked = await sendForm(server, `${clauses}/duty_by_rule`, fields);
    expect(asked.status).toBe(422);
    expect(asked.body).toContain('name="text-confirmed"');
    const sent = await sendForm(server, `${clauses}/duty_by_rule`, { ...fields, 'text-confirmed': 'yes' });
    expect(sent.status).toBe(303);
  });

  it('lets two people read at a time: other pages are kept, the same clause is shown to the second', async () => {
    const shown = shownOn(await see(`${clauses}/${FIRST}`));
    const pages = [`${clauses}/permission`, `${clauses}/recommended_for_ai`];
    const ids = ['BAA-P01', 'BAA-A01'];
    const both = await Promise.all(
      pages.map((page, index) =>
        sendForm(server, page, { shown: '', ...verdict(ids[index] ?? '', 'missing') }),
      ),
    );
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    const first = { shown, ...verdict('BAA-R01', 'weak', 'section 2.1'), ...verdict('BAA-R03', 'missing') };
    expect((await sendForm(server, `${clauses}/${FIRST}`, first)).status).toBe(303);
    const second = { ...first, ...verdict('BAA-R01', 'contradicted', 'section 2.1') };
    const late = await sendForm(server, `${clauses}/${FIRST}`, second);
    expect(late.status).toBe(412);
    expect(late.body).toContain('<dd>There, but weak (section 2.1)</dd>');
    expect(late.body).toMatch(/name="provisions\/BAA-R01\/verdict" value="contradicted" checked/);
    const again = await sendForm(server, `${clauses}/${FIRST}`, { ...second, shown: shownOn(late) });
    expect(again.status).toBe(303);
    const { provisions } = await stored();
    const said = Object.fromEntries((provisions ?? []).map((one) => [one.provision, one.verdict]));
    expect(said).toEqual({
      ...{ 'BAA-R01': 'contradicted', 'BAA-R03': 'missing', 'BAA-D01': 'present' },
      ...{ 'BAA-P01': 'missing', 'BAA-A01': 'missing' },
    });
  });

  it('takes back what was read', async () => {
    const shown = shownOn(await see(`${clauses}/duty_by_rule`));
    await sendForm(server, `${clauses}/duty_by_rule`, { shown, ...verdict('BAA-D01', 'not_read') });
    expect((await stored()).provisions?.map(({ provision }) => provision)).not.toContain('BAA-D01');
  });
});

describe('amendments', () => {
  const at = (): string => `${tool}/agreements/${agreement}/amendments`;
  const typed = {
    ...{ title: 'First Amendment', signedOn: '2026-06-01', endsOn: '', breachNoticeHours: '24' },
    ...{ addsServices: '', removesServices: '' },
    ...{ 'provisions/0/provision': 'BAA-R01', 'provisions/0/verdict': 'present' },
  };

  it('are added with a key of their own, listed, and told beside the clauses that they change', async () => {
    expect((await see(`${at()}/new`)).body).not.toMatch(/ checked| selected/);
    const added = await sendForm(server, at(), typed);
    expect(added).toMatchObject({ status: 303, headers: { location: `${tool}?notice=added` } });
    expect((await stored()).amendments).toEqual([
      {
        ...{
          key: 'first-amendment',
          title: 'First Amendment',
          signedOn: '2026-06-01',
          breachNoticeHours: 24,
        },
        provisions: [{ provision: 'BAA-R01', verdict: 'present' }],
      },
    ]);
    const page = (await see(tool)).body;
    expect(page).toContain('Signed Jun 1, 2026; breach notice within 24 hours; changes 1 clause');
    expect((await see(clauses)).body).toContain('First Amendment, from Jun 1, 2026: It is there');
  });

  it('come back as typed, and show both versions to the second of two', async () => {
    const edit = `${at()}/first-amendment`;
    const { version } = await stored();
    const wrong = { ...typed, version: String(version), 'provisions/2/provision': 'BAA-R02' };
    const refused = await sendForm(server, edit, wrong);
    expect(refused.status).toBe(400);
    expect(refused.body).toContain('href="#provisions/2/verdict"');
    const changed = { ...typed, version: String(version) };
    expect((await sendForm(server, edit, { ...changed, breachNoticeHours: '48' })).status).toBe(303);
    const late = await sendForm(server, edit, { ...changed, breachNoticeHours: '72' });
    expect(late.status).toBe(412);
    expect(late.body).toContain('<dd>48</dd>');
    expect(late.body).toContain('value="72"');
    const twice = {
      ...changed,
      version: String(version + 1),
      ...{ 'provisions/1/provision': 'BAA-R01', 'provisions/1/verdict': 'weak' },
    };
    const repeated = await sendForm(server, edit, twice);
    expect(repeated.status).toBe(422);
    expect(repeated.body).toContain('href="#provisions/1/provision"');
  });
});

describe('who may', () => {
  it('shows the clauses to a role that only reads, and takes nothing from it', async () => {
    const auditor = await people.add({ secondFactor: true });
    await people.join(auditor, practice.id, 'auditor' satisfies Role);
    const page = await see(`${clauses}/${FIRST}`, auditor.session);
    expect(page.status).toBe(200);
    expect(page.body).not.toContain('<fieldset');
    expect(page.body).toContain('<strong>Taken back by another term</strong>');
    const key = { key: auditor.session };
    expect((await sendForm(server, `${clauses}/${FIRST}`, { shown: '' }, key)).status).toBe(403);
    expect((await see(`${tool}/agreements/${agreement}/amendments/new`, auditor.session)).status).toBe(403);
  });

  it('finds nothing of another practice, no page that is none, and no agreement with another vendor', async () => {
    const stranger = await people.add({ secondFactor: true });
    expect((await see(clauses, stranger.session)).status).toBe(404);
    expect((await see(`${clauses}/${FIRST}?part=9`)).status).toBe(404);
    await server.post(`${practice.at}/vendors`, { ...vendorBody(), key: 'other-vendor', name: 'Other' });
    const { body } = await server.post<{ id: string }>(`${practice.at}/services`, {
      ...{
        key: 'other-tool',
        vendor: 'other-vendor',
        name: 'Other',
        functions: ['scheduling'],
        usesAi: false,
      },
    });
    const elsewhere = `/organizations/${practice.id}/services/${body.id}/agreements/${agreement}`;
    expect((await see(`${elsewhere}/provisions`)).status).toBe(404);
    expect((await see(`${elsewhere}/amendments/new`)).status).toBe(404);
  });
});
