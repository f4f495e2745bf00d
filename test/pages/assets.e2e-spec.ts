// The inventory by its pages: begun with what most practices have, filled in, held against the safeguards, and shown in the register of the whole practice.
import { safeguardBody, serviceBody, vendorBody } from '../factories/records.factory';
import { sendForm, taken, type FormFields } from '../support/forms';
import { TestApplication } from '../support/test-application';

let server: TestApplication;

beforeAll(async () => {
  server = await TestApplication.start();
});

afterAll(() => server.close());

interface Place {
  at: string;
  here: string;
}

async function practice(): Promise<Place> {
  const { id, at } = await server.newOrganization();
  await server.post(`${at}/vendors`, vendorBody());
  await server.post(`${at}/services`, serviceBody());
  return { at, here: `/organizations/${id}/registers` };
}

const send = (url: string, fields: FormFields) => sendForm(server, url, fields);
const see = async (url: string): Promise<string> =>
  (await server.get<string>(url)).body.replaceAll('&#x3D;', '=').replaceAll('&#x27;', '’');
const items = async (url: string): Promise<Record<string, unknown>[]> => (await server.get(url)).body.items;

const LAPTOP = {
  ...{ name: 'Laptop of the owner', kind: 'laptop', responsible: 'Owner', handlesClientData: 'yes' },
  ...{ encryptedAtRest: 'no', locksItself: 'yes', reviewedOn: '2026-10-01' },
};

describe('the inventory, by its pages', () => {
  it('begins with what most practices have, of which nothing is known yet', async () => {
    const { at, here } = await practice();
    expect(await see(`${here}/assets`)).toContain('value="laptop" checked');
    taken(await send(`${here}/assets`, { usual: ['', 'laptop', 'home-office', 'spaceship'] }));
    expect(
      (await items(`${at}/assets`)).map(({ key, handlesClientData }) => [key, handlesClientData]),
    ).toEqual([['laptop', 'unknown']]);
    expect((await items(`${at}/locations`)).map(({ key }) => key)).toEqual(['home-office']);
    const page = await see(`${here}/assets`);
    expect(page).toContain('Nobody has looked whether client data is on it');
    expect(page).toContain('Not known where');
    expect(page).not.toContain('value="laptop"');
    const tasks = (await items(`${at}/tasks?limit=200`)).filter(({ kind }) => kind === 'asset_open');
    expect(tasks).toHaveLength(1);
  });

  it('is filled in by forms, which come back with what was wrong', async () => {
    const { at, here } = await practice();
    const url = taken(await send(`${here}/assets/things`, LAPTOP));
    expect(url).toContain(`${here}/assets`);
    const refused = await send(`${here}/assets/connections`, {
      ...{ from: 'laptop-of-the-owner', network: 'internet', carriesClientData: 'yes' },
      ...{ encryptedInTransit: 'unknown', remoteAccess: 'no' },
    });
    expect([refused.status, refused.body.includes('choose one end')]).toEqual([422, true]);
    taken(
      await send(`${here}/assets/connections`, {
        ...{ from: 'laptop-of-the-owner', toService: 'northlight-scribe', network: 'internet' },
        ...{ carriesClientData: 'yes', encryptedInTransit: 'unknown', remoteAccess: 'no' },
      }),
    );
    const [connection] = await items(`${at}/asset-connections`);
    expect(connection?.toService).toBe('northlight-scribe');
    const page = await see(`${here}/assets`);
    expect(page).toContain('What it stores is not encrypted');
    expect(page).toContain('C1: ENCRYPTION NOT KNOWN');
    const [laptop] = await items(`${at}/assets`);
    const form = `${here}/assets/things/${String(laptop?.id)}`;
    expect(await see(`${form}/edit`)).toContain('Laptop of the owner');
    taken(
      await send(form, { ...LAPTOP, version: '1', 'disposal/on': '2026-10-02', 'disposal/method': 'wiped' }),
    );
    const gone = await see(`${here}/assets`);
    expect(gone).toContain('nothing on file shows that no client data left with it');
    expect(gone).toContain('The tool is used on no device that still is in use');
  });

  it('speaks against an answer about the Security Rule, and stands in the register of the whole practice', async () => {
    const { at, here } = await practice();
    const entry = { key: '164-312-a-2-iv', entry: '164.312(a)(2)(iv)', status: 'in_place' };
    await server.post(`${at}/safeguards`, safeguardBody({ ...entry, evidenceKeys: null, decision: null }));
    taken(await send(`${here}/assets/things`, LAPTOP));
    const safeguards = await see(`${here.replace('/registers', '')}/safeguards`);
    expect(safeguards).toContain('The list of assets says otherwise: Laptop of the owner.');
    const risks = await see(`${here}/risks`);
    expect(risks).toContain('Laptop of the owner: <strong class="alarm">What it stores is not encrypted');
    expect(risks).toContain('T-46');
    const surroundings = await see(`${here}/risks?source=environmental`);
    expect(surroundings).toContain('T-46');
    expect(surroundings).not.toContain('T-40');
  });

  it('knows no other pages', async () => {
    const { here } = await practice();
    expect((await server.get(`${here}/assets/spaceships/new`)).status).toBe(404);
  });
});
