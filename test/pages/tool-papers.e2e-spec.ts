// Reports, tests and papers about a tool by the pages: forms in parts, with rows for what a paper lists, and what is weak in each on the page of the tool.
import type { Role } from '../../src/permissions/roles';
import { serviceBody, vendorBody } from '../factories/records.factory';
import { sendForm, taken, type FormFields } from '../support/forms';
import { TestApplication, type Reply } from '../support/test-application';
import { TestPeople } from '../support/test-people';

let server: TestApplication;
let people: TestPeople;
let practice: { id: string; at: string; key: string };
let tool: string;

beforeAll(async () => {
  [server, people] = await Promise.all([TestApplication.start(), TestPeople.connect()]);
  practice = await server.newOrganization();
  expect((await server.post(`${practice.at}/vendors`, vendorBody())).status).toBe(201);
  const service = await server.post<{ id: string }>(`${practice.at}/services`, serviceBody());
  tool = `/organizations/${practice.id}/services/${service.body.id}`;
});

afterAll(() => Promise.all([server.close(), people.close()]));

const send = (url: string, fields: FormFields, key?: string): Promise<Reply<string>> =>
  sendForm(server, url, fields, key);

async function lastOf(records: string): Promise<{ id: string; version: number; [field: string]: unknown }> {
  const { items } = (await server.get(`${practice.at}/${records}`)).body as { items: object[] };
  return items.at(-1) as { id: string; version: number };
}

const pageOfTool = async (): Promise<string> => (await server.get<string>(tool)).body;

const REPORT = {
  kind: 'soc2_type_2',
  services: ['', 'northlight-scribe'],
  aiFeatureInScope: 'yes',
  reportedEntity: 'Northlight Notes, Inc.',
  opinion: 'qualified',
  qualifiedCriteria: 'CC6.1',
  auditor: 'Alder & Finch CPAs LLP',
  licensedCpaFirm: 'yes',
  periodStart: '2025-07-01',
  periodEnd: '2026-06-30',
  categories: ['', 'security'],
  // the first row was left empty
  'exceptions/0/criterion': '',
  'exceptions/0/summary': '',
  'exceptions/1/criterion': 'CC6.2',
  'exceptions/1/summary': 'Two of 25 leavers kept access for a week.',
  'userEntityControls/0/text': 'Remove accounts of staff who leave.',
  'userEntityControls/0/topic': 'off_boarding',
  'userEntityControls/0/status': 'not_done',
  'userEntityControls/1/text': '',
  'subserviceOrganizations/0/name': '',
  'controlsNotTested-none': ['', 'yes'],
  'review/conditions': '',
  'review/reviewer/name': '',
};

describe('a SOC 2 report, by its form', () => {
  it('is asked for in parts and answered for nobody', async () => {
    const page = await server.get<string>(`${tool}/soc2-reports/new`);
    expect(page.status).toBe(200);
    expect(page.body).toContain('What is the auditor’s opinion?');
    expect(page.body).toContain('<legend>Exception 1</legend>');
    expect(page.body).not.toMatch(/ checked| selected/);
  });

  it('is added with what it lists, and what is empty stays unread', async () => {
    expect(taken(await send(`${tool}/soc2-reports`, REPORT))).toBe(tool);
    const report = await lastOf('soc2-reports');
    expect(report).toMatchObject({
      vendor: 'northlight-notes',
      qualifiedCriteria: ['CC6.1'],
      exceptions: [{ criterion: 'CC6.2' }],
      userEntityControls: [{ key: 'cuec-1', status: 'not_done' }],
      controlsNotTested: [],
    });
    for (const field of ['review', 'controlTests', 'subserviceOrganizations', 'incidents'])
      expect(report[field] ?? null).toBeNull();
    const page = await pageOfTool();
    expect(page).toContain('<span class="alarm">Qualified opinion on CC6.1.</span>');
    expect(page).toContain('1 thing that you have to do for it is not done');
  });

  it('is shown as it is stored, and keeps the keys of its duties when it is changed', async () => {
    const { id, version } = await lastOf('soc2-reports');
    const form = (await server.get<string>(`${tool}/soc2-reports/${id}/edit`)).body;
    expect(form).toContain('Two of 25 leavers kept access for a week.');
    expect(form).toContain('<legend>Exception 2</legend>');
    expect(form).toMatch(/name="controlsNotTested-none" value="yes" checked/);
    const changed = {
      ...REPORT,
      ...{ 'exceptions/1/criterion': '', 'exceptions/1/summary': '', 'exceptions-none': ['', 'yes'] },
      ...{
        'userEntityControls/1/text': 'Sign in in two steps.',
        'userEntityControls/1/topic': 'authentication',
      },
      ...{ 'userEntityControls/1/status': 'planned', 'controlsNotTested-none': '', version: String(version) },
    };
    expect(taken(await send(`${tool}/soc2-reports/${id}`, changed))).toBe(tool);
    expect(await lastOf('soc2-reports')).toMatchObject({
      exceptions: [],
      userEntityControls: [{ key: 'cuec-1' }, { key: 'cuec-2' }],
      controlsNotTested: null,
    });
    expect(await pageOfTool()).toContain('still to be recorded: the controls that could not be tested');
    const late = await send(`${tool}/soc2-reports/${id}`, { ...changed, auditor: 'Other LLP' });
    expect(late.status).toBe(412);
    expect(late.body).toContain('<dt>Who signed it?</dt><dd>Alder &amp; Finch CPAs LLP</dd>');
  });

  it('comes back as it was typed, with what is wrong at the row', async () => {
    const refused = await send(`${tool}/soc2-reports`, {
      ...REPORT,
      'userEntityControls/0/status': 'done',
      'exceptions/1/sampleSize': 'many',
    });
    expect(refused.status).toBe(400);
    expect(refused.body).toContain(
      '<a href="#exceptions/1/sampleSize">Exception 2: How many were looked at?',
    );
    expect(refused.body).toContain('value="many"');
    const undated = await send(`${tool}/soc2-reports`, { ...REPORT, 'userEntityControls/0/status': 'done' });
    expect(undated.status).toBe(422);
    expect(undated.body).toContain('<a href="#userEntityControls/0/doneSince">Duty 1: If so: since when?');
    const both = await send(`${tool}/soc2-reports`, { ...REPORT, 'exceptions-none': 'yes' });
    expect(both.status).toBe(400);
    expect(both.body).toContain('<a href="#exceptions-none">');
  });
});

describe('the other papers, by their forms', () => {
  it.each([
    [
      'attestations',
      {
        kind: 'penetration_test',
        services: ['', 'northlight-scribe'],
        issuer: 'Larkspur Testing LLC',
        issuedOn: '2024-05-20',
      },
      'Expired: it counts no more since May 21, 2025.',
    ],
    [
      'model-cards',
      {
        ...{
          model: 'Notewriter',
          modelVersion: '2026.2',
          provider: 'Northlight Notes, Inc.',
          datedOn: '2026-06-02',
        },
        ...{ intendedUse: 'Drafting notes', trainedOnClientData: 'unknown', 'limitations-none': ['', 'yes'] },
        ...{ 'metrics/0/name': 'word error rate', 'metrics/0/value': '7.2', 'metrics/1/name': '' },
      },
      'Whether it was trained on data of clients is not known.',
    ],
    [
      'clinical-validations',
      {
        ...{ study: 'Accuracy of drafted notes', design: 'benchmark', independent: 'no', peerReviewed: 'no' },
        ...{ finding: 'favorable', outcome: '96 percent matched.', publishedOn: '2026-08-14' },
      },
      'Not independent of the vendor.',
    ],
    [
      'financial-standings',
      {
        ...{
          asOf: '2026-09-30',
          ownership: 'founders',
          profitable: 'no',
          auditedStatementsSeen: 'false',
          basis: 'stated',
        },
        ...{ 'insurance/cyberLimitUsd': '0', runwayMonths: '4' },
      },
      'Its money lasts for 4 months.',
    ],
    [
      'service-levels',
      { measure: 'availability', promised: '99.9', unit: 'percent', measuredOver: 'month', remedy: 'none' },
      'Nothing follows when it is not kept.',
    ],
    [
      'exit-terms',
      {
        ...{
          'exportFormats-none': ['', 'yes'],
          exportFormats: '',
          exportCost: 'unknown',
          deletionDays: '30',
        },
        ...{ certificateOfDestruction: 'no', coversInsolvency: 'unknown' },
      },
      'Your data cannot be taken along.',
    ],
  ] as [string, FormFields, string][])(
    '%s are added, listed with what is weak, and changed',
    async (path, fields, told) => {
      const blank = await server.get<string>(`${tool}/${path}/new`);
      expect(blank.status).toBe(200);
      expect(blank.body).not.toMatch(/ checked| selected/);
      const empty = await send(`${tool}/${path}`, {});
      expect(empty.status).toBe(400);
      expect(empty.body).toContain('id="faults"');
      expect(taken(await send(`${tool}/${path}`, fields))).toBe(tool);
      const { id, version } = await lastOf(path);
      const page = await pageOfTool();
      expect(page).toContain(told);
      expect(page).toContain(`href="${tool}/${path}/${id}/edit"`);
      expect((await server.get(`${tool}/${path}/${id}/edit`)).status).toBe(200);
      expect(taken(await send(`${tool}/${path}/${id}`, { ...fields, version: String(version) }))).toBe(tool);
    },
  );

  it('know the lists that are empty from those that nobody has read', async () => {
    const card = await lastOf('model-cards');
    expect(card).toMatchObject({ limitations: [], metrics: [{ name: 'word error rate', value: 7.2 }] });
    expect(card.outOfScopeUses ?? null).toBeNull();
    expect(await lastOf('exit-terms')).toMatchObject({ exportFormats: [] });
  });

  it('are one a tool where one leaves it', async () => {
    expect(await pageOfTool()).not.toContain(`${tool}/exit-terms/new`);
  });
});

describe('who may', () => {
  const roleKey = async (role: Role): Promise<string> => {
    const person = await people.add({ secondFactor: true });
    await people.join(person, practice.id, role);
    return person.session;
  };

  it('reads the papers without the right to keep them, and is offered no form', async () => {
    const key = await roleKey('auditor');
    const page = (await server.get<string>(tool, { key })).body;
    expect(page).toContain('Reports, tests and papers');
    expect(page).not.toMatch(/(soc2-reports|attestations|exit-terms)\/[^"]*(new|edit)"/);
    expect((await server.get(`${tool}/soc2-reports/new`, { key })).status).toBe(403);
    expect((await send(`${tool}/soc2-reports`, REPORT, key)).status).toBe(403);
  });

  it('finds nothing of another practice', async () => {
    const stranger = await people.add({ secondFactor: true });
    expect((await server.get(`${tool}/soc2-reports/new`, { key: stranger.session })).status).toBe(404);
    const { id } = await lastOf('model-cards');
    expect((await server.get(`${tool}/model-cards/${id}/edit`, { key: stranger.session })).status).toBe(404);
  });
});
