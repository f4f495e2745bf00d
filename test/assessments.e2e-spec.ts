// From facts to a sealed assessment to a printed report, as an integration would go.
import { createHash } from 'node:crypto';
import { verifySealed } from '../src/assessments/sealing';
import { Tenancy } from '../src/database/tenancy';
import { LostReportJobs } from '../src/reports/lost-report-jobs';
import { dossierBody, practiceBody, vendorBody } from './factories/records.factory';
import { readWorkbook } from './support/read-workbook';
import { TestApplication } from './support/test-application';
import { until } from './support/until';

let server: TestApplication;

beforeAll(async () => {
  server = await TestApplication.start();
});

afterAll(() => server.close());

const ASSESSOR = { name: 'Dana Whitfield', role: 'Security official' };
const STATEMENT = { ...ASSESSOR, statement: 'I have read this assessment.' };

/** As a process leaves it that died while printing, with its job gone. */
async function setBack(organizationId: string, reportId: string): Promise<void> {
  await server.app
    .get(Tenancy)
    .withOrganizationWrite(organizationId, (manager) =>
      manager.query(
        "update report set status = 'printing', content = null, content_digest = null, finished_at = null where organization_id = $1 and id = $2",
        [organizationId, reportId],
      ),
    );
}

async function practiceWithFacts(): Promise<string> {
  const practice = practiceBody();
  const { body } = await server.post('/v1/organizations', practice);
  const at = `/v1/organizations/${body.id}`;
  await server.post(`${at}/dossier/imports`, dossierBody(practice));
  return at;
}

const step = (location: string, name: string, version: number, body: object = STATEMENT) =>
  server.post(`${location}/${name}`, body, { headers: { 'if-match': `"${version}"` } });

async function draft(at: string): Promise<string> {
  const made = await server.post(`${at}/assessments`, { assessor: ASSESSOR });
  expect([made.status, made.body.status]).toEqual([201, 'draft']);
  return made.headers.location as string;
}

async function sealed(at: string): Promise<string> {
  const location = await draft(at);
  await step(location, 'reviews', 1);
  expect((await step(location, 'seals', 2)).body.status).toBe('sealed');
  return location;
}

async function finished(
  location: string,
): Promise<{ status: string; failure: string | null; contentDigest: string }> {
  const report = async () => (await server.get(location)).body;
  await until(async () => ['done', 'failed'].includes((await report()).status as string));
  return report();
}

describe('an assessment', () => {
  it('goes from draft over review to seal, each step by a named person, and verifies', async () => {
    const at = await practiceWithFacts();
    const location = await draft(at);
    expect(verifySealed((await server.get(`${location}/document`)).bytes).outcome).toBe('draft-intact');
    expect((await step(location, 'reviews', 1)).body).toMatchObject({ status: 'reviewed', version: 2 });
    expect((await step(location, 'seals', 2)).body).toMatchObject({ status: 'sealed', version: 3 });
    const envelope = await server.get(`${location}/document`);
    expect(verifySealed(envelope.bytes).outcome).toBe('sealed-and-intact');
    expect(envelope.body.document).toMatchObject({
      status: 'sealed',
      assessor: ASSESSOR,
      review: STATEMENT,
      signOff: STATEMENT,
      practice: { name: 'Harbor Light Counseling, PLLC' },
    });
    const key = await server.get('/v1/signing-key');
    expect(envelope.body.seal.signatures).toMatchObject([
      { keyId: key.body.keyId, publicKey: key.body.publicKey },
    ]);
    const actions = (await server.get(`${at}/audit-events?limit=200`)).body.items.map(
      ({ action }: { action: string }) => action,
    );
    expect(actions.slice(-3)).toEqual(['assessment.drafted', 'assessment.reviewed', 'assessment.sealed']);
  });

  it('keeps the facts as they stood when it was drawn up', async () => {
    const at = await practiceWithFacts();
    const location = await sealed(at);
    const before = await server.get(`${location}/document`);
    const [vendor] = (await server.get(`${at}/vendors`)).body.items;
    await server.patch(`${at}/vendors/${vendor.id}`, 1, { name: 'Renamed since' });
    const after = await server.get(`${location}/document`);
    expect(after.bytes.equals(before.bytes)).toBe(true);
    expect(after.body.document.dossier.vendors[0].name).toBe(vendorBody().name);
  });

  it('cannot skip the review, be reviewed twice or change once sealed', async () => {
    const at = await practiceWithFacts();
    const location = await draft(at);
    expect((await step(location, 'seals', 1)).body.type).toBe('/problems/assessment-not-ready');
    await step(location, 'reviews', 1);
    expect((await step(location, 'reviews', 2)).status).toBe(409);
    await step(location, 'seals', 2);
    expect((await step(location, 'seals', 3)).status).toBe(409);
    expect((await step(location, 'reviews', 3)).status).toBe(409);
  });

  it('a step needs the version that was read and a named person', async () => {
    const location = await draft(await practiceWithFacts());
    expect((await server.post(`${location}/reviews`, STATEMENT)).status).toBe(428);
    expect((await step(location, 'reviews', 9)).status).toBe(412);
    const unnamed = await step(location, 'reviews', 1, { role: 'Owner', statement: 'Fine.' });
    expect([unnamed.status, unnamed.body.errors[0].pointer]).toEqual([400, '/name']);
    expect((await server.get(location)).body.version).toBe(1);
  });

  it('is refused for a date before its facts or after today, as on the command line', async () => {
    const at = await practiceWithFacts();
    const early = await server.post(`${at}/assessments`, { assessor: ASSESSOR, asOf: '1950-01-01' });
    expect([early.status, early.body.errors[0].code]).toEqual([422, 'dated-in-the-future']);
    const late = await server.post(`${at}/assessments`, { assessor: ASSESSOR, asOf: '2150-01-01' });
    expect([late.status, late.body.errors[0].pointer]).toEqual([400, '/asOf']);
  });

  it('is not found in another organization', async () => {
    const location = await draft(await practiceWithFacts());
    const other = await server.newOrganization();
    const id = location.split('/').at(-1);
    expect((await server.get(`${other.at}/assessments/${id}`)).status).toBe(404);
    expect((await server.get(`${other.at}/assessments/${id}/document`)).status).toBe(404);
    expect((await server.post(`${other.at}/assessments/${id}/reports`, { format: 'html' })).status).toBe(404);
  });
});

describe('the next assessment of a practice', () => {
  it('is compared with the latest sealed one, by its digest', async () => {
    const at = await practiceWithFacts();
    const first = await sealed(at);
    const { body: before } = await server.get(first);
    const unsealed = await draft(at);
    const { body } = await server.get(`${await draft(at)}/document`);
    expect(body.document.comparison.previous).toMatchObject({
      digest: before.digest,
      assessmentId: before.id,
      sealedBy: ASSESSOR.name,
    });
    expect(body.document.comparison.newServices).toEqual([]);
    const { body: other } = await server.get(`${unsealed}/document`);
    expect(other.document.comparison.previous.digest).toBe(before.digest);
    expect((await server.get(`${first}/document`)).body.document).not.toHaveProperty('comparison');
  });
});

describe('a report', () => {
  it('is asked for, printed in the background and kept with its digest', async () => {
    const at = await practiceWithFacts();
    const location = await sealed(at);
    const asked = await server.post(`${location}/reports`, { format: 'html' });
    expect([asked.status, asked.body.status]).toEqual([202, 'queued']);
    const early = await server.get(`${asked.headers.location}/content`);
    expect([200, 409]).toContain(early.status);
    const done = await finished(asked.headers.location as string);
    expect([done.status, done.failure]).toEqual(['done', null]);
    const content = await server.get(`${asked.headers.location}/content`);
    expect(createHash('sha256').update(content.bytes).digest('hex')).toBe(done.contentDigest);
    expect(content.bytes.toString()).toContain('Harbor Light Counseling');
    expect(content.headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'unsafe-inline'; .*base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
    const again = await server.get(`${asked.headers.location}/content`, {
      headers: { 'if-none-match': `"${done.contentDigest}"` },
    });
    expect(again.status).toBe(304);
  });

  it('as PDF is a PDF, or says that there is no browser', async () => {
    const location = await sealed(await practiceWithFacts());
    const asked = await server.post(`${location}/reports`, { format: 'pdf' });
    const done = await finished(asked.headers.location as string);
    if (done.status === 'failed') return expect(done.failure).toBe('no-browser');
    const content = await server.get(`${asked.headers.location}/content`);
    expect(content.headers['content-type']).toBe('application/pdf');
    expect(content.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('as XLSX are the registers in a workbook, made without a browser and the same at every making', async () => {
    const location = await sealed(await practiceWithFacts());
    const made = await Promise.all(
      [1, 2].map(async () => {
        const asked = await server.post(`${location}/reports`, { format: 'xlsx' });
        expect((await finished(asked.headers.location as string)).status).toBe('done');
        return server.get(`${asked.headers.location}/content`);
      }),
    );
    const [content, again] = made as [(typeof made)[0], (typeof made)[0]];
    expect(content.headers['content-type']).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
    expect(content.headers['content-disposition']).toBe('attachment; filename="registers.xlsx"');
    expect(again.bytes.equals(content.bytes)).toBe(true);
    const { sheets } = await readWorkbook(content.bytes);
    const textOf = (name: string): string =>
      JSON.stringify(
        sheets.find((sheet) => sheet.name === name)?.rows.map((row) => row.map((cell) => cell?.value)),
      );
    const { body: assessment } = await server.get(location);
    expect(textOf('About')).toContain(assessment.digest);
    expect(textOf('Tools')).toContain('Northlight Scribe');
    expect(textOf('Changes')).toContain('There is no earlier sealed assessment to compare with.');
    expect(sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => cell?.type === 'formula')).toEqual([]);
  });

  it('as XLSX on one service holds the registers of that service only', async () => {
    const location = await sealed(await practiceWithFacts());
    const body = { kind: 'vendor', service: 'northlight-scribe', format: 'xlsx' };
    const asked = await server.post(`${location}/reports`, body);
    expect((await finished(asked.headers.location as string)).status).toBe('done');
    const content = await server.get(`${asked.headers.location}/content`);
    expect(content.headers['content-disposition']).toBe(
      'attachment; filename="registers-northlight-scribe.xlsx"',
    );
    const { sheets } = await readWorkbook(content.bytes);
    const [, ...services] = sheets.find(({ name }) => name === 'Tools')?.rows ?? [];
    expect(services.map(([name]) => name?.value)).toEqual(['Northlight Scribe']);
  });

  it('whose job was lost with a process is asked for again', async () => {
    const location = await draft(await practiceWithFacts());
    const asked = await server.post(`${location}/reports`, { format: 'html' });
    await finished(asked.headers.location as string);
    const [, , , organizationId] = location.split('/');
    await setBack(organizationId as string, asked.body.id as string);
    await server.app.get(LostReportJobs).sweep();
    expect((await finished(asked.headers.location as string)).status).toBe('done');
  });

  it('on one service is made of the sealed assessment, for the file of its vendor', async () => {
    const location = await sealed(await practiceWithFacts());
    const asked = await server.post(`${location}/reports`, {
      kind: 'vendor',
      service: 'northlight-scribe',
      format: 'html',
    });
    expect(asked.body).toMatchObject({ kind: 'vendor', service: 'northlight-scribe' });
    expect((await finished(asked.headers.location as string)).status).toBe('done');
    const content = await server.get(`${asked.headers.location}/content`);
    expect(content.headers['content-disposition']).toBe(
      'inline; filename="vendor-report-northlight-scribe.html"',
    );
    const { body: assessment } = await server.get(location);
    const words = content.bytes.toString();
    expect(words).toContain('Vendor report: Northlight Scribe');
    expect(words.replaceAll(' ', '')).toContain(assessment.digest);
  });

  it.each([
    ['without its service', { kind: 'vendor' }, 'service-missing'],
    ['on a service without a result', { kind: 'vendor', service: 'unheard-of' }, 'unknown-service'],
    ['on the whole, with a service', { service: 'northlight-scribe' }, 'service-not-expected'],
  ])('%s is refused', async (_, body, code) => {
    const location = await draft(await practiceWithFacts());
    const refused = await server.post(`${location}/reports`, { ...body, format: 'html' });
    expect(refused.status).toBe(400);
    expect(refused.body.errors).toMatchObject([{ pointer: '/service', code }]);
  });

  it('in a format that does not exist is refused', async () => {
    const location = await draft(await practiceWithFacts());
    const refused = await server.post(`${location}/reports`, { format: 'docx' });
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, '/format']);
  });
});
