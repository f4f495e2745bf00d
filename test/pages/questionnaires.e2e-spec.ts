// Questionnaires as pages: asked, answered in small groups, refused as typed, submitted, and closed to those who may not.
import { dataFlowBody, serviceBody, vendorBody } from '../factories/records.factory';
import { sendForm, shownIn, taken, type FormFields } from '../support/forms';
import { TestApplication, type Reply } from '../support/test-application';
import { TestPeople } from '../support/test-people';

let server: TestApplication;
let people: TestPeople;
let practice: { id: string; at: string };
let at: string;

const SCRIBE = serviceBody().key;

beforeAll(async () => {
  [server, people] = await Promise.all([TestApplication.start(), TestPeople.connect()]);
});

afterAll(() => Promise.all([server.close(), people.close()]));

beforeEach(async () => {
  practice = await server.newOrganization();
  await server.post(`${practice.at}/vendors`, vendorBody());
  await server.post(`${practice.at}/services`, serviceBody());
  await server.post(`${practice.at}/data-flows`, dataFlowBody());
  at = `/organizations/${practice.id}`;
});

const send = (url: string, fields: FormFields, key?: string): Promise<Reply<string>> =>
  sendForm(server, url, fields, key);

const ask = async (): Promise<string> =>
  taken(await send(`${at}/questionnaires`, { about: 'service', service: SCRIBE }));

const firstGroup = (page: Reply<string>): string =>
  /href="([^"]+\/groups\/[^"]+)"/.exec(page.body)?.[1] ?? '';

async function startAnswering(): Promise<{
  here: string;
  group: string;
  page: Reply<string>;
}> {
  const here = await ask();
  const group = firstGroup(await server.get<string>(here));
  const page = await server.get<string>(group);
  return { here, group, page };
}

const EXPLAINED = 'answers/data-use-explained';
const DISCLOSED = 'answers/training-disclosed';

async function atDataUse(): Promise<{ here: string; group: string }> {
  const here = await ask();
  return { here, group: `${here}/groups/data-use` };
}

describe('asking', () => {
  it('is offered about each tool and the practice, and leads to what was asked', async () => {
    const empty = await server.get<string>(`${at}/questionnaires`);
    expect(empty.body).toContain('Northlight Scribe');
    const here = await ask();
    const page = await server.get<string>(here);
    expect(page.body).toContain('Questionnaire: Northlight Scribe');
    expect(page.body).toMatch(/About [\d½]+ (minutes|hours) left/);
    expect((await server.get<string>(`${at}/questionnaires`)).body).toContain(here);
    const ours = taken(await send(`${at}/questionnaires`, { about: 'practice', service: '' }));
    expect((await server.get<string>(ours)).body).toContain('Questionnaire: Your practice');
  });

  it('twice at a time is refused, in the page', async () => {
    await ask();
    const again = await send(`${at}/questionnaires`, { about: 'service', service: SCRIBE });
    expect(again.status).toBe(409);
    expect(again.body).toContain('still being answered');
    const nothing = await send(`${at}/questionnaires`, { about: 'service', service: '' });
    expect(nothing.status).toBeGreaterThanOrEqual(400);
    expect(nothing.body).toContain('id="faults"');
  });
});

describe('answering', () => {
  it('shows a few questions with nothing chosen, and "I don’t know" beside every one', async () => {
    const { page } = await startAnswering();
    expect(page.status).toBe(200);
    expect(page.body).not.toMatch(/value="[^"]*" checked/);
    const questions = page.body.split('class="question').length - 2; // the last is how they are known
    expect(page.body.split('value="unknown"').length - 1).toBe(questions);
    expect(page.body).toContain('A good answer:');
  });

  it('saves what was answered, says once how it is known, and shows it again on another day', async () => {
    const { here, group } = await atDataUse();
    const fields = { then: 'later', basis: 'documented' };
    const answers = {
      [`${EXPLAINED}/value`]: 'yes',
      [`${DISCLOSED}/value`]: 'unknown',
      [`${EXPLAINED}/evidence`]: 'Terms, 4',
    };
    expect(taken(await send(group, { ...fields, ...answers }))).toBe(here);
    const stored = await server.get(`/v1${here}`);
    const questions = (stored.body.groups as { questions: { id: string; answer: object }[] }[]).flatMap(
      (one) => one.questions,
    );
    const answerTo = (id: string): object | undefined => questions.find((one) => one.id === id)?.answer;
    expect(answerTo('data-use-explained')).toMatchObject({
      value: 'yes',
      basis: 'documented',
      evidence: 'Terms, 4',
    });
    expect(answerTo('training-disclosed')).toMatchObject({ value: 'unknown', basis: null });
    const page = await server.get<string>(group);
    expect(page.body).toMatch(/name="answers\/data-use-explained\/value" value="yes" checked/);
    expect(page.body).toMatch(/name="basis" value="documented" checked/);
    // sent once more as it stands, nothing changes
    await send(group, { ...fields, ...answers, shown: shownIn(page) });
    expect((await server.get(`/v1${here}`)).body.version).toBe(stored.body.version);
  });

  it('refuses an answer of which nobody says how it is known, and keeps what was typed', async () => {
    const { group } = await atDataUse();
    const refused = await send(group, {
      then: 'next',
      [`${EXPLAINED}/value`]: 'partly',
      [`${EXPLAINED}/note`]: 'A note',
    });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('href="#basis"');
    expect(refused.body).toMatch(/name="answers\/data-use-explained\/value" value="partly" checked/);
    expect(refused.body).toContain('>A note</textarea>');
    const lonely = await send(group, { then: 'next', [`${EXPLAINED}/note`]: 'A note' });
    expect(lonely.status).toBe(422);
    expect(lonely.body).toContain('so that what you wrote about it can be kept');
  });

  it('shows what somebody else stored meanwhile beside what was typed, and takes it when sent again', async () => {
    const { group } = await atDataUse();
    const answers = (value: string): Record<string, string> => ({
      then: 'later',
      basis: 'stated',
      [`${EXPLAINED}/value`]: value,
    });
    taken(await send(group, answers('no')));
    const late = await send(group, answers('yes'));
    expect(late.status).toBe(412);
    expect(late.body).toContain('What is stored now');
    expect(late.body).toContain('<dd>No</dd>');
    expect(late.body).toMatch(/data-use-explained\/value" value="yes" checked/);
    taken(await send(group, { shown: shownIn(late), ...answers('yes') }));
  });

  it('asks to look again at text that looks like a client’s, and takes it once that is confirmed', async () => {
    const { group } = await atDataUse();
    const answers = {
      then: 'later',
      basis: 'stated',
      [`${EXPLAINED}/value`]: 'yes',
      [`${EXPLAINED}/note`]: 'Ask 312-555-0142',
    };
    const asked = await send(group, answers);
    expect([asked.status, asked.body.includes('name="text-confirmed"')]).toEqual([422, true]);
    taken(await send(group, { ...answers, 'text-confirmed': 'yes' }));
  });
});

describe('with scripts', () => {
  it('what is ready is kept at once, and what waits is said', async () => {
    const { here, group } = await atDataUse();
    const sent = { [`${EXPLAINED}/value`]: 'unknown', [`${DISCLOSED}/value`]: 'yes' };
    const kept = await send(`${group}/saves`, sent);
    expect(kept.body).toContain('Saved. Say below how you know your answers');
    expect(kept.body).not.toContain('<html');
    expect(shownIn(kept)).toMatch(/^data-use-explained:[0-9a-f]+$/);
    expect((await server.get(`/v1${here}`)).body.progress).toMatchObject({ answered: 1, unknown: 1 });
    const all = await send(`${group}/saves`, { ...sent, basis: 'stated', shown: shownIn(kept) });
    expect(all.body).toContain('>Saved.<');
  });
});

describe('submitting', () => {
  it('takes a name and a role, asks once about what is open, and freezes the answers', async () => {
    const { here, group } = await startAnswering();
    const asked = await send(`${here}/submissions`, { version: '1', name: 'Dana Whitfield', role: 'Owner' });
    expect(asked.status).toBe(409);
    expect(asked.body).toContain('href="#openCountsAsUnknown"');
    expect(asked.body).toContain('value="Dana Whitfield"');
    const fields = { version: '1', name: 'Dana Whitfield', role: 'Owner', openCountsAsUnknown: 'true' };
    expect(taken(await send(`${here}/submissions`, fields))).toBe(here);
    const page = await server.get<string>(here);
    expect(page.body).toContain('Dana Whitfield, Owner');
    expect(page.body).toContain('Still to find out');
    expect(page.body).not.toContain('/submissions');
    expect(taken(await server.get(group))).toBe(here);
    const late = { then: 'next', [`${EXPLAINED}/value`]: 'unknown' };
    expect((await send(`${here}/groups/data-use`, late)).status).toBe(409);
  });
});

describe('whoever may not', () => {
  it('finds nothing of another practice, and nothing where there is nothing', async () => {
    const { here, group } = await startAnswering();
    const stranger = await people.add({ secondFactor: true });
    for (const url of [`${at}/questionnaires`, here, group]) {
      expect((await server.get(url, { key: stranger.session })).status).toBe(404);
    }
    expect((await server.get(`${here}/groups/no-such-group`)).status).toBe(404);
    expect((await server.get(`${group}?part=99`)).status).toBe(404);
  });

  it('reads as an auditor and answers nothing; answers as a clinician and asks nothing', async () => {
    const { here, group } = await startAnswering();
    const [auditor, clinician] = [
      await people.add({ secondFactor: true }),
      await people.add({ secondFactor: true }),
    ];
    await people.join(auditor, practice.id, 'auditor');
    await people.join(clinician, practice.id, 'clinician');
    expect((await server.get(here, { key: auditor.session })).status).toBe(200);
    expect((await send(group, { then: 'next' }, auditor.session)).status).toBe(403);
    expect((await server.get(group, { key: clinician.session })).status).toBe(200);
    const asked = await send(`${at}/questionnaires`, { about: 'practice' }, clinician.session);
    expect(asked.status).toBe(403);
  });
});
