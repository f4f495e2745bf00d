// Obligations over HTTP: they arise from the records by themselves, are completed once with what shows it, and the list takes one statement however much is on record.
import type { Clock } from '../src/common/clock';
import { largePractice } from '../bench/practices/large-practice';
import {
  agreementBody,
  dataFlowBody,
  evidenceBody,
  logReviewBody,
  obligationCompletionBody,
  obligationSettingBody,
  practiceMeasuresBody,
  serviceBody,
  vendorBody,
} from './factories/records.factory';
import { StatementCount } from './support/statement-count';
import { TestApplication } from './support/test-application';
import { TestPeople } from './support/test-people';

// Late in the evening of the 21st in Chicago: the practice's day is not yet that of UTC.
const CLOCK: Clock = { now: () => new Date('2026-11-22T03:00:00Z') };

const statements = new StatementCount();
let server: TestApplication;
let people: TestPeople;

beforeAll(async () => {
  [server, people] = await Promise.all([TestApplication.start({ clock: CLOCK }), TestPeople.connect()]);
});

afterAll(() => Promise.all([server.close(), people.close()]));

interface Listed {
  id: string;
  obligation: string;
  period: string;
  dueOn: string | null;
  state: string;
  [field: string]: unknown;
}

async function listed(at: string, query = ''): Promise<Listed[]> {
  const answer = await server.get(`${at}/obligations?limit=200${query}`);
  expect(answer.status).toBe(200);
  return answer.body.items as Listed[];
}

/** A practice with a scribe that client data goes to, without an agreement. */
async function practice(): Promise<string> {
  const { at } = await server.newOrganization();
  await server.post(`${at}/vendors`, vendorBody());
  await server.post(`${at}/services`, serviceBody());
  await server.post(`${at}/data-flows`, dataFlowBody());
  await server.post(`${at}/practice-measures`, practiceMeasuresBody());
  return at;
}

const completion = (changes: object = {}) => obligationCompletionBody({ evidence: null, ...changes });

describe('The list of obligations', () => {
  it('is of the practice alone at first, on its own day, and grows with each tool', async () => {
    const { at } = await server.newOrganization();
    const before = await listed(at);
    const analysis = before.find(({ obligation }) => obligation === 'OB-01');
    expect(analysis).toMatchObject({
      id: 'OB-01:practice:first',
      subject: null,
      dueOn: '2027-11-21',
      state: 'upcoming',
      owner: 'security_official',
      legalStatus: 'law_duty_interval_free',
      interval: 'Every year: our suggestion; the rule sets no interval',
      intervalFrom: 'house',
      citation: '45 CFR 164.308(a)(1)(ii)(A); 164.306(e); 164.316(b)(2)(iii)',
      isChecked: true,
    });
    expect(before.some(({ obligation }) => obligation === 'OB-41')).toBe(false);

    await server.post(`${at}/vendors`, vendorBody());
    await server.post(`${at}/services`, serviceBody());
    const after = await listed(at);
    const ids = after.map(({ id }) => id);
    expect(before.filter(({ id }) => !ids.includes(id))).toEqual([]);
    expect(after.find(({ obligation }) => obligation === 'OB-41')).toMatchObject({
      id: 'OB-41:service:northlight-scribe:first',
      subject: { kind: 'service', key: 'northlight-scribe' },
      subjectName: 'Northlight Scribe',
      why: 'Northlight Scribe uses AI',
      dueOn: '2026-12-21',
    });
  });

  it('asks at once for an agreement where client data flows without one, and for no more than that once it is there', async () => {
    const at = await practice();
    const missing = await listed(at, '&obligation=OB-20');
    expect(missing).toMatchObject([{ state: 'due', dueOn: '2026-11-21', shownBy: null }]);
    const made = await server.post(`${at}/agreements`, agreementBody());
    expect(await listed(at, '&obligation=OB-20')).toMatchObject([
      {
        id: missing[0]?.id,
        state: 'done',
        completion: null,
        shownBy: 'an agreement in force that covers it',
      },
    ]);
    expect(await listed(at, '&obligation=OB-30')).toEqual([]);
    await server.patch(made.headers.location as string, 1, { endsOn: '2026-11-20' });
    expect((await listed(at, '&obligation=OB-20'))[0]?.state).toBe('due');
    expect(await listed(at, '&obligation=OB-30')).toMatchObject([
      { dueOn: '2026-12-21', subjectName: 'Business Associate Agreement 2026', state: 'upcoming' },
    ]);
  });

  it('is done by what a register shows and by a sealed assessment, and comes next one interval after', async () => {
    const at = await practice();
    await server.post(`${at}/evidence`, evidenceBody());
    const review = logReviewBody({ doneOn: '2026-11-20', periodEnd: '2026-11-15', incident: null });
    expect((await server.post(`${at}/log-reviews`, review)).status).toBe(201);
    // It was done the day before it was on record here, so by when it was due is not known: it stands last.
    const shownBy = 'a log review on record: What the AI put out and decided';
    expect(await listed(at, '&obligation=OB-41')).toMatchObject([
      { period: '2026-11-20', state: 'upcoming', dueOn: '2026-12-20', shownBy: null },
      { period: 'first', state: 'done', dueOn: null, completion: null, shownBy },
    ]);
    const body = completion({ period: '2026-11-20', doneOn: '2026-11-21' });
    expect((await server.post(`${at}/obligation-completions`, body)).status).toBe(201);
    expect((await listed(at, '&obligation=OB-41')).map(({ period }) => period)).toEqual([
      ...['2026-11-20', '2026-11-21', 'first'],
    ]);
    const assessor = { name: 'Dana Whitfield', role: 'Security official' };
    const { body: drafted, status } = await server.post(`${at}/assessments`, { assessor });
    expect([status, drafted]).toMatchObject([201, { version: 1, asOf: '2026-11-21' }]);
    for (const [step, version] of [
      ['reviews', '"1"'],
      ['seals', '"2"'],
    ] as const) {
      const signing = { ...assessor, statement: 'I have read this assessment.' };
      const headers = { 'if-match': version };
      const stepped = await server.post(`${at}/assessments/${drafted.id as string}/${step}`, signing, {
        headers,
      });
      expect([stepped.status, stepped.body]).toMatchObject([200, {}]);
    }
    expect(await listed(at, '&obligation=OB-01')).toMatchObject([
      { period: '2026-11-21', dueOn: '2027-11-21', state: 'upcoming' },
      { period: 'first', doneOn: '2026-11-21', shownBy: 'an assessment sealed for this date' },
    ]);
  });

  it('is filtered by state, owner and days, and paged in one order', async () => {
    const at = await practice();
    const all = await listed(at);
    expect((await listed(at, '&state=on_event')).every(({ dueOn }) => dueOn === null)).toBe(true);
    const owned = await listed(at, '&owner=clinical_director');
    expect(new Set(owned.map(({ owner }) => owner))).toEqual(new Set(['clinical_director']));
    const december = await listed(at, '&from=2026-12-01&to=2026-12-31');
    expect(december.map(({ id }) => id)).toEqual(
      all
        .filter(({ dueOn }) => dueOn !== null && dueOn >= '2026-12-01' && dueOn <= '2026-12-31')
        .map(({ id }) => id),
    );
    expect(december.length).toBeGreaterThan(3);

    const paged: Listed[] = [];
    for (let cursor = ''; ;) {
      const { body } = await server.get(`${at}/obligations?limit=7${cursor}`);
      paged.push(...(body.items as Listed[]));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor as string}`;
    }
    expect(paged).toEqual(all);
  });

  it.each([
    ['state=later', '/state'],
    ['owner=nobody', '/owner'],
    ['obligation=OB-99', '/obligation'],
    ['from=2026-02-30', '/from'],
    ['from=2026-12-01&to=2026-11-01', '/to'],
    ['cursor=bm9uZQ', '/cursor'],
  ])('refuses %s', async (query, pointer) => {
    const { at } = await server.newOrganization();
    const refused = await server.get(`${at}/obligations?${query}`);
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, pointer]);
  });

  it('takes as many statements for twenty tools as for one', async () => {
    const counts: number[] = [];
    for (const tools of [1, 5, 20]) {
      const { key, at } = await server.newOrganization();
      const { practice: profile, ...records } = largePractice(tools, 1);
      const imported = await server.post(`${at}/dossier/imports`, {
        ...records,
        practice: { ...profile, key },
      });
      expect(imported.status).toBe(200);
      await listed(at); // the key is remembered for a moment
      counts.push(await statements.of(() => listed(at)));
    }
    expect(new Set(counts).size).toBe(1);
  });

  it('is of one practice: another is not found', async () => {
    const at = await practice();
    const { session } = await people.add();
    expect((await server.get(`${at}/obligations`, { key: session })).status).toBe(404);
  });
});

describe('A completion', () => {
  it('ends one time and begins the next from the day on which it was done', async () => {
    const at = await practice();
    const made = await server.post(`${at}/obligation-completions`, completion({ doneOn: '2026-11-21' }));
    expect(made.status).toBe(201);
    expect(await listed(at, '&obligation=OB-41')).toMatchObject([
      { period: '2026-11-21', dueOn: '2026-12-21', state: 'upcoming', completion: null },
      {
        period: 'first',
        dueOn: '2026-12-21',
        state: 'done',
        doneOn: '2026-11-21',
        completion: 'scribe-log-2026-10',
      },
    ]);
  });

  it.each<[string, object, string, string]>([
    ['of a time completed before', { key: 'again' }, '/period', 'completed-twice'],
    [
      'of tomorrow',
      { period: '2026-10-14', doneOn: '2026-11-22', key: 'again' },
      '/doneOn',
      'dated-in-the-future',
    ],
    [
      'about a tool that is not there',
      { subject: { kind: 'service', key: 'nobody' }, key: 'again' },
      '/subject/key',
      'unknown-subject',
    ],
    [
      'of a duty of law without its event',
      { obligation: 'OB-62', subject: null, period: 'once', key: 'again' },
      '/subject',
      'subject-missing',
    ],
    [
      'without anything that shows it',
      { period: '2026-10-14', doneOn: '2026-11-20', proof: null, key: 'again' },
      '/proof',
      'proof-missing',
    ],
    [
      'with evidence that is not on file',
      { period: '2026-10-14', doneOn: '2026-11-20', evidence: 'nothing', key: 'again' },
      '/evidence',
      'unknown-reference',
    ],
    [
      'of an agreement, which shows itself',
      { obligation: 'OB-20', period: 'once', key: 'again' },
      '/obligation',
      'shown-by-records',
    ],
  ])('%s is refused, and nothing is saved', async (_what, changes, pointer, code) => {
    const at = await practice();
    expect((await server.post(`${at}/obligation-completions`, completion())).status).toBe(201);
    const refused = await server.post(`${at}/obligation-completions`, completion(changes));
    expect([refused.status, refused.body.errors[0]]).toMatchObject([422, { pointer, code }]);
    expect((await server.get(`${at}/obligation-completions`)).body.items).toHaveLength(1);
  });

  it('sent twice at the same moment is stored once', async () => {
    const at = await practice();
    const both = await Promise.all(
      ['one', 'other'].map((key) => server.post(`${at}/obligation-completions`, completion({ key }))),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  it('goes out with the dossier and comes in again, and a file moves it to no other obligation', async () => {
    const at = await practice();
    await server.post(`${at}/obligation-completions`, completion());
    await server.post(`${at}/obligation-settings`, obligationSettingBody());
    const { body: dossier } = await server.get(`${at}/dossier`);
    expect(dossier.obligationCompletions).toEqual([
      expect.objectContaining({ key: 'scribe-log-2026-10', period: 'first' }),
    ]);
    expect(dossier.obligationSettings).toEqual([expect.objectContaining({ obligation: 'OB-25', months: 6 })]);
    const again = await server.post(`${at}/dossier/imports`, dossier);
    expect(again.body).toMatchObject({ created: 0, updated: 0 });
    const [first] = dossier.obligationCompletions as object[];
    const moved = { ...dossier, obligationCompletions: [{ ...first, obligation: 'OB-40' }] };
    const refused = await server.post(`${at}/dossier/imports`, moved);
    expect(refused.body.errors).toMatchObject([
      { pointer: '/obligationCompletions/0/obligation', code: 'fixed-field' },
    ]);
  });
});

describe('A setting', () => {
  it('changes the interval of the practice, and says so', async () => {
    const at = await practice();
    expect((await server.post(`${at}/obligation-settings`, obligationSettingBody())).status).toBe(201);
    expect(await listed(at, '&obligation=OB-25')).toMatchObject([
      {
        dueOn: '2027-05-21',
        interval: 'Every 6 months: as the practice decided; no rule sets one',
        intervalFrom: 'practice',
      },
    ]);
  });

  it.each<[string, object, string, string]>([
    ['a deadline of the law', { obligation: 'OB-62' }, '/decision', 'interval-not-changed'],
    [
      'a duty left out',
      { obligation: 'OB-01', decision: 'not_applicable', months: null },
      '/decision',
      'law-not-left-out',
    ],
    ['an interval of no months', { months: null }, '/months', 'months-missing'],
  ])('may not be %s', async (_what, changes, pointer, code) => {
    const { at } = await server.newOrganization();
    const refused = await server.post(`${at}/obligation-settings`, obligationSettingBody(changes));
    expect([refused.status, refused.body.errors[0]]).toMatchObject([422, { pointer, code }]);
  });

  it('is there once for an obligation', async () => {
    const { at } = await server.newOrganization();
    await server.post(`${at}/obligation-settings`, obligationSettingBody());
    const second = await server.post(`${at}/obligation-settings`, obligationSettingBody({ key: 'second' }));
    expect([second.status, second.body.errors[0]]).toMatchObject([
      422,
      { pointer: '/obligation', code: 'set-twice' },
    ]);
  });
});
