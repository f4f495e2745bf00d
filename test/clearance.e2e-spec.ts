// Clearance over the API: permit with its obligations, every reason to deny, several questions at once, and what is never taken.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Client } from 'pg';
import { ClearanceLog } from '../src/clearance/clearance-log';
import { addDays } from '../src/common/calendar-date';
import { practiceBody, serviceBody } from './factories/records.factory';
import { TestApplication } from './support/test-application';
import { testDatabase } from './support/test-database';

const EXAMPLE = parse(readFileSync(join(__dirname, '..', 'examples', 'practice.yaml'), 'utf8')) as {
  practice: object;
};
/** the day of the example */
const DAY = '2026-11-28';

let now = new Date(`${DAY}T18:00:00Z`);
let server: TestApplication;
let at: string;

beforeAll(async () => {
  server = await TestApplication.start({ clock: { now: () => now } });
  ({ at } = await examplePractice());
});

afterEach(() => {
  now = new Date(`${DAY}T18:00:00Z`);
});

afterAll(() => server.close());

async function examplePractice(): Promise<{ id: string; at: string }> {
  const { key } = practiceBody();
  const practice = { ...EXAMPLE.practice, key };
  const made = await server.post('/v1/organizations', practice);
  const address = `/v1/organizations/${made.body.id}`;
  const imported = await server.post(`${address}/dossier/imports`, { ...EXAMPLE, practice });
  expect([imported.status, imported.body]).toEqual([200, imported.body]);
  return { id: made.body.id as string, at: address };
}

interface Changes {
  purpose?: string;
  service?: string;
  context?: object;
}

const question = ({
  purpose = 'record_session',
  service = 'fernhill-scribe',
  context = {},
}: Changes = {}) => ({
  subject: { type: 'clinician', id: 'c-7f3a' },
  action: { name: purpose },
  resource: { type: 'service', id: service },
  context: { dataClasses: ['session_audio'], clientState: 'IL', modality: 'video', ...context },
});

const ask = (changes?: Changes, address = at) =>
  server.post(`${address}/access/v1/evaluation`, question(changes));
const askSeveral = (body: object) => server.post(`${at}/access/v1/evaluations`, body);
const codesOf = ({ body }: { body: any }): string[] => body.context.reasons.map(({ code }: any) => code);
const decisionsOf = ({ body }: { body: any }): boolean[] =>
  body.evaluations.map(({ decision }: any) => decision);

async function asOwner(statement: string, values: unknown[]): Promise<void> {
  const owner = new Client({ connectionString: testDatabase().ownerUrl });
  await owner.connect();
  await owner.query('begin');
  await owner.query('alter table service_score no force row level security');
  await owner.query(statement, values);
  await owner.query('alter table service_score force row level security');
  await owner.query('commit');
  await owner.end();
}

describe('a permit', () => {
  it('tells its reason, three separate consents, what else has to be done, and what it rests on until when', async () => {
    const { status, body } = await ask();
    expect([status, body.decision]).toEqual([200, true]);
    const { reasons, obligations, assessmentBasis, notice } = body.context;
    expect(reasons).toMatchObject([{ code: 'decision-use-with-conditions', kind: 'house', citation: null }]);
    const ids = obligations.map((one: { id: string }) => one.id);
    expect(ids.slice(0, 6)).toEqual([
      'telehealth-consent',
      'ai-consent',
      'recording-consent',
      'least-data',
      'note-review',
      'audio-deletion',
    ]);
    expect(ids).toEqual(expect.arrayContaining(['agreement-stays', 'no-training-setting']));
    const byId = Object.fromEntries(obligations.map((one: { id: string }) => [one.id, one]));
    expect(byId['recording-consent']).toMatchObject({
      basis: 'law',
      citation: '720 ILCS 5/14-1, 5/14-2',
      confidence: 'high',
    });
    expect(byId['ai-consent']).toMatchObject({ basis: 'law', citation: '225 ILCS 155; P.A. 104-0054' });
    expect(byId['telehealth-consent']).toMatchObject({ basis: 'good_practice', citation: null });
    expect(byId['least-data']).toMatchObject({ basis: 'law', citation: '45 CFR 164.502(b), 164.514(d)' });
    expect(byId['audio-deletion']).toMatchObject({ withinDays: 1, dueOn: addDays(DAY, 1) });
    const stored = (await score()).body;
    expect(assessmentBasis).toMatchObject({
      service: 'fernhill-scribe',
      asOf: DAY,
      holdsUntil: stored.holdsUntil,
      modelId: stored.modelId,
      modelVersion: stored.modelVersion,
      latestSealedAssessmentId: null,
    });
    expect(notice).toContain('not legal advice');
  });

  const score = async () => {
    const { items } = (await server.get(`${at}/service-scores?limit=100`)).body;
    return { body: items.find(({ service }: { service: string }) => service === 'fernhill-scribe') };
  };

  it('is the same for the id of the service, and asks no telehealth consent in person', async () => {
    const { id: serviceId } = (await score()).body;
    const context = { modality: 'in_person' };
    const byKey = await ask({ context });
    expect((await ask({ service: serviceId, context })).body).toEqual(byKey.body);
    expect(byKey.body.decision).toBe(true);
    expect(JSON.stringify(byKey.body)).not.toContain('telehealth-consent');
  });

  it('for Part 2 records asks for the terms and the notice; where no AI is, for no consent to it', async () => {
    const { body } = await ask({
      purpose: 'bill',
      service: 'pennyfold-claims',
      context: { dataClasses: ['billing', 'substance_use_records'], modality: 'in_person' },
    });
    const ids = body.context.obligations.map((one: { id: string }) => one.id);
    expect([body.decision, ids.slice(0, 3)]).toEqual([
      true,
      ['least-data', 'part-2-qualified-service-organization', 'part-2-notice'],
    ]);
  });

  it('of a state with a one-party law still asks everyone, as good practice', async () => {
    const { body } = await ask({ context: { clientState: 'WI', clinicianState: 'WI' } });
    const consent = body.context.obligations.find((one: { id: string }) => one.id === 'recording-consent');
    expect([body.decision, consent.basis]).toEqual([true, 'good_practice']);
  });
});

describe('a deny', () => {
  it.each<[string, string[], Changes]>([
    ['an unknown service', ['service-unknown'], { service: 'nobody-knows-it' }],
    [
      'a service that is not to be used',
      ['decision-do-not-use', 'gate-fired'],
      { service: 'cobblemere-recorder' },
    ],
    [
      'a service of which not enough is known',
      ['decision-not-enough-known', 'gate-open'],
      { service: 'hazelmoor-drafts', purpose: 'draft_note', context: { dataClasses: ['progress_notes'] } },
    ],
    ['a purpose that the service does not serve', ['purpose-not-served'], { purpose: 'ask_assistant' }],
    [
      'data that no flow takes',
      ['data-class-not-assessed'],
      { context: { dataClasses: ['session_audio', 'minors'] } },
    ],
    ['a state of clients off the profile', ['client-state-not-assessed'], { context: { clientState: 'CA' } }],
    [
      'a state of clinicians off the profile',
      ['clinician-state-not-assessed'],
      { context: { clinicianState: 'IA' } },
    ],
    [
      'a way of holding sessions off the profile',
      ['modality-not-assessed'],
      { context: { modality: 'phone' } },
    ],
  ])('for %s says %j and lays on nothing', async (_what, codes, changes) => {
    const { status, body } = await ask(changes);
    expect([status, body.decision, body.context.obligations]).toEqual([200, false, []]);
    expect(codesOf({ body })).toEqual(expect.arrayContaining(codes));
    if (codes.length === 1) expect(codesOf({ body })).toEqual(codes);
  });

  it('cites the law of the gates that fired', async () => {
    const { body } = await ask({ service: 'cobblemere-recorder' });
    expect(body.context.reasons).toContainEqual(
      expect.objectContaining({ code: 'gate-fired', kind: 'law', citation: expect.stringMatching(/CFR/) }),
    );
  });

  it('comes on the day after the result held, and not on the last day, by the time zone of the practice', async () => {
    const { holdsUntil } = (await ask()).body.context.assessmentBasis as { holdsUntil: string };
    now = new Date(`${addDays(holdsUntil, 1)}T04:30:00Z`); // still the last day in Chicago
    expect((await ask()).body.decision).toBe(true);
    now = new Date(`${addDays(holdsUntil, 1)}T06:30:00Z`);
    const late = await ask();
    expect([late.body.decision, codesOf(late)]).toEqual([false, ['result-expired']]);
  });

  it('comes from a result of another model', async () => {
    const other = await examplePractice();
    await asOwner(`update service_score set model_version = '0.0.1' where organization_id = $1`, [other.id]);
    const stale = await ask({}, other.at);
    expect([stale.body.decision, codesOf(stale)]).toEqual([false, ['model-not-current']]);
  });

  it('or a permit is about the very service that was asked for, whatever its key reads like', async () => {
    const key = 'null';
    const other = await examplePractice();
    expect(codesOf(await ask({ service: key }, other.at))).toEqual(['service-unknown']);
    const made = await server.post(`${other.at}/services`, serviceBody({ key, vendor: 'fernhill' }));
    expect([made.status, made.body.errors]).toEqual([201, undefined]);
    const { body } = await ask({ service: key }, other.at);
    expect(body.context.assessmentBasis.service).toBe(key);
  });

  it("comes for another organization's service, as for one that is not there", async () => {
    const own = await server.newOrganization();
    expect(codesOf(await ask({}, own.at))).toEqual(['service-unknown']);
  });
});

describe('several questions', () => {
  const { subject, resource, context } = question();
  const permitted = { action: { name: 'record_session' } };
  const refused = { action: { name: 'bill' } };
  const several = (semantic: string | undefined, ...evaluations: object[]) =>
    askSeveral({
      subject,
      resource,
      context,
      evaluations,
      ...(semantic ? { options: { evaluations_semantic: semantic } } : {}),
    });

  it('are all answered in their order, with what they leave out from the top level', async () => {
    const answered = await several(undefined, refused, permitted, {
      ...permitted,
      resource: { type: 'service', id: 'tidebook-scheduler' },
    });
    expect([answered.status, decisionsOf(answered)]).toEqual([200, [false, true, false]]);
    expect(answered.body.evaluations[1]).toEqual((await ask()).body);
  });

  it('stop at the first deny or the first permit when asked to', async () => {
    const order = [permitted, refused, permitted];
    expect(decisionsOf(await several('execute_all', ...order))).toEqual([true, false, true]);
    expect(decisionsOf(await several('deny_on_first_deny', ...order))).toEqual([true, false]);
    expect(decisionsOf(await several('permit_on_first_permit', refused, ...order))).toEqual([false, true]);
  });

  it('are one question without a list', async () => {
    const one = (await ask()).body;
    expect((await askSeveral(question())).body).toEqual(one);
    expect((await askSeveral({ ...question(), evaluations: [] })).body).toEqual(one);
  });

  it('are refused whole when one lacks a part, with where', async () => {
    const { status, body } = await askSeveral({ subject, context, evaluations: [permitted, { resource }] });
    expect([status, body.type]).toEqual([400, '/problems/request-invalid']);
    expect(body.errors.map(({ pointer, code }: any) => [pointer, code])).toEqual([
      ['/evaluations/0/resource', 'missing-field'],
      ['/evaluations/1/action', 'missing-field'],
    ]);
  });
});

describe("a client's identity", () => {
  it.each<[string, object, string]>([
    ['a name in the subject', { subject: { type: 'clinician', id: 'c-1', name: 'Jane' } }, '/subject/name'],
    ['a client beside the question', { client: 'c9' }, '/client'],
    [
      'an MRN in properties',
      { resource: { type: 'service', id: 'x', properties: { mrn: '7' } } },
      '/resource/properties/mrn',
    ],
    [
      'a date of birth deep in the context',
      { context: { clientState: 'IL', a: [{ b: { patient_dob: null } }] } },
      '/context',
    ],
    ['an e-mail as subject', { subject: { type: 'clinician', id: 'dana@example.com' } }, '/subject/id'],
    [
      'an SSN as state',
      { context: { dataClasses: ['minors'], clientState: '123-45-6789' } },
      '/context/clientState',
    ],
    [
      'a telephone number among the classes',
      { context: { dataClasses: ['312-555-0199'] } },
      '/context/dataClasses/0',
    ],
  ])('as %s is refused, pointed at, repeated nowhere and not stored', async (_what, changes, pointer) => {
    const before = await audited();
    for (const body of [
      { ...question(), ...changes },
      { ...question(), evaluations: [{ ...question(), ...changes }] },
    ]) {
      const isBatch = 'evaluations' in body;
      const refused = isBatch
        ? await askSeveral({ evaluations: body.evaluations })
        : await server.post(`${at}/access/v1/evaluation`, body);
      expect([refused.status, refused.body.type]).toEqual([400, '/problems/client-identity-refused']);
      const [fault] = refused.body.errors;
      expect([fault.pointer, fault.code]).toEqual([
        isBatch ? `/evaluations/0${pointer}` : pointer,
        'client-identity',
      ]);
      expect(JSON.stringify(refused.body)).not.toMatch(/Jane|dana|123-45|555-0199/);
    }
    expect(await audited()).toEqual(before);
  });
});

describe('a body that is wrong', () => {
  it.each<[string, object, string, string]>([
    ['an unknown field', { purpose: 'x' }, '/purpose', 'unknown-field'],
    ['properties', { action: { name: 'bill', properties: {} } }, '/action/properties', 'unknown-field'],
    ['an unknown purpose', { action: { name: 'sell_data' } }, '/action/name', 'invalid-field'],
    [
      'another kind of resource',
      { resource: { type: 'document', id: 'x' } },
      '/resource/type',
      'invalid-field',
    ],
    [
      'a subject that is a sentence',
      { subject: { type: 'clinician', id: 'Dr. Dana W' } },
      '/subject/id',
      'invalid-field',
    ],
    ['no data', { context: { dataClasses: [], clientState: 'IL' } }, '/context/dataClasses', 'invalid-field'],
    ['no state', { context: { dataClasses: ['minors'] } }, '/context/clientState', 'missing-field'],
    [
      'a date of its own',
      { context: { ...question().context, date: 'today' } },
      '/context/date',
      'unknown-field',
    ],
    ['no context', { context: null }, '/context', 'missing-field'],
  ])('by %s is refused with where', async (_what, changes, pointer, code) => {
    const refused = await server.post(`${at}/access/v1/evaluation`, { ...question(), ...changes });
    expect([refused.status, refused.body.type]).toEqual([400, '/problems/request-invalid']);
    expect(refused.body.errors[0]).toMatchObject({ pointer, code });
  });

  it('is told apart from one that cannot be read, and from a practice that is not there', async () => {
    const headers = { 'content-type': 'application/json' };
    const unreadable = await server.call('POST', `${at}/access/v1/evaluation`, { headers, body: '{' });
    expect(unreadable.body.type).toBe('/problems/body-unreadable');
    const nowhere = await ask({}, '/v1/organizations/019ab1c2-7d3e-7f00-8000-5a1b2c3d4e5f');
    expect([nowhere.status, nowhere.body.type]).toEqual([404, '/problems/not-found']);
  });
});

async function audited(address = at): Promise<any[]> {
  await server.app.get(ClearanceLog).flush();
  const found: any[] = [];
  let cursor = '';
  do {
    const { body } = await server.get(`${address}/audit-events?limit=100${cursor}`);
    found.push(...body.items.filter(({ action }: { action: string }) => action === 'access.evaluated'));
    cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
  } while (cursor);
  return found;
}

describe('the audit log', () => {
  it('counts decisions by service, purpose, decision and reasons, without who asked for whom', async () => {
    const other = await examplePractice();
    for (let time = 0; time < 3; time += 1) await ask({}, other.at);
    await ask({ context: { clientState: 'CA' } }, other.at);
    await ask({ service: 'nobody-knows-it' }, other.at);
    const events = await audited(other.at);
    const told = events.map(({ subjectKind, data }) => [
      subjectKind,
      data.action,
      data.decision,
      data.reasons,
      data.count,
    ]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['service', 'record_session', 'deny', ['client-state-not-assessed'], 1],
        ['organization', 'record_session', 'deny', ['service-unknown'], 1],
      ]),
    );
    const permits = events.filter(({ data }) => data.decision === 'permit');
    expect(permits.reduce((sum, { data }) => sum + data.count, 0)).toBe(3);
    expect(JSON.stringify(events)).not.toMatch(/c-7f3a|nobody-knows-it|session_audio/);
  });

  it('has everything once the application has stopped', async () => {
    const shortLived = await TestApplication.start({ clock: { now: () => now } });
    const other = await examplePractice();
    await shortLived.post(`${other.at}/access/v1/evaluation`, question());
    await shortLived.close();
    expect((await audited(other.at)).map(({ data }) => data.count)).toEqual([1]);
  });
});
