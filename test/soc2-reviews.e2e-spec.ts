// GET .../soc2-reports/{id}/review: what the report counts as, what is still to be read, its red flags.
import { serviceBody, soc2ReportBody, vendorBody } from './factories/records.factory';
import { TestApplication } from './support/test-application';

let server: TestApplication;

beforeAll(async () => {
  server = await TestApplication.start();
});

afterAll(() => server.close());

async function recorded(changes: object = {}): Promise<string> {
  const { at } = await server.newOrganization();
  await server.post(`${at}/vendors`, vendorBody());
  await server.post(`${at}/services`, serviceBody());
  const made = await server.post(`${at}/soc2-reports`, soc2ReportBody(changes));
  expect(made.status).toBe(201);
  return made.headers.location as string;
}

it('tells of a report that is read and of one that is not', async () => {
  const read = await server.get(`${await recorded()}/review`);
  expect(read.status).toBe(200);
  expect(read.body).toMatchObject({
    document: { name: 'SOC 2 Type 2', countsAs: 'type_2' },
    entity: 'same',
    services: [{ key: 'northlight-scribe', earnsNothingBecause: null }],
    stillToRead: [],
  });
  const unread = await server.get(
    `${await recorded({ exceptions: null, reportedEntity: 'Elsewhere LLC' })}/review`,
  );
  expect(unread.body.entity).toBe('another');
  expect(unread.body.stillToRead).toEqual(['its exceptions']);
  expect(unread.body.redFlags).toContainEqual(
    expect.objectContaining({
      id: 'SOC-RF07',
      severity: 'high',
      basis: 'from knowledge',
      isUnverified: true,
    }),
  );
});

it('says that a SOC 3 is no SOC 2', async () => {
  const { body } = await server.get(`${await recorded({ kind: 'soc3' })}/review`);
  expect(body.document.countsAs).toBe('none');
  expect(body.services[0].earnsNothingBecause).toContain('no SOC 2 report');
});

it('is not told to others, nor of what is not there', async () => {
  const location = await recorded();
  expect((await server.get(`${location}/review`, { key: null })).status).toBe(401);
  const { at } = await server.newOrganization();
  const id = location.split('/').at(-1);
  expect((await server.get(`${at}/soc2-reports/${id}/review`)).status).toBe(404);
});
