// The AI Tech Checklist of a tool as a page: answered, refused as typed, and closed to those who may not.
import { dataFlowBody, serviceBody, vendorBody } from '../factories/records.factory';
import { sendForm, shownIn, taken, type FormFields } from '../support/forms';
import { TestApplication, type Reply } from '../support/test-application';
import { TestPeople } from '../support/test-people';

let server: TestApplication;
let people: TestPeople;
let practice: { id: string; at: string };
let url: string;

beforeAll(async () => {
  [server, people] = await Promise.all([TestApplication.start(), TestPeople.connect()]);
  practice = await server.newOrganization();
  await server.post(`${practice.at}/vendors`, vendorBody());
  const service = (await server.post(`${practice.at}/services`, serviceBody())).body.id as string;
  await server.post(`${practice.at}/data-flows`, dataFlowBody());
  url = `/organizations/${practice.id}/services/${service}/checklist`;
});

afterAll(() => Promise.all([server.close(), people.close()]));

const send = (to: string, fields: FormFields, key?: string): Promise<Reply<string>> =>
  sendForm(server, to, fields, key);

describe('the AI Tech Checklist', () => {
  it('is answered on one page of the tool', async () => {
    const page = await server.get<string>(url);
    expect(page.body).not.toMatch(/value="[^"]*" checked/);
    const refused = await send(url, { 'answers/no_training/value': 'yes' });
    expect([refused.status, refused.body.includes('href="#basis"')]).toEqual([422, true]);
    const fields = {
      basis: 'documented',
      'answers/no_training/value': 'yes',
      'answers/purpose_built/value': 'unknown',
    };
    expect(taken(await send(url, fields))).toBe(url);
    const again = await server.get<string>(url);
    expect(again.body).toMatch(/name="answers\/no_training\/value" value="yes" checked/);
    taken(await send(url, { shown: shownIn(again), ...fields, 'answers/no_training/value': 'partly' }));
    const late = await send(url, { shown: shownIn(again), ...fields, 'answers/no_training/value': 'no' });
    expect([late.status, late.body.includes('<dd>Partly</dd>')]).toEqual([412, true]);
  });

  it('is not found by a stranger, and read but not answered by an auditor', async () => {
    const [stranger, auditor] = [
      await people.add({ secondFactor: true }),
      await people.add({ secondFactor: true }),
    ];
    await people.join(auditor, practice.id, 'auditor');
    expect((await server.get(url, { key: stranger.session })).status).toBe(404);
    expect((await server.get(url, { key: auditor.session })).status).toBe(200);
    expect((await send(url, {}, auditor.session)).status).toBe(403);
  });
});
