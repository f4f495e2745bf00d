// A questionnaire from its issue to its end, over HTTP: what is asked, answered in pieces, frozen, reviewed, superseded, and what bad input meets.
import { loadCatalogs } from '../src/catalogs/load-catalogs';
import type { Question } from '../src/assessments/scoring/questionnaire-catalog';
import {
  dataFlowBody,
  dossierBody,
  serviceBody,
  soc2ReportBody,
  vendorBody,
} from './factories/records.factory';
import { TestApplication, type Reply } from './support/test-application';

let server: TestApplication;
const catalog = loadCatalogs().questionnaire;
const byId = new Map<string, Question>(catalog.questions.map((question) => [question.id, question]));

beforeAll(async () => {
  server = await TestApplication.start();
});

afterAll(() => server.close());

const ROBIN = { name: 'Robin Achterberg', role: 'Head of security' };
const DANA = { name: 'Dana Whitfield', role: 'Security official' };
const SCRIBE = serviceBody().key;

/** What only a service with AI has. */
const WITHOUT_AI = { modelProviders: null, modelVersions: null };

interface Issued {
  at: string;
  url: string;
  asked: string[];
}

async function practice(): Promise<string> {
  const { at } = await server.newOrganization();
  await server.post(`${at}/vendors`, vendorBody());
  await server.post(`${at}/services`, serviceBody());
  await server.post(`${at}/data-flows`, dataFlowBody());
  return at;
}

const issue = (at: string, changes: object = {}) =>
  server.post(`${at}/questionnaires`, { key: 'scribe-2026', about: 'service', service: SCRIBE, ...changes });

async function issued(): Promise<Issued> {
  const at = await practice();
  const made = await issue(at);
  expect([made.status, made.body.state]).toEqual([201, 'issued']);
  const url = made.headers.location as string;
  return { at, url, asked: askedIn(await server.get(url)) };
}

interface Shown {
  id: string;
  status: string;
  answer: Record<string, unknown> | null;
}

const shownIn = ({ body }: Reply) =>
  (body.groups as { questions: Shown[] }[]).flatMap(({ questions }) => questions);
const askedIn = (view: Reply) => shownIn(view).map(({ id }) => id);

const etag = (version: number) => ({ headers: { 'if-match': `"${version}"` } });
const put = (url: string, question: string, version: number, body: object) =>
  server.call('PUT', `${url}/answers/${question}`, { ...etag(version), body });
const act = (url: string, noun: string, version: number, body: object) =>
  server.post(`${url}/${noun}`, body, etag(version));

/** The best answer that a question takes. */
function goodAnswer(id: string) {
  const question = byId.get(id) as Question;
  const value = {
    yes_no: 'yes',
    choice: 'options' in question ? question.options[0]?.value : null,
    choices: 'options' in question ? [question.options[0]?.value] : null,
    number: 'number' in question ? question.number.minimum : null,
    date: '2026-01-15',
    text: 'As the policy says.',
  }[question.answerType];
  return { question: id, value, basis: 'documented', evidence: 'Policy, page 3', answeredOn: '2026-10-01' };
}

async function submitted(changes: object = {}): Promise<Issued> {
  const made = await issued();
  await server.patch(`${made.url}/answers`, 1, { answers: made.asked.map(goodAnswer) });
  const done = await act(made.url, 'submissions', 2, { ...ROBIN, ...changes });
  expect([done.status, done.body.state]).toEqual([200, 'submitted']);
  return made;
}

const ofType = (asked: string[], type: Question['answerType']) =>
  asked.find((id) => byId.get(id)?.answerType === type) as string;

describe('issuing', () => {
  it('a recorder is asked about recording, a scheduler is not, and its questionnaire is shorter', async () => {
    const { at, asked } = await issued();
    await server.post(
      `${at}/services`,
      serviceBody({ key: 'scheduler', functions: ['scheduling'], usesAi: false, ...WITHOUT_AI }),
    );
    const flow = {
      key: 'times',
      service: 'scheduler',
      dataClasses: ['contact_and_appointment'],
      retentionDays: 365,
    };
    await server.post(`${at}/data-flows`, dataFlowBody(flow));
    const made = await issue(at, { key: 'scheduler-2026', service: 'scheduler' });
    const ofScheduler = askedIn(await server.get(made.headers.location as string));
    expect(asked).toContain('recording-noticed');
    expect(ofScheduler).not.toContain('recording-noticed');
    expect(ofScheduler.length).toBeLessThan(asked.length);
    expect(ofScheduler.length).toBeGreaterThan(0);
  });

  it('the practice is asked about itself, without a service', async () => {
    const at = await practice();
    const made = await issue(at, { key: 'ourselves', about: 'practice', service: null });
    const asked = askedIn(await server.get(made.headers.location as string));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.every((id) => byId.get(id)?.about === 'practice')).toBe(true);
  });

  it('every question is shown as asked, in groups, with help, and nothing is answered yet', async () => {
    const { url, asked } = await issued();
    const view = await server.get(url);
    expect(view.body.progress).toMatchObject({ asked: asked.length, answered: 0, open: asked.length });
    expect(view.body.progress.minutesLeft).toBeGreaterThanOrEqual(asked.length);
    expect(view.body.nextQuestion).toBe(asked[0]);
    const [first] = shownIn(view) as unknown as { question: string; why: string; status: string }[];
    const inCatalog = byId.get(asked[0] as string);
    expect(first).toMatchObject({
      question: inCatalog?.question,
      why: inCatalog?.why,
      status: 'open',
      answer: null,
    });
  });

  it('a second one on the same subject waits until the first is submitted or withdrawn', async () => {
    const { at } = await issued();
    const refused = await issue(at, { key: 'another' });
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/questionnaire-open']);
    expect((await server.get(`${at}/questionnaires`)).body.items).toHaveLength(1);
  });

  it.each([
    [{ service: 'nobody' }, 'unknown-service'],
    [{ service: null }, 'service-missing'],
    [{ about: 'practice' }, 'service-not-expected'],
  ])('about nothing that is there (%j) is refused', async (changes, code) => {
    const at = await practice();
    const refused = await issue(at, changes);
    expect([refused.status, refused.body.type, refused.body.errors[0].code]).toEqual([
      422,
      '/problems/records-incoherent',
      code,
    ]);
  });

  it('a key is used once', async () => {
    const { at, url } = await issued();
    await act(url, 'withdrawals', 1, { ...DANA, reason: 'Wrong plan.' });
    const refused = await issue(at);
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/key-taken']);
  });
});

describe('answering in pieces', () => {
  it('one by one and several at once; null takes an answer out; each step gives the new version', async () => {
    const { url, asked } = await issued();
    const [first, second, third] = asked as [string, string, string];
    const { question: _question, ...body } = goodAnswer(first);
    const one = await put(url, first, 1, body);
    expect([one.status, one.headers.etag, one.body.progress.answered]).toEqual([200, '"2"', 1]);
    expect(one.body.nextQuestion).toBe(second);
    const several = await server.patch(`${url}/answers`, 2, {
      answers: [goodAnswer(second), { question: third, value: 'unknown' }],
    });
    expect(several.body.progress).toMatchObject({ answered: 3, unknown: 1, open: asked.length - 3 });
    const cleared = await server.patch(`${url}/answers`, 3, { answers: [{ question: first, value: null }] });
    expect(cleared.body.progress).toMatchObject({ answered: 2 });
    const deleted = await server.call('DELETE', `${url}/answers/${second}`, etag(4));
    expect([deleted.status, deleted.body.version, deleted.body.progress.answered]).toEqual([200, 5, 1]);
    const shown = shownIn(await server.get(url)).filter(({ answer }) => answer);
    expect(shown.map(({ id, status }) => [id, status])).toEqual([[third, 'unknown']]);
  });

  it('the same answer again keeps the version and leaves no event', async () => {
    const { at, url, asked } = await issued();
    await server.patch(`${url}/answers`, 1, { answers: [goodAnswer(asked[0] as string)] });
    const events = async () => (await server.get(`${at}/audit-events?limit=200`)).body.items.length as number;
    const before = await events();
    const again = await server.patch(`${url}/answers`, 2, { answers: [goodAnswer(asked[0] as string)] });
    expect([again.status, again.body.version, await events()]).toEqual([200, 2, before]);
  });

  it('a question that is not there, or not asked here, is a problem of its own, and nothing of the batch is saved', async () => {
    const { url, asked } = await issued();
    const notAsked = catalog.questions.find(({ id }) => !asked.includes(id))?.id as string;
    const refused = await server.patch(`${url}/answers`, 1, {
      answers: [
        goodAnswer(asked[0] as string),
        { question: 'never-heard-of', value: 'yes', basis: 'stated' },
      ],
    });
    expect([refused.status, refused.body.type]).toEqual([422, '/problems/question-unknown']);
    expect(refused.body.errors).toMatchObject([{ pointer: '/answers/1/question', code: 'unknown-question' }]);
    const other = await put(url, notAsked, 1, { value: 'unknown' });
    expect([other.status, other.body.errors[0].code]).toEqual([422, 'question-not-asked']);
    const after = await server.get(url);
    expect([after.body.version, after.body.progress.answered]).toEqual([1, 0]);
  });

  it('an answer that does not fit its question is told apart by what is wrong, and nothing of the batch is saved', async () => {
    const { url, asked } = await issued();
    const choice = ofType(asked, 'choice');
    const number = ofType(asked, 'number');
    const refused = await server.patch(`${url}/answers`, 1, {
      answers: [
        { question: choice, value: 7, basis: 'stated' },
        { question: number, value: 'often', basis: 'stated' },
        goodAnswer(asked.find((id) => id !== choice && id !== number) as string),
      ],
    });
    expect([refused.status, refused.body.type]).toEqual([422, '/problems/answer-does-not-fit']);
    expect(refused.body.errors.map(({ pointer, code }: Record<string, string>) => [pointer, code])).toEqual([
      ['/answers/0/value', 'wrong-answer-type'],
      ['/answers/1/value', 'wrong-answer-type'],
    ]);
    expect((await server.get(url)).body.progress.answered).toBe(0);
  });

  it.each<[string, object, string, string]>([
    ['an option that is not there', { value: 'perhaps-a-little' }, '/value', 'unknown-option'],
    ['no basis', { basis: null }, '/basis', 'basis-missing'],
    ['a date to come', { answeredOn: '2199-01-01' }, '/answeredOn', 'dated-in-the-future'],
    ['evidence that is not on file', { evidenceKeys: ['lost-paper'] }, '/evidenceKeys/0', 'unknown-evidence'],
  ])('%s is refused with its place', async (_what, changes, pointer, code) => {
    const { url, asked } = await issued();
    const choice = ofType(asked, 'choice');
    const { question: _question, ...answer } = goodAnswer(choice);
    const refused = await put(url, choice, 1, { ...answer, ...changes });
    expect([refused.status, refused.body.type]).toEqual([422, '/problems/answer-does-not-fit']);
    expect(refused.body.errors).toMatchObject([{ pointer, code }]);
  });

  it('what is no answer at all is refused before it is judged', async () => {
    const { url, asked } = await issued();
    for (const value of [true, 1.5, { a: 1 }, ' ', 'a'.repeat(4001)]) {
      const refused = await put(url, asked[0] as string, 1, { value, basis: 'stated' });
      expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, '/value']);
    }
    const absent = await server.patch(`${url}/answers`, 1, { answers: [{ question: asked[0] }] });
    expect([absent.status, absent.body.errors[0].code]).toEqual([422, 'missing-field']);
  });

  it('two writers from the same version: one is saved, the other is told', async () => {
    const { url, asked } = await issued();
    const [first, second] = asked as [string, string];
    const both = await Promise.all(
      [first, second].map((id) => server.patch(`${url}/answers`, 1, { answers: [goodAnswer(id)] })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    const view = await server.get(url);
    expect([view.body.version, view.body.progress.answered]).toEqual([2, 1]);
    expect((await server.patch(`${url}/answers`, null, { answers: [] })).status).toBe(428);
  });
});

describe('submitting', () => {
  it('is refused while questions are open, which are named, unless the open ones are to count as unknown', async () => {
    const { url, asked } = await issued();
    await server.patch(`${url}/answers`, 1, { answers: asked.slice(1).map(goodAnswer) });
    const refused = await act(url, 'submissions', 2, ROBIN);
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/questionnaire-incomplete']);
    expect(refused.body.errors).toMatchObject([{ pointer: `/questions/${asked[0]}`, code: 'question-open' }]);
    const done = await act(url, 'submissions', 2, { ...ROBIN, openCountsAsUnknown: true });
    expect(done.body).toMatchObject({
      state: 'submitted',
      submittedBy: ROBIN,
      nextQuestion: null,
      version: 3,
    });
  });

  it('freezes: no answer is given, changed or taken out any more', async () => {
    const { url, asked } = await submitted();
    const before = await server.get(url);
    const { question: _question, ...body } = goodAnswer(asked[0] as string);
    const tries = [
      await put(url, asked[0] as string, 3, { ...body, value: 'unknown' }),
      await server.patch(`${url}/answers`, 3, { answers: [{ question: asked[0], value: null }] }),
      await server.call('DELETE', `${url}/answers/${asked[0]}`, etag(3)),
      await act(url, 'submissions', 3, ROBIN),
    ];
    for (const { status, body: problem } of tries) {
      expect([status, problem.type]).toEqual([409, '/problems/questionnaire-frozen']);
    }
    expect((await server.get(url)).body).toEqual(before.body);
  });

  it('every step is in the audit log, by names of questions and never by what was answered', async () => {
    const { at } = await submitted();
    const events = (await server.get(`${at}/audit-events?limit=200`)).body.items as {
      action: string;
      data: object;
    }[];
    const mine = events.filter(({ action }) => action.startsWith('questionnaire.'));
    expect(mine.map(({ action }) => action)).toEqual([
      'questionnaire.issued',
      'questionnaire.answered',
      'questionnaire.submitted',
    ]);
    expect(JSON.stringify(mine)).not.toContain('Policy, page 3');
  });
});

describe('reviewing', () => {
  const verdict = (question: string, changes: object = {}) => ({ question, verdict: 'accepted', ...changes });

  it('answers are accepted or disputed with a reason; a later verdict takes the place of an earlier one', async () => {
    const { url, asked } = await submitted();
    const [first, second] = asked as [string, string];
    const verdicts = [
      verdict(first),
      verdict(second, { verdict: 'disputed', reason: 'The policy says otherwise.' }),
    ];
    const done = await act(url, 'reviews', 3, { reviewer: DANA, verdicts });
    expect(done.body.progress).toMatchObject({ accepted: 1, disputed: 1 });
    await act(url, 'reviews', 4, { reviewer: DANA, verdicts: [verdict(second)] });
    const shown = shownIn(await server.get(url)).find(({ id }) => id === second);
    expect(shown).toMatchObject({ status: 'accepted', answer: { review: { reviewer: DANA, reason: null } } });
  });

  it('before the submission it is too early', async () => {
    const { url, asked } = await issued();
    const refused = await act(url, 'reviews', 1, { reviewer: DANA, verdicts: [verdict(asked[0] as string)] });
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/questionnaire-not-submitted']);
  });

  it('a dispute without reason, a question that is not asked and one that was left open are refused', async () => {
    const { url, asked } = await issued();
    await server.patch(`${url}/answers`, 1, { answers: asked.slice(1).map(goodAnswer) });
    await act(url, 'submissions', 2, { ...ROBIN, openCountsAsUnknown: true });
    const refused = await act(url, 'reviews', 3, {
      reviewer: DANA,
      verdicts: [verdict(asked[0] as string), verdict(asked[1] as string, { verdict: 'disputed' })],
    });
    expect(refused.status).toBe(400);
    expect(refused.body.errors.map(({ pointer, code }: Record<string, string>) => [pointer, code])).toEqual([
      ['/verdicts/0/question', 'question-open'],
      ['/verdicts/1/reason', 'reason-missing'],
    ]);
    const strange = await act(url, 'reviews', 3, { reviewer: DANA, verdicts: [verdict('never-heard-of')] });
    expect([strange.status, strange.body.type]).toEqual([422, '/problems/question-unknown']);
    expect((await server.get(url)).body.version).toBe(3);
  });
});

describe('superseding and withdrawing', () => {
  it('a newer one suggests what was answered, with its date; it counts once confirmed, and the older is superseded', async () => {
    const { at, url, asked } = await submitted();
    const [first, second] = asked as [string, string];
    const dispute = { question: second, verdict: 'disputed', reason: 'No.' };
    await act(url, 'reviews', 3, { reviewer: DANA, verdicts: [dispute] });
    const newer = await issue(at, { key: 'scribe-2027' });
    expect(newer.body).toMatchObject({
      supersedes: 'scribe-2026',
      progress: { open: asked.length, answered: 0 },
    });
    const newUrl = newer.headers.location as string;
    const shown = shownIn(await server.get(newUrl));
    expect(shown.find(({ id }) => id === first)).toMatchObject({
      status: 'suggested',
      answer: { carriedFrom: 'scribe-2026', answeredOn: '2026-10-01', review: null },
    });
    expect(shown.find(({ id }) => id === second)).toMatchObject({ status: 'open', answer: null });
    expect((await server.get(url)).body.state).toBe('submitted');

    const refused = await act(newUrl, 'submissions', 1, ROBIN);
    expect(refused.body.type).toBe('/problems/questionnaire-incomplete');
    const confirmed = await server.patch(`${newUrl}/answers`, 1, { answers: asked.map(goodAnswer) });
    expect(confirmed.body.progress.open).toBe(0);
    await act(newUrl, 'submissions', 2, ROBIN);
    expect((await server.get(url)).body.state).toBe('superseded');
    const events = (await server.get(`${at}/audit-events?limit=200`)).body.items as { action: string }[];
    expect(events.map(({ action }) => action)).toContain('questionnaire.superseded');
    expect((await act(url, 'reviews', 5, { reviewer: DANA, verdicts: [] })).body.type).toBe(
      '/problems/questionnaire-frozen',
    );
  });

  it('withdrawn is withdrawn, whoever asks', async () => {
    const { url, asked } = await submitted();
    const done = await act(url, 'withdrawals', 3, { ...DANA, reason: 'Answered for another product.' });
    expect(done.body).toMatchObject({ state: 'withdrawn', withdrawal: { by: DANA } });
    const refused = await put(url, asked[0] as string, 4, { value: 'unknown' });
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/questionnaire-frozen']);
  });
});

describe('tasks', () => {
  const tasks = async (at: string, query = '') => (await server.get(`${at}/tasks${query}`)).body;

  it('what is waiting, left open, unknown or disputed is a task until it is settled, in pages that fit together', async () => {
    const { at, url, asked } = await issued();
    expect((await tasks(at, '?kind=questionnaire_open')).items).toMatchObject([
      { kind: 'questionnaire_open', service: SCRIBE, question: null },
    ]);
    const [first, second, third, ...rest] = asked as [string, string, string];
    await server.patch(`${url}/answers`, 1, {
      answers: [goodAnswer(second), { question: third, value: 'unknown' }, ...rest.map(goodAnswer)],
    });
    await act(url, 'submissions', 2, { ...ROBIN, openCountsAsUnknown: true });
    const dispute = { question: second, verdict: 'disputed', reason: 'No.' };
    await act(url, 'reviews', 3, { reviewer: DANA, verdicts: [dispute] });
    const seen: [string, string][] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { items: Record<string, string>[]; nextCursor: string | null } = await tasks(
        at,
        `?limit=1${cursor ? `&cursor=${cursor}` : ''}`,
      );
      seen.push(...page.items.map(({ question, kind }): [string, string] => [question ?? '', kind ?? '']));
      cursor = page.nextCursor;
    }
    const ofQuestions = seen.filter(([question]) => question !== '');
    expect(new Map(ofQuestions)).toEqual(
      new Map([
        [first, 'question_open'],
        [second, 'answer_disputed'],
        [third, 'answer_unknown'],
      ]),
    );
    expect(ofQuestions).toHaveLength(3);
    const { items } = await tasks(at, `?service=${SCRIBE}&kind=answer_unknown`);
    expect(items).toMatchObject([{ whatToDo: expect.stringMatching(/^Find out: /), question: third }]);
    expect((await tasks(at, '?service=another')).items).toEqual([]);
  });

  it('what scoring does not know is a task, and what only the questionnaire asks is one task until it is issued', async () => {
    const at = await practice();
    const { items } = await tasks(at, '?limit=200');
    const kinds = items.map(({ kind }: { kind: string }) => kind);
    expect(kinds.filter((kind: string) => kind === 'questionnaire_missing')).toHaveLength(1);
    const unknown = items.filter(({ kind }: { kind: string }) => kind === 'fact_unknown');
    const [service] = (await server.get(`${at}/services`)).body.items;
    const { result } = (await server.get(`${at}/service-scores/${service.id}`)).body;
    const expected = result.unknowns.filter(({ id }: { id: string }) => !id.startsWith('answer-'));
    expect(unknown.map(({ whatToDo }: { whatToDo: string }) => whatToDo).sort()).toEqual(
      expected.map(({ task }: { task: string }) => task).sort(),
    );
    await issue(at);
    expect((await tasks(at, '?kind=questionnaire_missing')).items).toEqual([]);
  });

  it('what a SOC 2 report expects of the practice is a task until it is done, or a newer report takes its place', async () => {
    const at = await practice();
    const control = {
      key: 'cuec-1',
      topic: 'off_boarding',
      text: 'Remove accounts of staff who leave.',
      status: 'not_done',
    };
    const created = await server.post(
      `${at}/soc2-reports`,
      soc2ReportBody({ userEntityControls: [control] }),
    );
    expect([created.status, created.body.errors]).toEqual([201, undefined]);
    const undone = async () => (await tasks(at, '?kind=user_entity_control_undone')).items;
    expect(await undone()).toMatchObject([
      { service: SCRIBE, record: created.body.id, whatToDo: expect.stringContaining('Remove accounts') },
    ]);
    const done = { ...control, status: 'done', doneSince: '2026-03-01' };
    await server.patch(`${at}/soc2-reports/${created.body.id}`, 1, { userEntityControls: [done] });
    expect(await undone()).toEqual([]);
  });

  it.each(['cursor=nonsense', 'limit=0', 'service=NO', 'kind=odd', 'color=blue'])(
    '%s is refused',
    async (query) => {
      const at = await practice();
      const refused = await server.get(`${at}/tasks?${query}`);
      expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, `/${query.split('=')[0]}`]);
    },
  );

  it('another organization shows nothing, and one that is not there is not found', async () => {
    await submitted({ openCountsAsUnknown: true });
    expect((await tasks(await practice(), '?kind=question_open')).items).toEqual([]);
    expect((await server.get('/v1/organizations/019ab1c2-7d3e-7f00-8000-5a1b2c3d4e5f/tasks')).status).toBe(
      404,
    );
  });
});

describe('questionnaires in a dossier', () => {
  const written = (changes: object = {}) => ({
    key: 'scribe-2026',
    about: 'service',
    service: SCRIBE,
    state: 'submitted',
    submittedOn: '2026-10-02',
    answers: [
      goodAnswer('recording-noticed'),
      { question: 'pause-and-cut', value: 'unknown', answeredOn: '2026-10-01' },
    ],
    ...changes,
  });

  async function importing() {
    const { at, key } = await server.newOrganization();
    const { body: practiceProfile } = await server.get(at);
    const {
      id: _id,
      version: _version,
      createdAt: _made,
      updatedAt: _changed,
      closedAt: _closed,
      eraseOn: _erased,
      ...profile
    } = practiceProfile;
    const send = (questionnaires: object[]) =>
      server.post(`${at}/dossier/imports`, dossierBody({ ...profile, key }, { questionnaires }));
    return { at, send };
  }

  it('a hand-written one gives answers alone: the questions are put beside them, and the same file twice changes nothing', async () => {
    const { at, send } = await importing();
    expect((await send([written()])).status).toBe(200);
    const [summary] = (await server.get(`${at}/questionnaires`)).body.items;
    expect(summary).toMatchObject({ state: 'submitted', progress: { answered: 2, unknown: 1 } });
    expect(summary.progress.asked).toBeGreaterThan(2);
    const again = await send([written()]);
    expect(again.body).toMatchObject({ created: 0, updated: 0 });
  });

  it('an export imports into the practice that it came from without changing anything', async () => {
    const { at, send } = await importing();
    await send([written()]);
    const exported = (await server.get(`${at}/dossier`)).body;
    const again = await server.post(`${at}/dossier/imports`, exported);
    expect([again.status, again.body.created, again.body.updated]).toEqual([200, 0, 0]);
    expect(exported.questionnaires[0].questions.length).toBeGreaterThan(2);
  });

  it('a frozen one that the file has otherwise is refused by name, and nothing of the file is saved', async () => {
    const { at, send } = await importing();
    await send([written()]);
    const before = (await server.get(`${at}/dossier`)).body;
    const changed = written({ answers: [{ ...goodAnswer('recording-noticed'), basis: 'audited' }] });
    const refused = await send([changed]);
    expect([refused.status, refused.body.errors]).toMatchObject([
      422,
      [{ pointer: '/questionnaires/0', code: 'frozen-record' }],
    ]);
    expect((await server.get(`${at}/dossier`)).body).toEqual(before);
  });

  it('one that is being answered is taken from the file whole, and may be submitted by it', async () => {
    const { at, send } = await importing();
    await send([written({ state: 'issued', submittedOn: null })]);
    const fewer = written({ answers: [goodAnswer('pause-and-cut')] });
    expect((await send([fewer])).body).toMatchObject({ updated: 1 });
    const [summary] = (await server.get(`${at}/questionnaires`)).body.items;
    expect(summary).toMatchObject({ state: 'submitted', version: 2, progress: { answered: 1 } });
  });

  it.each<[string, object, string, string]>([
    [
      'an unknown question',
      { answers: [{ ...goodAnswer('recording-noticed'), question: 'never-heard-of' }] },
      '/answers/0/question',
      'unknown-question',
    ],
    [
      'an answer of the wrong form',
      { answers: [{ ...goodAnswer('recording-noticed'), value: 7 }] },
      '/answers/0/value',
      'wrong-answer-type',
    ],
    [
      'two answers to one question',
      { answers: [goodAnswer('pause-and-cut'), goodAnswer('pause-and-cut')] },
      '/answers/1/question',
      'answered-twice',
    ],
    [
      'an answer after the submission',
      { submittedOn: '2026-09-01' },
      '/answers/0/answeredOn',
      'dates-reversed',
    ],
    ['a service that is not there', { service: 'nobody' }, '/service', 'unknown-service'],
  ])('%s is refused by name and place', async (_what, changes, pointer, code) => {
    const { at, send } = await importing();
    const refused = await send([written(changes)]);
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toContainEqual(
      expect.objectContaining({ pointer: `/questionnaires/0${pointer}`, code }),
    );
    expect((await server.get(`${at}/vendors`)).body.items).toEqual([]);
  });
});
