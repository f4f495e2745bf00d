// A firm says once how reports name it; what its people draw up says so for good; a practice sees it, and may decline it.
import { encode } from 'jpeg-js';
import { PNG } from 'pngjs';
import type { SealedAssessment } from '../../src/assessments/assessment.document';
import { PublicAddress } from '../../src/common/public-address';
import { renderSecurityRiskAssessment } from '../../src/reports/security-risk-assessment';
import { serviceBody, vendorBody } from '../factories/records.factory';
import { PageVisitor, type FormFields, type Visited } from '../support/page-visitor';
import { TestApplication } from '../support/test-application';
import { TestPeople, type TestPerson } from '../support/test-people';

let server: TestApplication;
let people: TestPeople;
let firm: { id: string; at: string };
let practice: { id: string; at: string };
let partner: TestPerson;
let consultant: TestPerson;
let owner: TestPerson;
let clinician: TestPerson;

beforeAll(async () => {
  [server, people] = await Promise.all([TestApplication.start(), TestPeople.connect()]);
  [firm, practice] = [await server.newOrganization(), await server.newOrganization()];
  await server.post(`${practice.at}/vendors`, vendorBody());
  await server.post(`${practice.at}/services`, serviceBody());
  partner = await people.add({ name: 'Robin Ellery' });
  consultant = await people.add({ name: 'Sam Park', secondFactor: true });
  [owner, clinician] = [await people.add(), await people.add()];
  await people.join(partner, firm.id, 'owner');
  await people.join(consultant, firm.id, 'staff');
  await people.join(consultant, practice.id, 'consultant', { firmId: firm.id });
  await people.join(owner, practice.id, 'owner');
  await people.join(clinician, practice.id, 'clinician');
}, 60_000);

afterAll(() => Promise.all([server.close(), people.close()]));

const pageOf = ({ id }: { id: string }) => `/organizations/${id}/settings/letterhead`;
const see = (url: string, by: TestPerson) => new PageVisitor(server).see(url, by);
const send = (url: string, fields: FormFields, by: TestPerson) =>
  new PageVisitor(server).send(url, fields, by);
const versionIn = ({ body }: Visited) => /name="version" value="(\d+)"/.exec(body)?.[1] ?? '';

async function sendLogo(
  url: string,
  bytes: Buffer,
  by: TestPerson,
): Promise<{ status: number; body: string }> {
  const head =
    '--x\r\ncontent-disposition: form-data; name="file"; filename="logo.png"\r\ncontent-type: image/png\r\n\r\n';
  const { statusCode, body } = await server.app.inject({
    method: 'POST',
    url,
    headers: {
      ...{ authorization: `Bearer ${by.session}`, accept: 'text/html' },
      ...{ origin: server.app.get(PublicAddress).origin, 'content-type': 'multipart/form-data; boundary=x' },
    },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--x--\r\n')]),
  });
  return { status: statusCode, body };
}

function logo(): Buffer {
  const picture = new PNG({ width: 160, height: 60 });
  picture.data.fill(0x55);
  return PNG.sync.write(picture);
}

/** Drawn up by somebody, as its document. */
async function drawnUp(by: TestPerson): Promise<SealedAssessment> {
  const assessor = { name: 'Sam Park', role: 'Consultant' };
  const made = await server.post(`${practice.at}/assessments`, { assessor }, { key: by.session });
  expect(made.status).toBe(201);
  return (await server.get<SealedAssessment>(`${practice.at}/assessments/${made.body.id}/document`)).body;
}

it('nothing is set at first, and reports name no firm', async () => {
  const read = await server.get(`${firm.at}/letterhead`);
  expect(read.body).toMatchObject({
    version: 0,
    name: null,
    contact: null,
    logo: null,
    showsFirms: true,
    firms: [],
  });
  const sealed = await drawnUp(consultant);
  expect('preparedBy' in sealed.document).toBe(false);
  expect(await renderSecurityRiskAssessment(sealed)).not.toContain('Prepared by');
});

describe('a firm', () => {
  it('says its name and contact line on a page; what does not fit comes back as typed', async () => {
    const version = versionIn(await see(pageOf(firm), partner));
    const refused = await send(
      pageOf(firm),
      { version, name: 'Ellery'.repeat(30), contact: 'ellery.example' },
      partner,
    );
    expect([refused.status, refused.body]).toEqual([400, expect.stringContaining('<a href="#name">')]);
    expect(refused.body).toContain('value="ellery.example"');
    const fields = { version, name: 'Ellery Compliance, LLC', contact: 'ellery.example, 312 555 0100' };
    const saved = await send(pageOf(firm), fields, partner);
    expect([saved.status, saved.location]).toEqual([303, `${pageOf(firm)}?notice=saved`]);
    const stale = await send(pageOf(firm), { ...fields, name: 'Ellery' }, partner);
    expect([stale.status, stale.body]).toEqual([412, expect.stringContaining('What is stored now')]);
    expect(stale.body).toContain('value="Ellery"');
  });

  it('has a logo: a picture that is read and written anew, and nothing else', async () => {
    const version = versionIn(await see(pageOf(firm), partner));
    const at = `${pageOf(firm)}/logo?version=${version}`;
    const drawing = await sendLogo(at, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), partner);
    expect([drawing.status, drawing.body]).toEqual([
      400,
      expect.stringContaining('must be a PNG or JPEG picture'),
    ]);
    expect((await sendLogo(at, logo(), partner)).status).toBe(303);
    const { body } = await server.get(`${firm.at}/letterhead`);
    expect(body.logo).toMatchObject({ mediaType: 'image/png', width: 160, height: 60 });
    expect((await see(pageOf(firm), partner)).body).toContain('src="data:image/png;base64,');
  });

  it('is asked of by the API too, with the version that was read', async () => {
    const picture = encode({ width: 64, height: 32, data: Buffer.alloc(64 * 32 * 4, 9) }, 80).data.toString(
      'base64',
    );
    const { body } = await server.get(`${firm.at}/letterhead`);
    const unread = await server.patch(`${firm.at}/letterhead`, null, { logo: picture });
    expect(unread.status).toBe(428);
    const wrong = await server.patch(`${firm.at}/letterhead`, body.version, { logo: 'aGVsbG8=' });
    expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([400, '/logo']);
    const set = await server.patch(`${firm.at}/letterhead`, body.version, { logo: picture });
    expect([set.status, set.body.logo.mediaType]).toEqual([200, 'image/jpeg']);
    const events = await server.get(`${firm.at}/audit-events?limit=200`);
    const [last] = events.body.items
      .filter(({ action }: { action: string }) => action === 'letterhead.changed')
      .slice(-1);
    expect(last.data).toEqual({ version: set.body.version, fields: ['logo'] });
  });
});

describe('an assessment', () => {
  it('that the firm’s people drew up names it for good; one of the practice itself does not', async () => {
    const sealed = await drawnUp(consultant);
    expect(sealed.document.preparedBy).toMatchObject({
      name: 'Ellery Compliance, LLC',
      contact: 'ellery.example, 312 555 0100',
    });
    const before = await renderSecurityRiskAssessment(sealed);
    expect(before).toContain('Prepared by <strong>Ellery Compliance, LLC</strong>');
    expect(before).toContain('alt="Logo of Ellery Compliance, LLC"');
    const { body } = await server.get(`${firm.at}/letterhead`);
    await server.patch(`${firm.at}/letterhead`, body.version, { name: 'Ellery and Park', logo: null });
    const { assessmentId } = sealed.document;
    const again = (await server.get<SealedAssessment>(`${practice.at}/assessments/${assessmentId}/document`))
      .body;
    expect(await renderSecurityRiskAssessment(again)).toBe(before);
    expect((await drawnUp(consultant)).document.preparedBy).toMatchObject({
      name: 'Ellery and Park',
      logo: null,
    });
    expect('preparedBy' in (await drawnUp(owner)).document).toBe(false);
  });

  it('names no firm once the practice has declined it, and its consultant cannot say otherwise', async () => {
    const page = await see(pageOf(practice), owner);
    expect(page.body).toContain('<strong>Ellery and Park</strong>');
    const choice = { version: versionIn(page), showsFirms: 'false' };
    expect((await send(`${pageOf(practice)}/firms`, choice, consultant)).status).toBe(403);
    expect((await send(`${pageOf(practice)}/firms`, choice, owner)).status).toBe(303);
    expect('preparedBy' in (await drawnUp(consultant)).document).toBe(false);
    expect((await see(pageOf(practice), clinician)).body).not.toContain('letterhead/firms"');
  });
});

it('another practice’s page is not found', async () => {
  const stranger = await people.add();
  expect((await see(pageOf(firm), stranger)).status).toBe(404);
  expect((await server.get(`${firm.at}/letterhead`, { key: owner.session })).status).toBe(404);
});
