// Comments on the sections of an assessment: written, answered, resolved and opened again until it is sealed; then they stay as they are. They are no
// part of what is sealed, and go with the practice wherever its records go.
import { v7 as uuidv7 } from 'uuid';
import { practiceBody, dossierBody } from './factories/records.factory';
import { TestApplication, type Reply } from './support/test-application';
import { TestPeople, type TestPerson } from './support/test-people';

const DANA = { name: 'Dana Whitfield', role: 'Security official' };
const SIGNING = { ...DANA, statement: 'I have read it.' };

let server: TestApplication;
let people: TestPeople;
let id: string;
let at: string;
let reviewer: TestPerson;
let owner: TestPerson;

beforeAll(async () => {
  [server, people] = await Promise.all([TestApplication.start(), TestPeople.connect()]);
  const body = practiceBody();
  id = ((await server.post('/v1/organizations', body)).body as { id: string }).id;
  at = `/v1/organizations/${id}`;
  await server.post(`${at}/dossier/imports`, dossierBody(body));
  [reviewer, owner] = [
    await people.add({ name: 'Robin Ellery', secondFactor: true }),
    await people.add({ name: 'Ola Owner', secondFactor: true }),
  ];
  await people.join(reviewer, id, 'consultant');
  await people.join(owner, id, 'owner');
});

afterAll(() => Promise.all([server.close(), people.close()]));

async function drawnUp(): Promise<string> {
  const { body } = await server.post(`${at}/assessments`, { assessor: DANA });
  return `${at}/assessments/${body.id}`;
}

const step = (url: string, name: string, version: number, also: object = {}): Promise<Reply> =>
  server.post(
    `${url}/${name}`,
    { ...SIGNING, ...also },
    { headers: { 'if-match': `"${version}"` }, key: owner.session },
  );

const comment = (url: string, body: object, by = reviewer): Promise<Reply> =>
  server.post(`${url}/comments`, body, { key: by.session });

const open = async (url: string): Promise<number> => (await server.get(url)).body.openComments as number;

it('a comment is written on a section, answered, resolved and opened again; what is open is counted', async () => {
  const url = await drawnUp();
  const made = await comment(url, { section: 'agreements', text: 'Does it cover transcripts?' });
  expect([made.status, made.body]).toEqual([
    201,
    expect.objectContaining({
      ...{ section: 'agreements', service: null, answerTo: null, resolvedAt: null, resolvedBy: null },
      author: { personId: reviewer.id, name: 'Robin Ellery', role: 'consultant' },
    }),
  ]);
  const one = `${url}/comments/${made.body.id}`;
  const answered = await server.post(`${one}/answers`, { text: 'It does.' }, { key: owner.session });
  expect(answered.body).toMatchObject({
    answerTo: made.body.id,
    author: { name: 'Ola Owner', role: 'owner' },
  });
  const again = await server.post(
    `${url}/comments/${answered.body.id}/answers`,
    { text: 'Thanks.' },
    { key: reviewer.session },
  );
  expect(again.body.answerTo).toBe(made.body.id);
  expect(await open(url)).toBe(1);
  const resolved = await server.call('POST', `${one}/resolutions`, { key: owner.session });
  expect(resolved.body).toMatchObject({ resolvedBy: { name: 'Ola Owner' } });
  expect(await open(url)).toBe(0);
  const twice = await server.call('POST', `${one}/resolutions`, { key: reviewer.session });
  expect([twice.status, twice.body]).toEqual([200, resolved.body]);
  expect(
    (await server.call('POST', `${one}/reopenings`, { key: reviewer.session })).body.resolvedAt,
  ).toBeNull();
  expect(await open(url)).toBe(1);
  const { body: list } = await server.get(`${url}/comments`);
  expect(list.items.map(({ text }: { text: string }) => text)).toEqual([
    'Does it cover transcripts?',
    'It does.',
    'Thanks.',
  ]);
  const { body: log } = await server.get(`${at}/audit-events?limit=200`);
  const actions = (log.items as { action: string; data: object }[]).filter(({ data }) => 'comment' in data);
  expect(actions.map(({ action }) => action)).toEqual([
    ...['assessment.commented', 'assessment.comment-answered', 'assessment.comment-answered'],
    ...['assessment.comment-resolved', 'assessment.comment-reopened'],
  ]);
  expect(JSON.stringify(actions)).not.toContain('transcripts');
});

it('a service of the assessment may be meant, and none that is not in it', async () => {
  const url = await drawnUp();
  const named = { section: 'services', service: 'northlight-scribe', text: 'Why conditional?' };
  expect((await comment(url, named)).body.service).toBe('northlight-scribe');
  const unknown = await comment(url, { ...named, service: 'no-such-tool' });
  expect([unknown.status, unknown.body.errors]).toEqual([
    400,
    [expect.objectContaining({ pointer: '/service', code: 'unknown-service' })],
  ]);
  const elsewhere = await comment(url, { ...named, section: 'summary' });
  expect([elsewhere.status, elsewhere.body.errors[0].pointer]).toEqual([400, '/service']);
  expect((await comment(url, { section: 'no-such-section', text: 'x' })).status).toBe(400);
  const phi = await comment(url, { section: 'summary', text: 'She called from (312) 555-0143.' });
  expect([phi.status, phi.body.errors[0].code]).toEqual([422, 'possible-phi']);
});

it('with comments open it is sealed by who names their number, and the log keeps it; after that nothing changes', async () => {
  const url = await drawnUp();
  const first = await comment(url, { section: 'summary', text: 'Please look again.' });
  await comment(url, { section: 'flows', text: 'Is this all?' });
  await step(url, 'reviews', 1);
  const refused = await step(url, 'seals', 2);
  expect([refused.status, refused.body.type, refused.body.errors[0].pointer]).toEqual([
    409,
    '/problems/comments-open',
    '/openComments',
  ]);
  expect((await step(url, 'seals', 2, { openComments: 1 })).status).toBe(409);
  await server.call('POST', `${url}/comments/${first.body.id}/resolutions`, { key: owner.session });
  expect((await step(url, 'seals', 2, { openComments: 1 })).body).toMatchObject({
    status: 'sealed',
    openComments: 1,
  });
  const { body: log } = await server.get(`${at}/audit-events?limit=200`);
  const last = (log.items as { action: string; data: object }[])
    .filter(({ action }) => action === 'assessment.sealed')
    .at(-1);
  expect(last?.data).toMatchObject({ openComments: 1 });
  const { body: document } = await server.get(`${url}/document`);
  expect(JSON.stringify(document)).not.toContain('Please look again.');
  expect((await comment(url, { section: 'summary', text: 'Too late.' })).status).toBe(409);
  const one = `${url}/comments/${first.body.id}`;
  expect((await server.call('POST', `${one}/reopenings`, { key: owner.session })).status).toBe(409);
  expect((await server.post(`${one}/answers`, { text: 'Too late.' }, { key: owner.session })).status).toBe(
    409,
  );
  expect((await server.get(`${url}/comments`)).body.items).toHaveLength(2);
  const change = `update assessment_comment set text = 'Other words.' where id = $1`;
  await expect(people.inOrganization(id, () => people.query(change, [first.body.id]))).rejects.toThrow(
    'never rewritten',
  );
});

it('who may only read writes none, a key never, and another practice finds nothing', async () => {
  const url = await drawnUp();
  const clinician = await people.add({ secondFactor: true });
  await people.join(clinician, id, 'clinician');
  expect((await comment(url, { section: 'summary', text: 'x' }, clinician)).status).toBe(403);
  expect((await server.get(`${url}/comments`, { key: clinician.session })).status).toBe(200);
  const stranger = await people.add({ secondFactor: true });
  expect((await comment(url, { section: 'summary', text: 'x' }, stranger)).status).toBe(404);
  const made = await comment(url, { section: 'summary', text: 'x' });
  const other = await drawnUp();
  expect(
    (await server.call('POST', `${other}/comments/${made.body.id}/resolutions`, { key: owner.session }))
      .status,
  ).toBe(404);
  expect((await server.get(`${at}/assessments/${uuidv7()}/comments`)).status).toBe(404);
});

it('text is taken out of comments, and they go over to the assessment that takes the place of theirs', async () => {
  const url = await drawnUp();
  await step(url, 'reviews', 1, { statement: 'Discussed with Marigold Fennimore.' });
  const made = await comment(url, { section: 'summary', text: 'marigold fennimore asked about this.' });
  const sealedOne = await drawnUp();
  const old = await comment(sealedOne, { section: 'summary', text: 'As Marigold  Fennimore said.' });
  await step(sealedOne, 'reviews', 1);
  await step(sealedOne, 'seals', 2, { openComments: 1 });
  const place = { in: 'comment', comment: made.body.id, pointer: '/text', start: 0, end: 18 };
  const fresh = await people.add();
  await people.join(fresh, id, 'privacy_official');
  const body = { places: [place], reason: 'client_data', by: DANA };
  const wrong = await server.post(
    `${at}/redactions`,
    { ...body, places: [{ ...place, comment: uuidv7() }] },
    { key: fresh.session },
  );
  expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([400, '/places/0/comment']);
  const { status, body: outcome } = await server.post(`${at}/redactions`, body, { key: fresh.session });
  expect([status, outcome.comments.map(({ id: one }: { id: string }) => one)]).toEqual([
    200,
    [made.body.id, old.body.id],
  ]);
  const [{ supersededBy }] = outcome.assessments;
  const { body: moved } = await server.get(`${at}/assessments/${supersededBy}/comments`);
  expect(moved.items).toMatchObject([{ id: made.body.id, text: '[redacted] asked about this.' }]);
  expect((await server.get(`${url}/comments`)).body.items).toEqual([]);
  const { body: kept } = await server.get(`${sealedOne}/comments`);
  expect(kept.items).toMatchObject([{ text: 'As [redacted] said.' }]);
});
