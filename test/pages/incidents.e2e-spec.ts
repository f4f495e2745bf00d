// Incidents by the pages: reported in a few questions, judged a factor at a time, notices noted, closed with nothing left; and shown where they matter.
import {
  agreementBody,
  dataFlowBody,
  incidentBody,
  serviceBody,
  vendorBody,
} from '../factories/records.factory';
import { sendForm, taken, type FormFields } from '../support/forms';
import { TestApplication, type Reply } from '../support/test-application';
import { TestPeople } from '../support/test-people';

let server: TestApplication;
let people: TestPeople;

beforeAll(async () => {
  [server, people] = await Promise.all([TestApplication.start(), TestPeople.connect()]);
});

afterAll(() => Promise.all([server.close(), people.close()]));

interface Place {
  id: string;
  /** of the API */
  at: string;
  /** of the pages */
  here: string;
  tool: string;
}

async function practice(): Promise<Place> {
  const { id, at } = await server.newOrganization();
  await server.post(`${at}/vendors`, vendorBody());
  const service = await server.post(`${at}/services`, serviceBody());
  const here = `/organizations/${id}`;
  return { id, at, here, tool: `${here}/services/${service.body.id}` };
}

const send = (url: string, fields: FormFields, key?: string): Promise<Reply<string>> =>
  sendForm(server, url, fields, key);
/** Handlebars writes = in attributes as a reference. */
const see = async (url: string): Promise<string> =>
  (await server.get<string>(url)).body.replaceAll('&#x3D;', '=');

const REPORT = {
  title: 'Letter sent to another address',
  kind: 'wrong_recipient',
  knownOn: '2026-10-13',
  impermissibleUse: 'unknown',
  dataSecured: 'no',
  affectedIndividuals: '1',
  services: ['', 'northlight-scribe'],
  vendor: '',
};

async function reported({ here }: Place, changes: FormFields = {}): Promise<string> {
  return taken(await send(`${here}/incidents`, { ...REPORT, ...changes }));
}

async function versionOf({ at }: Place, page: string): Promise<string> {
  const { body } = await server.get(`${at}/incidents/${page.split('/').at(-1)}`);
  return String(body.version);
}

describe('an incident, by its pages', () => {
  it('is reported in eight answers, none given for anybody but today as the day', async () => {
    const { here } = await practice();
    const form = await see(`${here}/incidents/new`);
    expect(form).toContain('When did anybody of the practice first know of it?');
    expect(form).not.toMatch(/ checked| selected/);
    expect(form.match(/class="field/g)).toHaveLength(8);
    expect(form).toMatch(/name="knownOn" type="date" value="20/);
  });

  it('tells what is owed and by when, on its page, in the list, on the overview and on the page of the tool', async () => {
    const place = await practice();
    const page = await reported(place);
    const shown = await see(page);
    expect(shown).toContain('Counts as a breach until you show otherwise');
    expect(shown).toContain('by Dec 12, 2026 at the latest');
    expect(shown).toContain('not checked against the text');
    expect(shown).toMatch(/<svg[^>]+role="img"/);
    expect(await see(`${place.here}/incidents`)).toContain('by Dec 12, 2026 at the latest');
    const overview = await see(place.here);
    expect(overview).toContain(`“Letter sent to another address”: Tell each person concerned`);
    expect(overview).toContain(`href="${page}"`);
    expect(await see(place.tool)).toContain(`<a href="${page}">Letter sent to another address</a>`);
  });

  it('is judged a factor at a time, and low only with all four', async () => {
    const place = await practice();
    const page = await reported(place);
    const factors = ['nature_of_data', 'who_received', 'acquired_or_viewed', 'mitigated'];
    const conclusion = {
      'conclusion/probability': 'low',
      'conclusion/reason': 'It came back unopened.',
      'conclusion/decidedOn': '2026-10-20',
    };
    const early = await send(`${page}/conclusion`, { ...conclusion, version: await versionOf(place, page) });
    expect(early.status).toBe(422);
    expect(early.body).toContain('needs all four factors');
    expect(early.body).toContain('It came back unopened.');
    for (const [index, factor] of factors.entries()) {
      const asked = await see(`${page}/factors/${factor}`);
      expect(asked).toContain(`Factor ${index + 1} of 4.`);
      const found = { finding: 'points_to_low', reason: 'It came back unopened.' };
      const next = taken(
        await send(`${page}/factors/${factor}`, { ...found, version: await versionOf(place, page) }),
      );
      expect(next).toBe(index < 3 ? `${page}/factors/${factors[index + 1]}` : `${page}/conclusion`);
    }
    taken(await send(`${page}/conclusion`, { ...conclusion, version: await versionOf(place, page) }));
    const shown = await see(page);
    expect(shown).toContain('low probability that data was compromised');
    expect(shown).not.toContain('recipient=individuals');
    // the law of the state has a test of its own
    expect(shown).toContain('recipient=state');
  });

  it('takes no factor without a reason, and shows what was typed again', async () => {
    const place = await practice();
    const page = await reported(place);
    const sent = { finding: 'points_against', reason: '', version: '1' };
    const refused = await send(`${page}/factors/who_received`, sent);
    expect(refused.status).toBe(400);
    expect(refused.body).toMatch(/value="points_against" checked/);
    expect((await server.get(`${page}/factors/luck`)).status).toBe(404);
  });

  it('keeps what another one stored meanwhile', async () => {
    const place = await practice();
    const page = await reported(place);
    const found = { finding: 'points_to_low', reason: 'It came back.', version: '1' };
    taken(await send(`${page}/factors/who_received`, found));
    const stale = await send(`${page}/factors/who_received`, { ...found, reason: 'Another reason.' });
    expect(stale.status).toBe(412);
    expect(stale.body).toContain('Another reason.');
    expect(stale.body).toContain('It came back.');
  });

  it('has its notices noted once each, with the day', async () => {
    const place = await practice();
    const page = await reported(place);
    const to = `${page}/notices?recipient=individuals`;
    const early = await send(to, { doneOn: '2026-10-01', version: '1' });
    expect(early.status).toBe(422);
    expect(early.body).toContain('lies before the incident was known');
    taken(await send(to, { doneOn: '2026-10-20', version: '1' }));
    const twice = await send(to, { doneOn: '2026-10-21', version: '2' });
    expect(twice.status).toBe(422);
    expect(twice.body).toContain('keep one');
    expect(await see(page)).toContain('on Oct 20, 2026');
    for (const wrong of ['recipient=nobody', 'recipient=state&state=XX', ''])
      expect((await server.get(`${page}/notices/new?${wrong}`)).status).toBe(404);
  });

  it('is closed only with nothing left, and says what is', async () => {
    const place = await practice();
    const page = await reported(place, { dataSecured: 'yes' });
    const open = await send(`${page}/closing`, {
      mitigation: '',
      outcome: '',
      closedOn: '2026-11-02',
      version: '1',
    });
    expect(open.status).toBe(422);
    expect(open.body).toContain('Write down what happened and how it ended');
    const ended = { mitigation: 'Erased.', outcome: 'Nothing could be read.', closedOn: '2026-11-02' };
    taken(await send(`${page}/closing`, { ...ended, version: '1' }));
    expect(await see(page)).toContain('Closed on Nov 2, 2026');
    expect(await see(`${place.here}/incidents`)).toContain('<h2 id="closed">Closed</h2>');
  });

  it('changes with all that is known of it, and says what is wrong where it stands', async () => {
    const place = await practice();
    const made = await server.post(`${place.at}/incidents`, incidentBody());
    const page = `${place.here}/incidents/${made.body.id}`;
    const form = await see(`${page}/edit`);
    expect(form).toContain('value="2026-09-28"');
    const fields = {
      ...{ title: 'Drafts shown', kind: 'use_not_allowed', knownOn: '2026-09-28', happenedOn: '2026-09-24' },
      ...{ happenedUntil: '', summary: '', shouldHaveBeenKnownOn: '', services: ['', 'northlight-scribe'] },
      ...{ vendor: 'northlight-notes', vendorDiscoveredOn: '2026-09-25', vendorToldOn: '2026-09-28' },
      ...{ vendorIsAgent: 'yes', impermissibleUse: 'yes', dataSecured: 'no', affectedIndividuals: '2' },
      ...{ 'affectedByState/0/state': 'IL', 'affectedByState/0/individuals': '3' },
      ...{ exceptionReason: '', 'lawEnforcementDelay/statedOn': '', 'lawEnforcementDelay/until': '' },
      version: '1',
    };
    const refused = await send(page, fields);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('counts 3 people by state');
    taken(await send(page, { ...fields, affectedIndividuals: '3' }));
    const shown = await see(page);
    expect(shown).toContain('which acts as your agent');
    expect(shown).toContain('Counts as discovered on Sep 25, 2026');
  });

  it('asks before it keeps text that looks like a client’s', async () => {
    const place = await practice();
    const refused = await send(`${place.here}/incidents`, {
      ...REPORT,
      title: 'Mail to client@mail.example lost',
    });
    expect([refused.status, (await server.get(`${place.at}/incidents`)).body.items]).toEqual([422, []]);
  });
});

describe('client data that goes to a vendor without an agreement in force', () => {
  const FLOW = { key: 'scribe-audio', since: '2026-03-01' };
  const LINK = 'Look at this as an incident';

  async function withoutAgreement(): Promise<Place> {
    const place = await practice();
    await server.post(`${place.at}/data-flows`, dataFlowBody(FLOW));
    await server.post(`${place.at}/agreements`, agreementBody({ signedOn: null, effectiveOn: null }));
    return place;
  }
  const tasks = async ({ at }: Place): Promise<{ kind: string; whatToDo: string }[]> =>
    (await server.get(`${at}/tasks?kind=disclosure_not_judged`)).body.items;

  it('is shown on the page of the tool and among the tasks, and leads to a form that knows the tool', async () => {
    const place = await withoutAgreement();
    const page = await see(place.tool);
    expect(page).toContain(LINK);
    expect(await tasks(place)).toMatchObject([{ service: 'northlight-scribe', since: FLOW.since }]);
    const listed = await see(`${place.here}/tasks`);
    const [, to = ''] = /href="([^"]*incidents\/new\?[^"]*)"/.exec(listed) ?? [];
    expect(page).toContain(`href="${to}"`);
    const form = await see(to.replaceAll('&amp;', '&'));
    expect(form).toMatch(
      /name="title"[^>]*value="Client data went to Northlight Scribe without an agreement/,
    );
    expect(form).toMatch(/value="use_not_allowed" checked/);
    expect(form).toMatch(/value="northlight-scribe" checked/);
    expect(form).toMatch(/value="northlight-notes" selected/);
    // what has to be judged is left to the person
    expect(form.match(/name="(impermissibleUse|dataSecured)"[^>]* checked/)).toBeNull();
    expect((await server.get(`${place.at}/incidents`)).body.items).toEqual([]);
  });

  it('is no task any more once somebody has opened an incident for it, and one of before does not count', async () => {
    const place = await withoutAgreement();
    const about = { kind: 'use_not_allowed', vendor: 'northlight-notes' };
    await reported(place, { ...about, knownOn: '2026-02-28' });
    expect(await tasks(place)).toHaveLength(1);
    await reported(place, { ...about, knownOn: '2026-11-20' });
    expect(await tasks(place)).toEqual([]);
    expect(await see(place.tool)).not.toContain(LINK);
  });

  it('is neither where an agreement is in force, nor where HIPAA does not bind the practice', async () => {
    const covered = await practice();
    await server.post(`${covered.at}/data-flows`, dataFlowBody(FLOW));
    await server.post(`${covered.at}/agreements`, agreementBody());
    const unbound = await withoutAgreement();

    const changed = await server.patch(unbound.at, 1, { coveredEntity: 'no' });
    expect(changed.status).toBe(200);
    for (const place of [covered, unbound]) {
      expect(await tasks(place)).toEqual([]);
      expect(await see(place.tool)).not.toContain(LINK);
    }
  });
});

describe('who reads and who writes', () => {
  it('an auditor reads, and is led to no form', async () => {
    const place = await practice();
    const page = await reported(place);
    const auditor = await people.add();
    await people.join(auditor, place.id, 'auditor');
    const key = auditor.session;
    for (const url of [`${place.here}/incidents`, page]) {
      const { status, body } = await server.get<string>(url, { key });
      expect(status).toBe(200);
      expect(body).not.toMatch(/incidents\/new|\/closing"|\/edit"|notices\/new|\/factors\//);
    }
    expect((await send(`${place.here}/incidents`, REPORT, key)).status).toBe(403);
  });

  it('a page of another practice is not found', async () => {
    const [mine, other] = [await practice(), await practice()];
    const id = (await reported(mine)).split('/').at(-1);
    for (const path of [
      '',
      '/edit',
      '/closing',
      '/conclusion',
      '/factors/mitigated',
      '/notices/new?recipient=hhs',
    ])
      expect((await server.get(`${other.here}/incidents/${id}${path}`)).status).toBe(404);
  });
});

it('an empty register says what belongs in it', async () => {
  const { here } = await practice();
  expect(await see(`${here}/incidents`)).toContain('write down also what turned out to be harmless');
});
