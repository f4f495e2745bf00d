// The binder of a sealed assessment: asked for, printed, taken over the network, unpacked by another library, every digest compared, checked by the command's own rules; what is lost is told.
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync, unzipSync } from 'fflate';
import type { SignedManifest } from '../src/leaving/manifest';
import { verifyExport } from '../src/leaving/verify-export';
import { loadReportOutline } from '../src/reports/outline/report-outline';
import { dossierBody, evidenceBody, practiceBody } from './factories/records.factory';
import { download, unzipped, type Unzipped } from './leaving/filled-practice';
import { readWorkbook } from './support/read-workbook';
import { TestApplication } from './support/test-application';
import { TestPeople, type TestPerson } from './support/test-people';
import { until } from './support/until';

const ASSESSOR = { name: 'Dana Whitfield', role: 'Security official' };
const SIGNING = { ...ASSESSOR, statement: 'I have read this assessment.' };
const KEPT = Buffer.from('Security overview\n'.repeat(30_000));
const LOST = Buffer.from('Agreement, signed\n'.repeat(10));
const NEVER_SENT = Buffer.from('A report that nobody uploaded\n');

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const fileOf = (bytes: Buffer) => ({
  digest: `sha256:${digestOf(bytes)}`,
  ...{ bytes: bytes.length, mediaType: 'text/plain' },
});

let server: TestApplication;
let people: TestPeople;
let folder: string;
let url: string;
let at: string;
let id: string;
let assessment: string;
let owner: TestPerson;
let staff: TestPerson;
let auditor: TestPerson;
let privacy: TestPerson;
let keptId: string;
let archive: Unzipped;
let signed: SignedManifest;
let path: string;

beforeAll(async () => {
  [server, people] = await Promise.all([TestApplication.start(), TestPeople.connect()]);
  await server.app.listen(0, '127.0.0.1');
  url = `http://127.0.0.1:${(server.app.getHttpServer().address() as { port: number }).port}`;
  folder = await mkdtemp(join(tmpdir(), 'duecare-binder-'));
  const practice = practiceBody();
  id = (await asked(server.post('/v1/organizations', practice), 201)).id as string;
  at = `/v1/organizations/${id}`;
  owner = await people.add({ name: 'Ola Owner', secondFactor: true });
  staff = await people.add({ name: 'Stef Staff' });
  auditor = await people.add({ name: 'Audrey Auditor' });
  privacy = await people.add({ name: 'Pia Privacy', secondFactor: true });
  await people.join(owner, id, 'owner');
  await people.join(staff, id, 'staff');
  await people.join(auditor, id, 'auditor');
  await people.join(privacy, id, 'privacy_official');
  keptId = await uploaded('overview <7>.txt', KEPT);
  const lostId = await uploaded('agreement.txt', LOST);
  const dossier = dossierBody(practice) as Record<string, any>;
  const evidence = dossier.evidence[0] as ReturnType<typeof evidenceBody>;
  dossier.evidence = [
    { ...evidence, file: fileOf(KEPT), restrictedUse: true },
    {
      ...evidence,
      key: 'signed-agreement',
      title: 'Agreement, signed',
      kind: 'executed_agreement',
      file: fileOf(LOST),
    },
    { ...evidence, key: 'never-sent', title: 'Report on paper', file: fileOf(NEVER_SENT) },
  ];
  dossier.agreements[0].evidenceKeys = ['signed-agreement'];
  await asked(server.post(`${at}/dossier/imports`, dossier), 200);
  await unlink(join(server.filesFolder, id, lostId));
  const drawn = await asked(server.post(`${at}/assessments`, { assessor: ASSESSOR }), 201);
  assessment = `${at}/assessments/${String(drawn.id)}`;
}, 120_000);

afterAll(async () => {
  await server.close();
  await people.close();
  await rm(folder, { recursive: true, force: true });
});

async function asked(
  reply: Promise<{ status: number; body: Record<string, unknown> }>,
  status: number,
): Promise<Record<string, unknown>> {
  const { status: got, body } = await reply;
  if (got !== status) throw new Error(`answered ${got}: ${JSON.stringify(body)}`);
  return body;
}

async function uploaded(name: string, bytes: Buffer): Promise<string> {
  return (await asked(server.upload(`${at}/files`, { name, type: 'text/plain', bytes }), 201)).id as string;
}

const as = (person: TestPerson) => ({ key: person.session });
const logOf = async () =>
  (await server.get(`${at}/audit-events?limit=200`)).body.items as Record<string, any>[];

it('there is none of a draft', async () => {
  for (const reply of [
    await server.get(`${assessment}/binder`, as(owner)),
    await server.call('POST', `${assessment}/binder`, as(owner)),
  ])
    expect([reply.status, reply.body.type]).toEqual([409, '/problems/assessment-not-ready']);
});

it('is asked for once it is sealed, and told how far it is until it is ready', async () => {
  for (const [step, version] of [
    ['reviews', '"1"'],
    ['seals', '"2"'],
  ] as const)
    await asked(server.post(`${assessment}/${step}`, SIGNING, { headers: { 'if-match': version } }), 200);
  const before = await asked(server.get(`${assessment}/binder`, as(owner)), 200);
  expect(before).toMatchObject({ state: 'not_asked', done: 0, of: 2, parts: [] });
  const early = await server.get(`${assessment}/binder/content`, as(owner));
  expect([early.status, early.body.type]).toEqual([409, '/problems/report-not-ready']);
  const made = await asked(server.call('POST', `${assessment}/binder`, as(owner)), 202);
  expect((made.parts as object[]).length).toBe(2);
  // asked for again, it prints nothing twice
  const again = await asked(server.call('POST', `${assessment}/binder`, as(owner)), 202);
  expect((again.parts as { reportId: string }[]).map(({ reportId }) => reportId)).toEqual(
    (made.parts as { reportId: string }[]).map(({ reportId }) => reportId),
  );
  await until(async () => (await server.get(`${assessment}/binder`, as(owner))).body.state === 'ready');
}, 180_000);

it('is for owner and officials who have just shown who they are', async () => {
  for (const person of [staff, auditor])
    expect((await server.get(`${assessment}/binder/content`, as(person))).status).toBe(403);
  const before = (await logOf()).length;
  const headers = { authorization: `Bearer ${privacy.session}` };
  const head = await fetch(`${url}${assessment}/binder/content`, { method: 'HEAD', headers });
  expect([head.status, (await logOf()).length]).toEqual([200, before]);
});

describe('the archive', () => {
  beforeAll(async () => {
    path = join(folder, 'binder.zip');
    const got = await download(`${url}${assessment}/binder/content`, owner.session, path);
    expect(got).toEqual({ status: 200, contentType: 'application/zip' });
    archive = unzipped(await readFile(path));
    signed = archive.json<SignedManifest>('manifest.json');
  }, 120_000);

  it('names every entry with its size and SHA-256, signed', () => {
    const described = archive.names
      .filter((name) => name !== 'manifest.json')
      .map((name) => ({ name, bytes: archive.bytes(name).length, sha256: digestOf(archive.bytes(name)) }));
    expect(signed.manifest.entries).toEqual(described);
    expect(signed.manifest.format).toBe('duecare-binder');
  });

  it('holds report and workbook as they were printed, and the sealed document byte for byte', async () => {
    const { parts } = (await server.get(`${assessment}/binder`, as(owner))).body as {
      parts: { reportId: string; format: string }[];
    };
    for (const { reportId, format } of parts) {
      const { bytes } = await server.get(`${at}/reports/${reportId}/content`);
      expect(archive.bytes(format === 'pdf' ? 'report.pdf' : 'registers.xlsx').equals(bytes)).toBe(true);
    }
    const { bytes } = await server.get(`${assessment}/document`);
    const [name] = archive.names.filter((one) => one.startsWith('assessments/'));
    expect(archive.bytes(name ?? '').equals(bytes)).toBe(true);
    expect(signed.manifest.assessment).toEqual({
      id: assessment.split('/').at(-1),
      digest: archive.json(name ?? '').seal.digest.hex,
    });
  });

  it('holds evidence as it was uploaded, and tells of what is lost in index, text, list and manifest', () => {
    const [name] = archive.names.filter((one) => one.includes(keptId));
    expect(archive.bytes(name ?? '').equals(KEPT)).toBe(true);
    expect(name).toMatch(/^files\/.*overview _7_\.txt$/);
    expect(signed.manifest.lackingFiles.map(({ why }) => why)).toEqual(['missing', 'missing']);
    for (const entry of ['index.html', 'README.txt']) {
      const lacking = archive.text(entry);
      expect(lacking).toMatch(/Agreement, signed[^]*is not kept here/);
      expect(lacking).toMatch(/Report on paper[^]*is not kept here/);
    }
    const lines = archive.text('evidence.csv').split('\r\n');
    expect(lines.find((line) => line.startsWith('signed-agreement,'))).toContain(
      `,${digestOf(LOST)},,missing,`,
    );
    expect(lines.find((line) => line.startsWith('northlight-security-overview,'))).toContain(digestOf(KEPT));
    expect(archive.text('agreements.csv')).toContain('Business Associate Agreement 2026');
  });

  it('names what may not be passed on by its own words', () => {
    expect(archive.text('README.txt')).toMatch(/MAY NOT BE PASSED ON[^]*Northlight security overview/);
  });

  it('leads through the nine elements to entries and sheets that are there', async () => {
    const sheets = (await readWorkbook(archive.bytes('registers.xlsx'))).sheets.map(({ name }) => name);
    const index = archive.text('index.html');
    for (const { title, binder } of loadReportOutline().elements) {
      expect(index).toContain(title);
      for (const { entry, where } of binder) {
        expect(archive.names).toContain(entry);
        if (entry === 'registers.xlsx')
          for (const sheet of (where ?? '').split(', ')) expect(sheets).toContain(sheet);
      }
    }
    const links = [...index.matchAll(/href="([^"]+)"/g)].map(([, link]) => link ?? '');
    for (const link of links) expect(archive.names).toContain(link);
    expect(index).not.toMatch(/https?:\/\//);
  });

  it('holds the decisions with who signed', () => {
    const decisions = archive.text('decisions.csv');
    expect(decisions).toContain('Result for a tool,Northlight Scribe');
    expect(decisions).toContain('Sealed,I have read this assessment.,"Dana Whitfield, Security official"');
  });

  it('holds the part of the log of the period with its proof, and that it was taken', async () => {
    const entries = archive
      .text('audit-log.ndjson')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, any>);
    expect(entries.at(-1)).toMatchObject({ action: 'binder.taken', actorId: owner.id });
    expect(archive.json<object[]>('checkpoints.json').at(-1)).toMatchObject({
      sequence: entries.at(-1)?.sequence,
    });
    expect((await logOf()).find(({ action }) => action === 'binder.handed-over')).toMatchObject({
      data: { manifest: signed.signature.digest, lackingFiles: 2 },
    });
  });

  it('is checked by the command’s rules: whole, sealed, the log a chain to its end', async () => {
    const found = await verifyExport(path, [signed.signature.keyId]);
    expect(found.faults).toEqual([]);
    expect([found.sealed, found.log?.fault, found.log?.signedSequence]).toEqual([
      1,
      null,
      signed.manifest.auditLog.sequence,
    ]);
  });

  it.each<[string, (entries: Record<string, Uint8Array>) => void, string]>([
    [
      'a document changed',
      (entries) => (entries['README.txt'] = Buffer.from('Nothing is lacking.')),
      'README.txt',
    ],
    ['an entry taken out', (entries) => delete entries['decisions.csv'], 'decisions.csv'],
    ['an entry put in', (entries) => (entries['more.txt'] = Buffer.from('x')), 'more.txt'],
    [
      'the manifest of an export in its place',
      (entries) => {
        const other = { ...signed, manifest: { ...signed.manifest, format: 'duecare-practice-export' } };
        entries['manifest.json'] = Buffer.from(JSON.stringify(other));
      },
      'manifest.json',
    ],
  ])('does not verify with %s', async (_name, change, entry) => {
    const entries = unzipSync(await readFile(path));
    change(entries);
    const changed = join(folder, 'changed.zip');
    await writeFile(changed, zipSync(entries, { level: 0 }));
    const { faults } = await verifyExport(changed, [signed.signature.keyId]);
    expect(faults.map((fault) => fault.entry)).toContain(entry);
  });
});
