// Findings, accepted risks and the practice's own decisions over the API: what cannot be so is refused by name, and nothing of it goes back into a level, a gate or a clearance.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { findingBody, practiceBody } from './factories/records.factory';
import { RatedPracticeReader } from '../src/risk-management/rated-practice.service';
import { TestApplication, type Reply } from './support/test-application';

const EXAMPLE = parse(readFileSync(join(__dirname, '..', 'examples', 'practice.yaml'), 'utf8')) as {
  practice: object;
};
const DAY = '2026-11-28';
const DANA = { name: 'Dana Whitfield', role: 'Security official' };
const LEE = { name: 'Lee Arden', role: 'Clinician' };

let now = new Date(`${DAY}T18:00:00Z`);
let server: TestApplication;

beforeAll(async () => {
  server = await TestApplication.start({ clock: { now: () => now } });
});

afterEach(() => {
  now = new Date(`${DAY}T18:00:00Z`);
});

afterAll(() => server.close());

/** The example practice with nothing yet of what this is about. */
async function examplePractice(): Promise<string> {
  const practice = { ...EXAMPLE.practice, key: practiceBody().key };
  const made = await server.post('/v1/organizations', practice);
  const at = `/v1/organizations/${made.body.id}`;
  const without = { ...EXAMPLE, practice, riskAcceptances: [], findings: [], practiceDecisions: [] };
  const imported = await server.post(`${at}/dossier/imports`, without);
  expect([imported.status, imported.body]).toEqual([200, imported.body]);
  return at;
}

const acceptance = (changes: object = {}) => ({
  key: 'unread-notes',
  threat: 'T-04',
  service: 'fernhill-scribe',
  acceptedBy: DANA,
  reason: 'A second reader is not to be had before spring.',
  until: '2027-04-30',
  ...changes,
});

const decision = (changes: object = {}) => ({
  key: 'scribe-from-december',
  service: 'fernhill-scribe',
  outcome: 'use_with_conditions',
  decidedBy: DANA,
  reasons: 'The hour goes to clients.',
  conditions: [{ condition: 'Every client has signed.', dueOn: '2026-12-15' }],
  reviewOn: '2027-05-22',
  ...changes,
});

const faultsOf = ({ status, body }: Reply): (string | number)[] => [
  status,
  ...((body.errors ?? []) as { pointer: string; code: string }[]).map(
    ({ pointer, code }) => `${pointer} ${code}`,
  ),
];

const step = (location: string, noun: string, version: number, body: object) =>
  server.post(`${location}/${noun}`, body, { headers: { 'if-match': `"${version}"` } });

const standing = async (at: string) => (await server.get(`${at}/risk-management`)).body;

const scores = async (at: string) => {
  const services = (await server.get(`${at}/services?limit=200`)).body.items as { id: string }[];
  const all: object[] = [];
  for (const { id } of services) all.push((await server.get(`${at}/services/${id}/score`)).body.result);
  return all;
};

const clearance = async (at: string, service: string) => {
  const asked = await server.post(`${at}/access/v1/evaluation`, {
    subject: { type: 'clinician', id: 'c-7f3a' },
    action: { name: 'record_session' },
    resource: { type: 'service', id: service },
    context: { dataClasses: ['session_audio'], clientState: 'IL', modality: 'video' },
  });
  return asked.body;
};

describe('an accepted risk', () => {
  it('has the level of its day, what it rested on, and changes no level, gate or clearance', async () => {
    const at = await examplePractice();
    const before = await scores(at);
    const [asked, refused] = [
      await clearance(at, 'fernhill-scribe'),
      await clearance(at, 'cobblemere-recorder'),
    ];
    expect([asked.decision, refused.decision]).toEqual([true, false]);

    const made = await server.post(`${at}/risk-acceptances`, acceptance());
    expect([made.status, made.body]).toMatchObject([
      201,
      { level: 'moderate', acceptedOn: DAY, basis: { gates: [], impact: 'high' } },
    ]);
    expect(made.body.basis.digest).toMatch(/^[0-9a-f]{64}$/);
    expect((await server.get(made.headers.location as string)).body).toEqual(made.body);
    expect((await standing(at)).acceptances).toEqual([
      expect.objectContaining({ key: 'unread-notes', state: 'in_force', levelNow: 'moderate', changes: [] }),
    ]);

    const decided = await server.post(
      `${at}/practice-decisions`,
      decision({ outcome: 'use', conditions: null, contraryReason: 'We trust it.' }),
    );
    expect(decided.status).toBe(201);
    expect(await scores(at)).toEqual(before);
    expect(await clearance(at, 'fernhill-scribe')).toEqual(asked);
    expect(await clearance(at, 'cobblemere-recorder')).toEqual(refused);
  });

  it('goes stale when a fact beneath it changes, and says which', async () => {
    const at = await examplePractice();
    await server.post(`${at}/risk-acceptances`, acceptance());
    const [measures] = (await server.get(`${at}/practice-measures?key=fernhill-measures`)).body.items;
    const changed = await server.patch(`${at}/practice-measures/${measures.id}`, measures.version, {
      noteReview: null,
    });
    expect(changed.status).toBe(200);
    const [now] = (await standing(at)).acceptances;
    expect(now.state).toBe('stale');
    expect(now.changes.map(({ what }: { what: string }) => what)).toContain('control');
  });

  it('may be of the practice itself, is ended once, and stays as it was said', async () => {
    const at = await examplePractice();
    const { practiceResult } = (await server.post(`${at}/assessments`, { assessor: DANA })).body;
    expect(practiceResult).toBeUndefined();
    const made = await server.post(
      `${at}/risk-acceptances`,
      acceptance({ threat: 'T-41', service: null, key: 'of-the-practice' }),
    );
    expect([made.status, made.body.service]).toEqual([201, null]);
    const location = made.headers.location as string;
    const ending = { on: DAY, by: DANA, reason: 'It is lower now.' };
    expect(faultsOf(await step(location, 'endings', 1, { ...ending, on: '2027-01-01' }))).toEqual([
      422,
      '/ended/on dated-in-the-future',
    ]);
    expect((await step(location, 'endings', 1, ending)).body.ended).toEqual(ending);
    expect(faultsOf(await step(location, 'endings', 2, { ...ending, reason: 'Another.' }))).toEqual([
      400,
      ' frozen-record',
    ]);
    expect((await standing(at)).acceptances[0].state).toBe('ended');
  });

  it.each<[string, object, (string | number)[]]>([
    [
      'held by a rule of law',
      { service: 'cobblemere-recorder', threat: 'T-12' },
      [422, '/threat law-not-accepted', '/threat law-not-accepted', '/threat law-not-accepted'],
    ],
    [
      'of a tool of which too little is known',
      { service: 'hazelmoor-drafts' },
      [422, '/threat not-enough-known'],
    ],
    ['for more than a year', { until: '2027-11-29' }, [422, '/until term-too-long']],
    ['until yesterday', { until: '2026-11-27' }, [422, '/until dates-reversed']],
    ['of a tool that is not there', { service: 'nowhere' }, [422, '/service unknown-service']],
    ['of a threat that is not there', { threat: 'T-99' }, [422, '/threat threat-not-rated']],
    ['of a threat of the practice, as of a tool', { threat: 'T-36' }, [422, '/threat threat-not-rated']],
    ['in the name of nobody', { acceptedBy: null }, [400, '/acceptedBy missing-field']],
    ['with a level of their own', { level: 'very_low' }, [400, '/level unknown-field']],
    ['that renews nothing', { renews: 'nothing' }, [422, '/renews unknown-reference']],
  ])('is refused %s, and nothing is saved', async (_case, changes, faults) => {
    const at = await examplePractice();
    const refused = await server.post(`${at}/risk-acceptances`, acceptance(changes));
    expect(faultsOf(refused).map(String).sort()).toEqual(
      expect.arrayContaining([...new Set(faults.map(String))]),
    );
    expect((await server.get(`${at}/risk-acceptances`)).body.items).toEqual([]);
  });

  it('stands once at a time, and is renewed by another', async () => {
    const at = await examplePractice();
    await server.post(`${at}/risk-acceptances`, acceptance());
    const twice = await server.post(`${at}/risk-acceptances`, acceptance({ key: 'second' }));
    expect(faultsOf(twice)).toEqual(expect.arrayContaining([422, '/threat accepted-twice']));
    const renewal = acceptance({ key: 'second', renews: 'unread-notes', until: '2027-09-30' });
    expect((await server.post(`${at}/risk-acceptances`, renewal)).status).toBe(201);
    const states = (await standing(at)).acceptances.map(({ key, state }: { key: string; state: string }) => [
      key,
      state,
    ]);
    expect(states).toEqual([
      ['unread-notes', 'renewed'],
      ['second', 'in_force'],
    ]);
  });

  it('settles a finding that rests on it also once it is renewed, among the tasks too, and no longer once that is ended', async () => {
    const at = await examplePractice();
    await server.post(`${at}/risk-acceptances`, acceptance());
    const rests = { ...{ service: 'fernhill-scribe', foundOn: '2026-11-02' }, acceptance: 'unread-notes' };
    const finding = findingBody({ ...rests, evidenceKeys: null, reviews: null, actions: null });
    expect((await server.post(`${at}/findings`, finding)).status).toBe(201);
    const told = async () => [
      (await standing(at)).findings.map(({ state }: { state: string }) => state),
      (await server.get(`${at}/tasks?kind=finding_unplanned`)).body.items.length,
    ];
    expect(await told()).toEqual([['accepted'], 0]);
    const renewal = await server.post(
      `${at}/risk-acceptances`,
      acceptance({ key: 'second', renews: 'unread-notes', until: '2027-09-30' }),
    );
    expect(await told()).toEqual([['accepted'], 0]);
    const ended = { on: DAY, reason: 'Somebody reads them now.', by: DANA };
    const location = `${at}/risk-acceptances/${renewal.body.id}`;
    expect((await step(location, 'endings', 1, ended)).status).toBe(200);
    expect(await told()).toEqual([['open'], 1]);
  });

  it('becomes a task as its end comes near', async () => {
    const at = await examplePractice();
    await server.post(`${at}/risk-acceptances`, acceptance({ until: '2026-12-05' }));
    const { items } = (await server.get(`${at}/tasks?kind=acceptance_ends`)).body;
    expect(items).toEqual([expect.objectContaining({ service: 'fernhill-scribe' })]);
  });
});

describe('a finding', () => {
  const planned = findingBody({
    service: 'fernhill-scribe',
    foundOn: '2026-11-02',
    evidenceKeys: null,
    reviews: null,
    actions: [{ key: 'second-step', action: 'Switch it on.', owner: LEE, dueOn: '2026-11-20' }],
  });
  const done = { action: 'second-step', doneOn: '2026-11-25', done: 'Switched on for all.' };
  const review = { outcome: 'works', on: '2026-11-26', by: DANA, seen: 'Tried it.' };

  const taskKinds = async (at: string): Promise<string[]> => {
    const kinds = ['finding_unplanned', 'corrective_action_open', 'finding_unverified', 'reassessment_due'];
    const found: string[] = [];
    for (const kind of kinds)
      if ((await server.get(`${at}/tasks?kind=${kind}`)).body.items.length > 0) found.push(kind);
    return found;
  };

  it('comes to its end by work, a look of somebody else and an assessment, each a task until then', async () => {
    const at = await examplePractice();
    const made = await server.post(`${at}/findings`, planned);
    expect([made.status, made.body]).toEqual([201, made.body]);
    const location = made.headers.location as string;
    expect((await standing(at)).findings).toEqual([
      expect.objectContaining({ state: 'open', overdueActions: ['second-step'], nextDueOn: '2026-11-20' }),
    ]);
    expect(await taskKinds(at)).toEqual(['corrective_action_open']);

    const completed = await step(location, 'completions', 1, done);
    expect([completed.status, completed.headers.etag]).toEqual([200, '"2"']);
    expect((await standing(at)).findings[0].state).toBe('done');
    expect(await taskKinds(at)).toEqual(['finding_unverified', 'reassessment_due']);

    expect(faultsOf(await step(location, 'reviews', 2, { ...review, by: LEE }))).toEqual([
      422,
      '/by/name verified-by-owner',
    ]);
    expect((await step(location, 'reviews', 2, review)).status).toBe(200);
    expect((await standing(at)).findings[0].state).toBe('verified');
    expect(await taskKinds(at)).toEqual(['reassessment_due']);
    expect((await server.post(`${at}/assessments`, { assessor: DANA })).status).toBe(201);
    expect(await taskKinds(at)).toEqual([]);

    const back = { outcome: 'reopened', on: DAY, by: LEE, seen: 'A new account has none.' };
    const reopened = await step(location, 'reviews', 3, back);
    expect(reopened.body.reviews).toEqual([
      { ...review, actionsSeen: 1 },
      { ...back, actionsSeen: 1 },
    ]);
    expect((await standing(at)).findings[0].state).toBe('open');
    expect(await taskKinds(at)).toEqual(['finding_unplanned']);
  });

  it('keeps what was done and seen, whoever sends what', async () => {
    const at = await examplePractice();
    const made = await server.post(`${at}/findings`, planned);
    const location = made.headers.location as string;
    await step(location, 'completions', 1, done);
    expect(faultsOf(await step(location, 'completions', 2, { ...done, doneOn: DAY }))).toEqual([
      422,
      '/action completed-twice',
    ]);
    expect(faultsOf(await step(location, 'completions', 2, { ...done, action: 'nothing' }))).toEqual([
      422,
      '/action unknown-subject',
    ]);
    expect(faultsOf(await server.patch(location, 2, { actions: [] }))).toEqual([
      422,
      '/actions/0 history-kept',
    ]);
    const dossier = (await server.get(`${at}/dossier`)).body;
    const emptied = dossier.findings.map(({ actions: _actions, ...rest }: { actions: object }) => rest);
    expect(faultsOf(await server.post(`${at}/dossier/imports`, { ...dossier, findings: emptied }))).toEqual([
      422,
      '/findings/0/actions/0 history-kept',
    ]);
    expect((await server.get(location)).body.version).toBe(2);
  });

  it.each<[string, object, (string | number)[]]>([
    ['a threat that is not there', { sourceId: 'T-99' }, [422, '/sourceId unknown-source']],
    ['a tool that is not there', { service: 'nowhere' }, [422, '/service unknown-reference']],
    ['evidence that is not on file', { evidenceKeys: ['none'] }, [422, '/evidenceKeys/0 unknown-evidence']],
    ['found tomorrow', { foundOn: '2026-11-29', actions: null }, [422, '/foundOn dated-in-the-future']],
    ['an acceptance that is not there', { acceptance: 'nothing' }, [422, '/acceptance unknown-reference']],
  ])('with %s is refused, and nothing is saved', async (_case, changes, faults) => {
    const at = await examplePractice();
    expect(faultsOf(await server.post(`${at}/findings`, { ...planned, ...changes }))).toEqual(faults);
    expect((await server.get(`${at}/findings`)).body.items).toEqual([]);
  });

  it('is settled by an acceptance only while that holds', async () => {
    const at = await examplePractice();
    await server.post(`${at}/risk-acceptances`, acceptance());
    await server.post(`${at}/findings`, { ...planned, acceptance: 'unread-notes' });
    expect((await standing(at)).findings[0].state).toBe('accepted');
    now = new Date('2027-05-01T18:00:00Z');
    expect((await standing(at)).findings[0].state).toBe('open');
  });
});

describe('a decision of the practice', () => {
  it('notes what the result said, and its conditions are met one by one', async () => {
    const at = await examplePractice();
    const made = await server.post(`${at}/practice-decisions`, decision());
    expect([made.status, made.body]).toMatchObject([
      201,
      { decidedOn: DAY, lookedAt: { asOf: DAY, decision: 'use_with_conditions', level: 'moderate' } },
    ]);
    const location = made.headers.location as string;
    const conditions = [{ condition: 'Every client has signed.', dueOn: '2026-12-15', metOn: DAY }];
    expect((await server.get(`${at}/tasks?kind=decision_condition_open`)).body.items).toHaveLength(1);
    expect((await server.patch(location, 1, { conditions })).body.conditions).toEqual(conditions);
    expect((await server.get(`${at}/tasks?kind=decision_condition_open`)).body.items).toEqual([]);
    const again = [{ ...conditions[0], metOn: '2026-11-27' }];
    expect(faultsOf(await server.patch(location, 2, { conditions: again }))).toEqual([
      422,
      '/conditions/0/metOn completed-twice',
    ]);
  });

  it('may be about AI at all, and of one day the strictest takes the place of the others', async () => {
    const at = await examplePractice();
    const ofAll = { service: null, outcome: 'do_not_use', conditions: null };
    expect((await server.post(`${at}/practice-decisions`, decision({ ...ofAll, key: 'a' }))).status).toBe(
      201,
    );
    const second = await server.post(`${at}/practice-decisions`, decision({ service: null, key: 'b' }));
    expect([second.status, second.body.lookedAt]).toEqual([201, null]);
    const stand = (await standing(at)).decisions as { key: string; isSuperseded: boolean }[];
    expect(Object.fromEntries(stand.map(({ key, isSuperseded }) => [key, isSuperseded]))).toEqual({
      a: false,
      b: true,
    });
  });

  it.each<[string, object, string[]]>([
    [
      'use what a rule of law stops',
      { service: 'quipmarsh-free', contraryReason: 'Everybody does.' },
      ['/outcome law-not-decided-away'],
    ],
    [
      'use, less strictly than the result, without a reason',
      { outcome: 'use', conditions: null },
      ['/contraryReason reason-missing'],
    ],
    ['use with conditions, and none', { conditions: null }, ['/conditions conditions-missing']],
    ['with a review yesterday', { reviewOn: '2026-11-27' }, ['/reviewOn dates-reversed']],
    [
      'by an assessment that is not there',
      { assessmentDigest: 'a'.repeat(64) },
      ['/assessmentDigest unknown-assessment'],
    ],
    ['about a tool that is not there', { service: 'nowhere' }, ['/service unknown-service']],
  ])('to %s is refused, and nothing is saved', async (_case, changes, faults) => {
    const at = await examplePractice();
    const refused = await server.post(`${at}/practice-decisions`, decision(changes));
    expect([...new Set(faultsOf(refused))]).toEqual([422, ...faults]);
    expect((await server.get(`${at}/practice-decisions`)).body.items).toEqual([]);
  });

  it('to stop is free, whatever the law says of the tool', async () => {
    const at = await examplePractice();
    const stop = decision({ service: 'quipmarsh-free', outcome: 'stop_using', conditions: null });
    expect((await server.post(`${at}/practice-decisions`, stop)).status).toBe(201);
  });
});

describe('facts that are changed by somebody else at the same moment', () => {
  /** Once what stands has been read for the next request, and before it is written down. */
  function meanwhile(change: () => Promise<unknown>): void {
    const reader = server.app.get(RatedPracticeReader);
    const read = reader.of.bind(reader);
    jest.spyOn(reader, 'of').mockImplementationOnce(async (organizationId) => {
      const practice = await read(organizationId);
      await change();
      return practice;
    });
  }

  afterEach(() => jest.restoreAllMocks());

  const changed = async (location: string, version: number, changes: object) => {
    const { status, body } = await server.patch(location, version, changes);
    expect([status, body]).toEqual([200, body]);
  };

  const notesAreReviewedNoMore = async (at: string) => {
    const [measures] = (await server.get(`${at}/practice-measures?key=fernhill-measures`)).body.items;
    await changed(`${at}/practice-measures/${measures.id}`, measures.version, { noteReview: null });
  };

  const notesFlowToTheScheduler = async (at: string) => {
    const [flow] = (await server.get(`${at}/data-flows?key=appointments`)).body.items;
    await changed(`${at}/data-flows/${flow.id}`, flow.version, { dataClasses: ['progress_notes'] });
  };

  const agreementIsEnded = async (at: string) => {
    const [agreement] = (await server.get(`${at}/agreements?key=fernhill-baa`)).body.items;
    const location = `${at}/agreements/${agreement.id}`;
    await changed(location, agreement.version, { terminatedOn: DAY });
  };

  it.each([
    ['the risk', 'risk-acceptances', acceptance(), notesAreReviewedNoMore, '/threat rated-anew'],
    [
      'the level decided on',
      'practice-decisions',
      decision({ service: 'tidebook-scheduler' }),
      notesFlowToTheScheduler,
      '/service rated-anew',
    ],
    ['the law', 'practice-decisions', decision(), agreementIsEnded, '/outcome law-not-decided-away'],
  ])(
    'that move %s refuse what rests on them, and nothing is saved',
    async (_case, noun, body, change, fault) => {
      const at = await examplePractice();
      meanwhile(() => change(at));
      expect([...new Set(faultsOf(await server.post(`${at}/${noun}`, body)))]).toEqual([422, fault]);
      expect((await server.get(`${at}/${noun}`)).body.items).toEqual([]);
    },
  );
});
