// The registers of living with AI by their pages: chosen tool, form, what is worked out, and what is refused.
import {
  biasAuditBody,
  disputedDecisionBody,
  exitPlanBody,
  serviceBody,
  vendorBody,
} from '../factories/records.factory';
import { sendForm, taken, type FormFields } from '../support/forms';
import { TestApplication, type Reply } from '../support/test-application';

let server: TestApplication;

beforeAll(async () => {
  server = await TestApplication.start();
});

afterAll(() => server.close());

interface Place {
  at: string;
  registers: string;
}

async function practice(): Promise<Place> {
  const { id, at } = await server.newOrganization();
  await server.post(`${at}/vendors`, vendorBody());
  await server.post(`${at}/services`, serviceBody());
  return { at, registers: `/organizations/${id}/registers` };
}

const send = (url: string, fields: FormFields): Promise<Reply<string>> => sendForm(server, url, fields);
const see = async (url: string): Promise<string> =>
  (await server.get<string>(url)).body.replaceAll('&#x3D;', '=').replaceAll('&#x27;', "'");

const AUDIT: FormFields = {
  output: 'appointment',
  measure: 'An appointment within seven days',
  smallestGroup: '30',
  thresholdPercent: '80',
  thresholdSetOn: '2026-06-20',
  periodStart: '2026-07-01',
  periodEnd: '2026-09-30',
  method: 'All requests of the quarter',
  doneBy: 'Priya Anand, Clinical director',
  doneOn: '2026-10-08',
  'groups/0/dimension': 'insurance',
  'groups/0/group': 'Private',
  'groups/0/people': '100',
  'groups/0/wellServed': '90',
  'groups/1/dimension': 'insurance',
  'groups/1/group': 'Public',
  'groups/1/people': '50',
  'groups/1/wellServed': '30',
  'groups/2/dimension': 'insurance',
  'groups/2/group': 'None',
  'groups/2/people': '8',
  'groups/2/wellServed': '8',
  findings: 'People with public insurance waited longer.',
  actions: 'Requests are put in order by arrival.',
};

describe('a bias audit', () => {
  it('begins with the tool, is counted by groups, and says what came of it', async () => {
    const { registers } = await practice();
    expect(await see(`${registers}/bias-audits/new`)).toContain('?about=northlight-scribe');
    const blank = await see(`${registers}/bias-audits/new?about=northlight-scribe`);
    expect(blank).toMatch(/name="thresholdPercent"[^>]*value="80"/);
    const page = taken(await send(`${registers}/bias-audits?about=northlight-scribe`, AUDIT));
    const shown = await see(page);
    expect(shown).toContain('A difference was found');
    expect(shown).toContain('“Public” at 66.6 percent of “Private”');
    expect(shown).toContain('a rule of thumb of employment law');
    expect(shown).toMatch(/>None<\/td><td[^>]*>fewer than 11<\/td><td[^>]*>not shown/);
    expect(shown).not.toMatch(/<td[^>]*>8<\/td>/);
    expect(await see(`${registers}/bias-audits`)).toContain('It is no measure of HIPAA');
    const [, counts] = /It counts for <a href="([^"]+)">Check the AI tool for bias/.exec(shown) ?? [];
    const obligation = await see((counts as string).replaceAll('&amp;', '&'));
    expect(obligation).toContain('a bias audit on record');
    expect(obligation).toContain('counts for this by itself');
    expect(shown).not.toContain('Tick off');
  });

  it('is refused when more came out well than were counted, with what was typed', async () => {
    const { registers } = await practice();
    const refused = await send(`${registers}/bias-audits?about=northlight-scribe`, {
      ...AUDIT,
      'groups/1/wellServed': '51',
    });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('is more than the 50 who were counted');
    expect(refused.body).toContain('People with public insurance waited longer.');
  });

  it('about a tool of somebody else is not found, nor is a record of another practice', async () => {
    const [mine, theirs] = [await practice(), await practice()];
    const made = await server.post(`${theirs.at}/bias-audits`, biasAuditBody());
    expect((await send(`${mine.registers}/bias-audits?about=nothing`, AUDIT)).status).toBe(404);
    expect((await server.get(`${mine.registers}/bias-audits/${made.body.id}`)).status).toBe(404);
  });
});

describe('a disputed decision', () => {
  const OPEN = { reviewer: null, decidedOn: null, outcome: null, reason: null };

  it('is open until a person has decided, and a task until then', async () => {
    const { at, registers } = await practice();
    const made = await server.post(`${at}/disputed-decisions`, disputedDecisionBody(OPEN));
    const page = `${registers}/disputed-decisions/${made.body.id}`;
    expect(await see(page)).toContain('Open, past the promised day');
    const tasks = async () => (await server.get(`${at}/tasks?kind=dispute_open`)).body.items;
    expect(await tasks()).toEqual([expect.objectContaining({ record: made.body.id, since: '2026-09-07' })]);
    const decided = await send(page, {
      ...{ version: '1', reference: 'D-2026-07', output: 'summary', questionedBy: 'client' },
      ...{ asksForAmendment: 'no', receivedOn: '2026-09-07', answerDays: '14', decidedOn: '2026-09-20' },
      ...{ outcome: 'withdrawn', reviewer: 'Priya Anand, Clinical director', reason: 'It was wrong.' },
    });
    expect(await see(taken(decided))).toContain('Answered after 13 days, as promised');
    expect(await tasks()).toEqual([]);
  });

  it('takes no text that looks like a client’s as its number', async () => {
    const { at } = await practice();
    const refused = await server.post(
      `${at}/disputed-decisions`,
      disputedDecisionBody({ reference: 'MRN 4488123' }),
    );
    expect([refused.status, refused.body.type]).toEqual([422, '/problems/possible-phi']);
  });
});

describe('the others', () => {
  it('a log gone through with nothing odd, a kept promise, a review by its agenda, a plan for leaving', async () => {
    const { at, registers } = await practice();
    const log = await send(`${registers}/log-reviews?about=northlight-scribe`, {
      ...{ log: 'access', periodStart: '2026-09-01', periodEnd: '2026-09-30', doneOn: '2026-10-02' },
      ...{ doneBy: 'Dana Whitfield', entries: '20', lookedAt: '20', chosen: 'all', 'anomalies-none': 'yes' },
    });
    expect(await see(taken(log))).toContain('Nothing odd');
    const figure = await send(`${registers}/performance-measurements?about=northlight-scribe`, {
      ...{ figure: 'edits_per_note', measured: '3.4', unit: 'count', scope: 'average', cases: '40' },
      ...{ periodStart: '2026-09-01', periodEnd: '2026-09-30', measuredBy: 'practice' },
    });
    expect(await see(taken(figure))).toContain('Nothing was promised');
    const agenda = await see(`${registers}/vendor-reviews/new?about=northlight-notes&kind=security_check`);
    expect(agenda).toMatch(/value="security_changes" selected/);
    const review = await send(`${registers}/vendor-reviews?about=northlight-notes`, {
      ...{ kind: 'security_check', services: ['', 'northlight-scribe'], doneOn: '2026-10-02' },
      ...{ tookPart: 'Dana Whitfield, Security official', conclusion: 'go_on' },
      ...{ 'points/0/point': 'security_changes', 'points/0/standing': 'no_concern' },
      ...{
        'agreed/0/what': 'Send the new report',
        'agreed/0/owner': 'Vendor',
        'agreed/0/dueOn': '2026-10-20',
      },
    });
    expect(await see(taken(review))).toContain('Not gone through: security incidents');
    const plan = await server.post(`${at}/exit-plans`, exitPlanBody({ trials: null }));
    expect(await see(`${registers}/exit-plans/${plan.body.id}`)).toContain('An export was never tried');
    expect(await see(`${registers}/exit-plans`)).toContain('Not ready');
  });

  it('a register without records says what that means, and every register is on the page of all', async () => {
    const { registers } = await practice();
    expect(await see(`${registers}/exit-plans`)).toContain('No plan for leaving a tool is on record.');
    const all = await see(registers);
    for (const name of [
      'bias-audits',
      'log-reviews',
      'disputed-decisions',
      'performance-measurements',
      'vendor-reviews',
      'exit-plans',
    ])
      expect(all).toContain(`${registers}/${name}"`);
  });
});
