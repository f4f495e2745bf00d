// The register of incidents over the API: what cannot be so is refused by name, what is owed becomes a task, and an incident is closed with nothing left.
import {
  dossierBody,
  incidentBody,
  practiceBody,
  serviceBody,
  vendorBody,
} from './factories/records.factory';
import { TestApplication, type Reply } from './support/test-application';
import { TestPeople } from './support/test-people';

let server: TestApplication;

beforeAll(async () => {
  server = await TestApplication.start();
});

afterAll(() => server.close());

async function practice(): Promise<string> {
  const { at } = await server.newOrganization();
  await server.post(`${at}/vendors`, vendorBody());
  await server.post(`${at}/services`, serviceBody());
  return at;
}

const faultsOf = ({ status, body }: Reply): (string | number)[] => [
  status,
  ...(body.errors as { pointer: string; code: string }[]).map(({ pointer, code }) => `${pointer} ${code}`),
];

const tasksOf = async (at: string): Promise<{ whatToDo: string; service: string | null; record: string }[]> =>
  (await server.get(`${at}/tasks?kind=incident_duty_open&limit=200`)).body.items;

const STATE = { recipient: 'state', state: 'IL', doneOn: '2026-10-22', notNeededBecause: 'Note on file' };
const TOLD = { recipient: 'individuals', doneOn: '2026-10-20' };
const REPORTED = { recipient: 'hhs', doneOn: '2026-10-21' };

describe('what cannot be so is refused, and nothing of it is saved', () => {
  it.each<[string, object, (string | number)[]]>([
    ['a date that is none', { knownOn: '2026-02-30' }, [400, '/knownOn invalid-field']],
    ['no day of knowing', { knownOn: null }, [400, '/knownOn missing-field']],
    ['nobody concerned', { affectedIndividuals: 0 }, [400, '/affectedIndividuals invalid-field']],
    ['known before it happened', { knownOn: '2026-09-20' }, [422, '/knownOn dates-reversed']],
    [
      'a notice before it was known',
      { notices: [{ ...TOLD, doneOn: '2026-09-27' }] },
      [422, '/notices/0/doneOn dates-reversed'],
    ],
    ['a notice noted twice', { notices: [TOLD, TOLD] }, [422, '/notices/1/recipient noticed-twice']],
    [
      'known in the future',
      { vendorToldOn: null, notices: null, knownOn: '2199-01-01' },
      [422, '/knownOn dated-in-the-future'],
    ],
    ['a vendor that is not there', { vendor: 'nobody', services: [] }, [422, '/vendor unknown-reference']],
    ['a service that is not there', { services: ['nothing'] }, [422, '/services unknown-reference']],
    ['evidence that is not on file', { evidenceKeys: ['none'] }, [422, '/evidenceKeys/0 unknown-evidence']],
    [
      'more people by state than there are',
      { affectedByState: [{ state: 'IL', individuals: 4 }] },
      [422, '/affectedByState counted-too-many'],
    ],
    [
      'a low probability on one factor',
      { conclusion: { probability: 'low', reason: 'Nobody read it.', decidedOn: '2026-10-05' } },
      [422, '/conclusion/probability factors-missing'],
    ],
    ['closed with duties open', { closedOn: '2026-11-02' }, [422, '/closedOn duties-open']],
    [
      'text that names a client',
      { summary: 'Mail about the client, SSN 219-09-9999, went to a stranger.' },
      [422, '/summary possible-phi'],
    ],
  ])('%s', async (_what, changes, told) => {
    const at = await practice();
    expect(faultsOf(await server.post(`${at}/incidents`, incidentBody(changes)))).toEqual(told);
    expect((await server.get(`${at}/incidents`)).body.items).toEqual([]);
  });

  it('a service of another practice', async () => {
    const other = await practice();
    await server.post(`${other}/services`, serviceBody({ key: 'elsewhere' }));
    const refused = await server.post(
      `${await practice()}/incidents`,
      incidentBody({ services: ['elsewhere'] }),
    );
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/services']);
  });

  it('an incident of another practice is not found', async () => {
    const [mine, other] = [await practice(), await practice()];
    const made = await server.post(`${mine}/incidents`, incidentBody());
    const foreign = `${other}/incidents/${made.body.id}`;
    expect((await server.get(foreign)).status).toBe(404);
    expect((await server.patch(foreign, 1, { affectedIndividuals: 4 })).status).toBe(404);
  });
});

describe('what is owed', () => {
  it('is a task until it is done, and the incident is closed with nothing left', async () => {
    const at = await practice();
    const made = await server.post(`${at}/incidents`, incidentBody({ notices: null }));
    const location = made.headers.location as string;
    const before = await tasksOf(at);
    expect(before.map(({ whatToDo }) => whatToDo).sort()).toEqual([
      'Judge the four factors: “Draft notes shown to another practice”.',
      'Look up what the state asks (IL): “Draft notes shown to another practice”.',
      'Report it to HHS after the end of the year, at the latest on Mar 1, 2027: “Draft notes shown to another practice”.',
      'Tell each person concerned, at the latest on Nov 27, 2026: “Draft notes shown to another practice”.',
      'Write down what happened and how it ended: “Draft notes shown to another practice”.',
    ]);
    expect(before[0]).toMatchObject({
      service: 'northlight-scribe',
      record: made.body.id,
      since: '2026-09-28',
    });

    await server.patch(location, 1, { notices: [TOLD, STATE], outcome: 'The separation is tested.' });
    const refused = await server.patch(location, 2, { closedOn: '2026-11-02' });
    expect(faultsOf(refused)).toEqual([422, '/closedOn duties-open']);
    expect(refused.body.errors[0].detail).toContain('Report it to HHS after the end of the year');
    expect(await tasksOf(at)).toHaveLength(1);

    const closed = await server.patch(location, 2, {
      notices: [TOLD, STATE, REPORTED],
      closedOn: '2026-11-02',
    });
    expect([closed.status, closed.body.closedOn, await tasksOf(at)]).toEqual([200, '2026-11-02', []]);
  });

  it('changes with the facts: more people, and with what the practice is', async () => {
    const at = await practice();
    const made = await server.post(`${at}/incidents`, incidentBody({ notices: null }));
    const large = { affectedIndividuals: 501, affectedByState: [{ state: 'IL', individuals: 501 }] };
    await server.patch(made.headers.location as string, 1, large);
    const words = (await tasksOf(at)).map(({ whatToDo }) => whatToDo.replace(/[,:].*/, '')).sort();
    expect(words).toEqual([
      'Judge the four factors',
      'Look up what the state asks (IL)',
      'Report it to HHS together with the notice to the people concerned',
      'Tell each person concerned',
      'Tell the media of the state (IL)',
      'Write down what happened and how it ended',
    ]);
    await server.patch(at, 1, { coveredEntity: 'no' });
    expect(await tasksOf(at)).toHaveLength(2);
  });

  it('leaves versions and moments of the records as they are', async () => {
    const at = await practice();
    const made = await server.post(`${at}/incidents`, incidentBody());
    expect((await server.get(made.headers.location as string)).body).toEqual(made.body);
    expect(Object.keys(made.body)).not.toContain('duties');
  });

  it('is in no task of the service when it concerns several', async () => {
    const at = await practice();
    await server.post(`${at}/services`, serviceBody({ key: 'second-tool' }));
    await server.post(`${at}/incidents`, incidentBody({ services: ['northlight-scribe', 'second-tool'] }));
    expect(new Set((await tasksOf(at)).map(({ service }) => service))).toEqual(new Set([null]));
  });
});

/** A fresh practice with its profile, for a dossier. */
async function emptyPractice(): Promise<{ at: string; own: object }> {
  const { at, key } = await server.newOrganization();
  return { at, own: { ...practiceBody(), key } };
}

describe('the clocks', () => {
  it('tell discovery, verdict and every duty, and are of the practice that asks', async () => {
    const [at, other] = [await practice(), await practice()];
    const made = await server.post(`${at}/incidents`, incidentBody());
    const { status, body } = await server.get(`${at}/incidents/${made.body.id}/clocks`);
    expect([status, body.discoveredOn, body.ground, body.verdict]).toEqual([
      ...[200, '2026-09-28', 'known', 'presumed_breach'],
    ]);
    expect(body.openFactors).toEqual(['nature_of_data', 'acquired_or_viewed', 'mitigated']);
    const told = (body.practice as { duty: string; standing: string; dueOn: string | null }[]).map(
      ({ duty, standing, dueOn }) => `${duty} ${standing} ${dueOn}`,
    );
    expect(told).toEqual([
      'record open null',
      'risk_assessment not_due null',
      'individuals done 2026-11-27',
      'hhs_yearly open 2027-03-01',
      'media not_due null',
      'state open null',
    ]);
    expect(
      body.vendor.map(({ duty, standing }: { duty: string; standing: string }) => [duty, standing]),
    ).toEqual([
      ['vendor_law', 'done'],
      ['vendor_agreement', 'not_due'],
    ]);
    expect((await server.get(`${other}/incidents/${made.body.id}/clocks`)).status).toBe(404);
  });
});

describe('an import', () => {
  const incidentsIn = async (at: string) => (await server.get(`${at}/dossier`)).body.incidents;

  it('takes incidents, tells of them as they came, and changes their vendor where that was found out', async () => {
    const { at, own } = await emptyPractice();
    const body = incidentBody({
      ...{ vendor: null, vendorDiscoveredOn: null, vendorToldOn: null, vendorIsAgent: null },
    });
    const sent = dossierBody(own, { incidents: [body] });
    expect((await server.post(`${at}/dossier/imports`, sent)).status).toBe(200);
    expect((await incidentsIn(at))[0].vendor).toBeUndefined();
    const again = dossierBody(own, { incidents: [incidentBody()] });
    expect((await server.post(`${at}/dossier/imports`, again)).status).toBe(200);
    expect(await incidentsIn(at)).toEqual([incidentBody()]);
    expect((await tasksOf(at)).length).toBeGreaterThan(0);
  });

  it('with an incident closed too early is refused whole', async () => {
    const { at, own } = await emptyPractice();
    const sent = dossierBody(own, { incidents: [incidentBody({ closedOn: '2026-11-02' })] });
    const refused = await server.post(`${at}/dossier/imports`, sent);
    expect(faultsOf(refused)).toEqual([422, '/incidents/0/closedOn duties-open']);
    expect((await server.get(`${at}/vendors`)).body.items).toEqual([]);
  });
});

it('text is taken out of it as out of every record', async () => {
  const { id, at } = await server.newOrganization();
  const people = await TestPeople.connect();
  const official = await people.add();
  await people.join(official, id, 'privacy_official');
  const mitigation = 'Called Harborview at once.';
  const body = incidentBody({ mitigation, services: [], vendor: null, vendorToldOn: null });
  await server.post(`${at}/incidents`, { ...body, vendorDiscoveredOn: null, vendorIsAgent: null });
  const place = { in: 'incidents', key: body.key, pointer: '/mitigation', start: 7, end: 17 };
  const by = { name: 'Dana Whitfield', role: 'Security official' };
  const options = { key: official.session };
  const redacted = await server.post(
    `${at}/redactions`,
    { places: [place], reason: 'client_data', by },
    options,
  );
  await people.close();
  expect(redacted.status).toBe(200);
  const [{ mitigation: left }] = (await server.get(`${at}/incidents`)).body.items;
  expect(left).toMatch(/^Called \[redacted/);
});
