// Vendors at full width over the API: what does not fit is refused by its own code, and nothing of it is saved.
import {
  agreementBody,
  clinicalValidationBody,
  dataFlowBody,
  exitTermsBody,
  modelCardBody,
  serviceBody,
  serviceLevelBody,
  vendorBody,
} from './factories/records.factory';
import { TestApplication } from './support/test-application';

let server: TestApplication;

beforeAll(async () => {
  server = await TestApplication.start();
});

afterAll(() => server.close());

/** A fresh practice with the example's vendor and service. */
async function practice(): Promise<string> {
  const { at } = await server.newOrganization();
  await server.post(`${at}/vendors`, vendorBody());
  await server.post(`${at}/services`, serviceBody());
  return at;
}

const firstFault = ({
  status,
  body,
}: {
  status: number;
  body: { errors: { pointer: string; code: string }[] };
}) => [status, body.errors[0]?.pointer, body.errors[0]?.code];

describe('a model version that does not exist', () => {
  const inUse = (version: string) => ({ modelVersions: [{ model: 'Northlight Notewriter', version }] });

  it('is refused until a model card of the service describes it', async () => {
    const at = await practice();
    const [service] = (await server.get(`${at}/services`)).body.items;
    const location = `${at}/services/${service.id}`;
    const unknown = ['/modelVersions/0/version', 'unknown-model-version'];
    expect(firstFault(await server.patch(location, 1, inUse('2026.2')))).toEqual([422, ...unknown]);
    expect((await server.get(location)).body).toEqual(service);

    await server.post(`${at}/model-cards`, modelCardBody());
    expect((await server.patch(location, 1, inUse('2026.2'))).body).toMatchObject(inUse('2026.2'));
    expect(firstFault(await server.patch(location, 2, inUse('2026.3')))).toEqual([422, ...unknown]);
  });

  it('cannot come about by giving the card another version', async () => {
    const at = await practice();
    const card = await server.post(`${at}/model-cards`, modelCardBody());
    const [service] = (await server.get(`${at}/services`)).body.items;
    await server.patch(`${at}/services/${service.id}`, 1, inUse('2026.2'));
    const refused = await server.patch(card.headers.location as string, 1, { modelVersion: '2026.3' });
    expect([refused.status, refused.body.errors[0].code]).toEqual([422, 'unknown-model-version']);
    expect(refused.body.errors[0].detail).toContain('northlight-scribe');
  });
});

describe('what does not fit is refused, and nothing of it is saved', () => {
  it.each<[string, string, () => object, [string, string]]>([
    [
      'a promise of more than all of the time',
      'service-levels',
      () => serviceLevelBody({ agreement: null, promised: 100.1 }),
      ['/promised', 'number-out-of-unit'],
    ],
    [
      'an availability in hours',
      'service-levels',
      () => serviceLevelBody({ agreement: null, unit: 'hours' }),
      ['/unit', 'unit-not-expected'],
    ],
    [
      'a promise in an agreement that is not there',
      'service-levels',
      () => serviceLevelBody({ agreement: 'nothing' }),
      ['/agreement', 'unknown-reference'],
    ],
    [
      'exit terms in an agreement that is not there',
      'exit-terms',
      () => exitTermsBody({ agreement: 'nothing' }),
      ['/agreement', 'unknown-reference'],
    ],
    [
      'a study of a model that no card describes',
      'clinical-validations',
      () => clinicalValidationBody({ modelCard: 'nothing' }),
      ['/modelCard', 'unknown-reference'],
    ],
    [
      'a ground of exception without a reason',
      'data-flows',
      () => dataFlowBody({ recipientRole: 'exception', exceptionGround: 'treatment_disclosure' }),
      ['/exceptionReason', 'reason-missing'],
    ],
    [
      'an AI service as a mere conduit',
      'data-flows',
      () =>
        dataFlowBody({
          recipientRole: 'exception',
          exceptionGround: 'conduit',
          exceptionReason: 'It only passes the audio on.',
        }),
      ['/exceptionGround', 'exception-contradicted'],
    ],
    [
      'an exception without ground or citation',
      'data-flows',
      () => dataFlowBody({ recipientRole: 'exception' }),
      ['/exceptionCitation', 'citation-missing'],
    ],
  ])('%s', async (_what, path, body, fault) => {
    const at = await practice();
    expect(firstFault(await server.post(`${at}/${path}`, body()))).toEqual([422, ...fault]);
    expect((await server.get(`${at}/${path}`)).body.items).toEqual([]);
  });

  it('a second set of exit terms for a service', async () => {
    const at = await practice();
    await server.post(`${at}/exit-terms`, exitTermsBody({ agreement: null }));
    const second = await server.post(`${at}/exit-terms`, exitTermsBody({ key: 'other', agreement: null }));
    expect(firstFault(second)).toEqual([409, '/service', 'already-there']);
  });

  it('a promise in an agreement with another vendor', async () => {
    const at = await practice();
    await server.post(`${at}/vendors`, vendorBody({ key: 'other-vendor' }));
    await server.post(`${at}/agreements`, agreementBody({ vendor: 'other-vendor', services: [] }));
    const refused = await server.post(`${at}/service-levels`, serviceLevelBody());
    expect(firstFault(refused)).toEqual([422, '/agreement', 'agreement-of-another-vendor']);
  });

  it('a plan that is not among those listed', async () => {
    const at = await practice();
    const [service] = (await server.get(`${at}/services`)).body.items;
    const refused = await server.patch(`${at}/services/${service.id}`, 1, { plan: 'enterprise' });
    expect(firstFault(refused)).toEqual([422, '/plan', 'unknown-plan']);
  });
});

it('an exception by its ground and reason is saved, without a citation of its own', async () => {
  const at = await practice();
  const flow = dataFlowBody({
    recipientRole: 'exception',
    exceptionGround: 'treatment_disclosure',
    exceptionReason: 'The recipient is the psychiatrist who treats the same clients.',
  });
  const made = await server.post(`${at}/data-flows`, flow);
  expect([made.status, made.body]).toMatchObject([201, { ...flow, exceptionCitation: null }]);
});

it('a telephone number and an e-mail address are checked', async () => {
  const { at } = await server.newOrganization();
  const [contact] = vendorBody().contacts;
  const wrong = { ...contact, email: 'nobody', phone: 'call us' };
  const refused = await server.post(`${at}/vendors`, vendorBody({ contacts: [wrong] }));
  expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
    '/contacts/0/email',
    '/contacts/0/phone',
  ]);
});

describe('the list of vendors', () => {
  async function vendorsOf(): Promise<(query: string) => Promise<string[]>> {
    const at = await practice();
    await server.post(`${at}/vendors`, vendorBody({ key: 'tidebook', name: 'Tidebook 100% Billing' }));
    await server.post(`${at}/vendors`, vendorBody({ key: 'fernhill', name: 'Fernhill Records' }));
    const calendar = { key: 'calendar', vendor: 'tidebook', usesAi: false, modelProviders: null };
    await server.post(`${at}/services`, serviceBody(calendar));
    return async (query) => {
      const { body } = await server.get(`${at}/vendors?${query}`);
      return (body.items as { key: string }[]).map(({ key }) => key);
    };
  }

  it('is narrowed by text in name or key, and by whether a service uses AI', async () => {
    const vendors = await vendorsOf();
    expect(await vendors('')).toEqual(['northlight-notes', 'tidebook', 'fernhill']);
    expect(await vendors('usesAi=true')).toEqual(['northlight-notes']);
    expect(await vendors('usesAi=false')).toEqual(['tidebook', 'fernhill']);
    expect(await vendors('text=BILLING')).toEqual(['tidebook']);
    expect(await vendors('text=hill&usesAi=true')).toEqual([]);
    expect(await vendors('text=0%25')).toEqual(['tidebook']);
    expect(await vendors('text=_')).toEqual([]);
    expect(await vendors('key=fernhill&usesAi=false')).toEqual(['fernhill']);
  });

  it('says of each vendor whether it offers AI, and the dossier does not', async () => {
    const at = await practice();
    const { items } = (await server.get(`${at}/vendors`)).body;
    expect(items).toMatchObject([{ key: 'northlight-notes', usesAi: true }]);
    expect((await server.get(`${at}/vendors/${items[0].id}`)).body).toMatchObject({ usesAi: true });
    expect((await server.get(`${at}/dossier`)).body.vendors[0]).not.toHaveProperty('usesAi');
  });

  it.each(['usesAi=perhaps', 'text=', 'color=blue'])('%s is refused', async (query) => {
    const { at } = await server.newOrganization();
    const refused = await server.get(`${at}/vendors?${query}`);
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, `/${query.split('=')[0]}`]);
  });
});
