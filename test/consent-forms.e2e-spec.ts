// Forms of consent over the API: a draft is adopted once nothing in it is open, attested, counts for the tool, and is withdrawn; what was adopted never changes.
import { consentFormBody, dossierBody, serviceBody, vendorBody } from './factories/records.factory';
import { TestApplication, type Reply } from './support/test-application';
import { TestPeople } from './support/test-people';

let server: TestApplication;

beforeAll(async () => {
  server = await TestApplication.start();
});

afterAll(() => server.close());

const DANA = { name: 'Dana Whitfield', role: 'Owner' };
const ATTESTED = { ...DANA, written: true, attestedForAllClients: true, coversEveryoneAudible: true };

async function practice(): Promise<string> {
  const { at } = await server.newOrganization();
  await server.post(`${at}/vendors`, vendorBody());
  await server.post(`${at}/services`, serviceBody());
  return at;
}

const faultsOf = ({ status, body }: Reply): (string | number)[] => [
  status,
  ...((body.errors ?? []) as { pointer: string; code: string }[]).map(
    ({ pointer, code }) => `${pointer} ${code}`,
  ),
];

const openOf = async (form: string): Promise<string[]> =>
  (
    (await server.get(`${form}/text`)).body.sections as { elements: { id: string; text: string | null }[] }[]
  ).flatMap(({ elements }) => elements.filter(({ text }) => text === null).map(({ id }) => id));

async function draft(at: string, changes: object = {}): Promise<string> {
  const made = await server.post(`${at}/consent-forms`, consentFormBody({ ownWords: null, ...changes }));
  expect(faultsOf(made)).toEqual([201]);
  return made.headers.location as string;
}

const step = (form: string, noun: string, version: number, body: object): Promise<Reply> =>
  server.post(`${form}/${noun}`, body, { headers: { 'if-match': `"${version}"` } });

/** Gives every open element words of the practice's own. */
async function worded(form: string, version: number): Promise<void> {
  const ownWords = (await openOf(form)).map((element) => ({
    element,
    words: 'We decided this ourselves and say so.',
    reason: 'Nothing is on record yet.',
  }));
  expect(faultsOf(await server.patch(form, version, { ownWords }))).toEqual([200]);
}

async function adopted(at: string, changes: object = {}): Promise<string> {
  const form = await draft(at, changes);
  await worded(form, 1);
  expect((await step(form, 'adoptions', 2, DANA)).status).toBe(200);
  return form;
}

const consentsOf = async (at: string): Promise<object[]> =>
  (await server.get(`${at}/practice-measures`)).body.items.flatMap(
    ({ consents }: { consents: object[] | null }) => consents ?? [],
  );

describe('a draft', () => {
  it('tells what is open, and is not adopted while anything is', async () => {
    const form = await draft(await practice());
    const open = await openOf(form);
    expect(open).toEqual(expect.arrayContaining(['record-status', 'data-types', 'security']));
    const refused = await step(form, 'adoptions', 1, DANA);
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/consent-form-open']);
    expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(
      open.map((id) => `/elements/${id}`),
    );
    expect((await server.get(form)).body.adoption).toBeNull();
  });

  it('is not adopted in other words than were read', async () => {
    const form = await draft(await practice());
    expect((await server.get(`${form}/text`)).body.digest).toBeNull();
    await worded(form, 1);
    const { digest } = (await server.get(`${form}/text`)).body;
    const other = await step(form, 'adoptions', 2, { ...DANA, digest: '0'.repeat(64) });
    expect(other.body.type).toBe('/problems/stale-version');
    const taken = await step(form, 'adoptions', 2, { ...DANA, digest });
    expect([taken.status, taken.body.adoption.digest]).toEqual([200, digest]);
  });

  it.each<[string, object, (string | number)[]]>([
    ['about no service', { services: [] }, [422, '/services service-missing']],
    ['about a service that is not there', { services: ['nothing'] }, [422, '/services unknown-reference']],
    ['in place of what is not there', { replaces: 'nothing' }, [422, '/replaces unknown-consent-form']],
    [
      'with an element worded twice',
      { ownWords: [1, 2].map(() => ({ element: 'purpose', words: 'Because.', reason: 'So.' })) },
      [422, '/ownWords/1/element worded-twice'],
    ],
    [
      'with an element that there is not',
      { ownWords: [{ element: 'weather', words: 'Fine.', reason: 'So.' }] },
      [400, '/ownWords/0/element invalid-field'],
    ],
    [
      'reviewed in the future',
      { review: { reviewedOn: '2199-01-01', reviewedBy: 'Counsel' } },
      [422, '/review/reviewedOn dated-in-the-future'],
    ],
    ['that says it is adopted', { adoption: DANA }, [400, '/adoption unknown-field']],
    [
      'with words that look like a client’s',
      { ownWords: [{ element: 'purpose', words: 'For client Maria Lopez, DOB 03/04/1987.', reason: 'So.' }] },
      [422, '/ownWords/0/words possible-phi'],
    ],
  ])('%s is refused', async (_what, changes, faults) => {
    const at = await practice();
    const refused = await server.post(`${at}/consent-forms`, consentFormBody(changes));
    expect(faultsOf(refused)).toEqual(faults);
    expect((await server.get(`${at}/consent-forms`)).body.items).toEqual([]);
  });
});

describe('an adopted form', () => {
  it('keeps its text with a digest, and is changed no more', async () => {
    const at = await practice();
    const form = await adopted(at);
    const { body } = await server.get(form);
    expect(body.adoption).toMatchObject({ ...DANA, title: 'Consent to recording' });
    expect(body.adoption.digest).toMatch(/^[0-9a-f]{64}$/);
    const changed = await server.patch(form, 3, { formVersion: '2027-01' });
    expect(faultsOf(changed)).toEqual([400, ' frozen-record']);
    expect((await step(form, 'adoptions', 3, DANA)).body.type).toBe(
      '/problems/consent-form-not-at-that-step',
    );
    // Records changed since: the text stays, and the element is named.
    const service = (await server.get(`${at}/services`)).body.items[0];
    await server.patch(`${at}/services/${service.id}`, service.version, { hostingCountries: ['CA'] });
    const text = (await server.get(`${form}/text`)).body;
    expect(text.changed).toEqual([
      expect.objectContaining({
        element: 'storage',
        what: 'changed',
        facts: [expect.objectContaining({ is: 'Canada and the United States' })],
      }),
    ]);
    expect((await server.get(form)).body.adoption).toEqual(body.adoption);
  });

  it('counts for its tool once it is attested, and no more once it is withdrawn', async () => {
    const at = await practice();
    const form = await adopted(at);
    const today = (await server.get(form)).body.adoption.adoptedOn as string;
    expect(faultsOf(await step(form, 'attestations', 3, { ...ATTESTED, inUseSince: '2020-01-01' }))).toEqual([
      422,
      '/attestation/inUseSince dates-reversed',
    ]);
    expect(await consentsOf(at)).toEqual([]);
    const attested = await step(form, 'attestations', 3, { ...ATTESTED, inUseSince: today });
    expect([attested.status, attested.body.version]).toEqual([200, 4]);
    expect(await consentsOf(at)).toEqual([
      expect.objectContaining({ kind: 'recording', since: today, form: 'recording-2026-09', written: true }),
    ]);
    expect((await server.get(`${form}/text`)).body.state).toBe('in_use');
    expect(
      (await step(form, 'withdrawals', 4, { ...DANA, reason: 'The tool is used no more.' })).status,
    ).toBe(200);
    expect(await consentsOf(at)).toEqual([]);
    const events = (await server.get(`${at}/audit-events?limit=200`)).body.items as { action: string }[];
    expect(
      events.map(({ action }) => action).filter((action) => /consent_form|measures/.test(action)),
    ).toEqual([
      'consent_form.created',
      'consent_form.updated',
      'consent_form.adopted',
      'consent_form.attested',
      'practice_measures.created',
      'consent_form.withdrawn',
      'practice_measures.updated',
    ]);
  });

  it('is replaced once a newer version is in use, not before', async () => {
    const at = await practice();
    const first = await adopted(at);
    const today = (await server.get(first)).body.adoption.adoptedOn as string;
    await step(first, 'attestations', 3, { ...ATTESTED, inUseSince: today });
    const second = await adopted(at, {
      key: 'recording-2026-11',
      formVersion: '2026-11',
      replaces: 'recording-2026-09',
    });
    const stateOf = async (form: string) => (await server.get(`${form}/text`)).body.state as string;
    expect([await stateOf(first), await stateOf(second)]).toEqual(['in_use', 'adopted']);
    await step(second, 'attestations', 3, { ...ATTESTED, inUseSince: today });
    expect([await stateOf(first), await stateOf(second)]).toEqual(['replaced', 'in_use']);
    expect(await consentsOf(at)).toEqual([expect.objectContaining({ formVersion: '2026-11' })]);
  });

  it('goes with the dossier and comes back whole; a file does not change it', async () => {
    const at = await practice();
    await adopted(at);
    const dossier = (await server.get(`${at}/dossier`)).body;
    const again = await server.post(`${at}/dossier/imports`, dossier);
    expect([again.status, again.body.updated]).toEqual([200, 0]);
    dossier.consentForms[0].adoption.elements[0].text = 'Something else.';
    expect(faultsOf(await server.post(`${at}/dossier/imports`, dossier))).toEqual([
      422,
      '/consentForms/0 frozen-record',
    ]);
  });
});

describe('a consent on record', () => {
  it('names a form only if that is in use and says the same', async () => {
    const { at } = await server.newOrganization();
    const own = (await server.get(`${at}/dossier`)).body.practice as object;
    const named = {
      kind: 'recording',
      formVersion: '2026-09',
      since: '2026-09-10',
      written: true,
      attestedForAllClients: true,
      coversEveryoneAudible: true,
    };
    const measures = (form: string) => [
      { key: 'measures', service: 'northlight-scribe', consents: [{ ...named, form }] },
    ];
    for (const [form, code] of [
      ['none', 'unknown-consent-form'],
      ['recording-2026-09', 'consent-form-unfit'],
    ]) {
      const refused = await server.post(
        `${at}/dossier/imports`,
        dossierBody(own, { practiceMeasures: measures(form as string) }),
      );
      expect(faultsOf(refused)).toEqual([422, `/practiceMeasures/0/consents/0/form ${code}`]);
    }
  });
});

it('is of its practice alone', async () => {
  const form = await draft(await practice());
  const elsewhere = form.replace(/organizations\/[^/]+/, (await practice()).slice('/v1/'.length));
  expect((await server.get(`${elsewhere}/text`)).status).toBe(404);
  expect((await step(elsewhere, 'adoptions', 1, DANA)).status).toBe(404);
  const inUse = { ...ATTESTED, inUseSince: '2026-11-22' };
  expect((await step(elsewhere, 'attestations', 1, inUse)).status).toBe(404);
  expect((await step(elsewhere, 'withdrawals', 1, { ...DANA, reason: 'So.' })).status).toBe(404);
});

it('is written by those who keep records; others read it', async () => {
  const { at, id } = await server.newOrganization();
  await server.post(`${at}/vendors`, vendorBody());
  await server.post(`${at}/services`, serviceBody());
  const form = await draft(at);
  const people = await TestPeople.connect();
  const viewer = await people.add();
  await people.join(viewer, id, 'auditor');
  const headers = { authorization: `Bearer ${viewer.session}`, 'if-match': '"1"' };
  expect((await server.get(`${form}/text`, { headers })).status).toBe(200);
  expect((await server.post(`${form}/adoptions`, DANA, { headers })).status).toBe(403);
  // Who keeps the records drafts a form; officials alone answer for it.
  const keeper = await people.add();
  await people.join(keeper, id, 'staff');
  const ofKeeper = { authorization: `Bearer ${keeper.session}`, 'if-match': '"1"' };
  for (const noun of ['adoptions', 'attestations', 'withdrawals'])
    expect((await server.post(`${form}/${noun}`, DANA, { headers: ofKeeper })).status).toBe(403);
  await people.close();
});
