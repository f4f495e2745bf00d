// The export of a whole practice: taken over the network, unpacked by another library, compared with what the API gives, checked, imported elsewhere.
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { v7 as uuidv7 } from 'uuid';
import { RECORD_LISTS } from '../../src/dossiers/record-lists';
import { READ_POOL, Tenancy } from '../../src/database/tenancy';
import { SYSTEM_CALLER, type PersonCaller } from '../../src/identity/caller';
import type { SignedManifest } from '../../src/leaving/manifest';
import { PracticeExportService } from '../../src/leaving/practice-export.service';
import { verifyExport } from '../../src/leaving/verify-export';
import { NoArchiveError } from '../../src/leaving/packed-archive';
import { practiceBody } from '../factories/records.factory';
import { TestApplication } from '../support/test-application';
import { TestPeople } from '../support/test-people';
import {
  download,
  FILES,
  fillPractice,
  hangUpWhileReading,
  unzipped,
  type FilledPractice,
  type Unzipped,
} from './filled-practice';
import { until } from '../support/until';

let server: TestApplication;
let people: TestPeople;
let url: string;
let folder: string;
let practice: FilledPractice;
let path: string;
let archive: Unzipped;
let signed: SignedManifest;

beforeAll(async () => {
  [server, people] = await Promise.all([TestApplication.start(), TestPeople.connect()]);
  await server.app.listen(0, '127.0.0.1');
  url = `http://127.0.0.1:${(server.app.getHttpServer().address() as { port: number }).port}`;
  folder = await mkdtemp(join(tmpdir(), 'duecare-export-'));
  practice = await fillPractice(server, people);
  path = join(folder, 'export.zip');
  const { status, contentType } = await download(`${url}${practice.at}/export`, practice.owner.session, path);
  expect([status, contentType]).toEqual([200, 'application/zip']);
  archive = unzipped(await readFile(path));
  signed = archive.json<SignedManifest>('manifest.json');
});

afterAll(async () => {
  await server.close();
  await people.close();
  await rm(folder, { recursive: true, force: true });
});

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const api = async (path_: string) => (await server.get(`${practice.at}${path_}`)).body;

it('holds every record as the API gives it', async () => {
  expect(archive.json('records/organization.json')).toEqual(await api(''));
  for (const { kind } of RECORD_LISTS) {
    if (kind.plural === 'questionnaires') continue; // in another form: below
    const items = (await api(`/${kind.plural}?limit=200`)).items as object[];
    const packed = archive.json<Record<string, unknown>[]>(`records/${kind.plural}.json`);
    expect([kind.plural, packed.length]).toEqual([kind.plural, items.length]);
    expect(items.length).toBeGreaterThan(0);
    for (const [index, item] of items.entries()) expect(item).toMatchObject(packed[index] as object);
  }
});

it('holds questionnaires with their answers and reviews', async () => {
  const [packed] = archive.json<Record<string, any>[]>('records/questionnaires.json');
  const view = await api(`/questionnaires/${packed?.id}`);
  const answers = (view.groups as { questions: { answer: object | null }[] }[])
    .flatMap(({ questions }) => questions.map(({ answer }) => answer))
    .filter((answer) => answer !== null);
  expect(packed).toMatchObject({ id: view.id, version: view.version, state: view.state });
  expect(packed?.answers).toHaveLength(answers.length);
  expect(answers.length).toBeGreaterThan(0);
  expect(packed?.answers).toEqual(expect.arrayContaining(answers));
});

it('holds assessments and reports byte for byte, and the scores', async () => {
  const { items } = await api('/assessments');
  expect(items).toHaveLength(2);
  for (const { id, asOf } of items as { id: string; asOf: string }[]) {
    const { bytes } = await server.get(`${practice.at}/assessments/${id}/document`);
    expect(archive.bytes(`assessments/${asOf}-${id}.json`).equals(bytes)).toBe(true);
  }
  const { bytes } = await server.get(`${practice.at}/reports/${practice.reportId}/content`);
  const name = archive.names.find((one) => one.includes(practice.reportId)) ?? '';
  expect(name).toMatch(/^reports\/.*\.html$/);
  expect(archive.bytes(name).equals(bytes)).toBe(true);
  const [score] = archive.json<{ id: string; result: object }[]>('scores.json');
  expect((await api(`/service-scores/${score?.id}`)).result).toEqual(score?.result);
});

it('holds the files unpacked, and says what became of the one that was destroyed', () => {
  for (const [index, content] of FILES.slice(0, -1).entries()) {
    const entry = archive.bytes(`files/${practice.fileIds[index]}-document ${index}.txt`);
    expect(entry.equals(content)).toBe(true);
  }
  const destroyed = practice.fileIds.at(-1) ?? '';
  expect(archive.names.filter((name) => name.includes(destroyed))).toEqual([]);
  const lines = archive.text('files.csv').split('\r\n');
  expect(lines).toHaveLength(FILES.length + 2);
  expect(lines.find((line) => line.startsWith(destroyed))).toMatch(/,wrong_file$/);
});

it('holds people and keys, and no secret', () => {
  const { members, invitations } = archive.json('people.json');
  const roles = (members as { role: string; email: string }[]).map(({ role, email }) => [email, role]);
  expect(roles).toEqual(
    expect.arrayContaining([
      [practice.owner.email, 'owner'],
      [practice.auditor.email, 'auditor'],
    ]),
  );
  expect(invitations).toMatchObject([{ email: `${practice.id}@invited.example`, acceptedAt: null }]);
  expect(archive.json('api-keys.json')).toMatchObject([{ label: 'EHR' }]);
  const texts = archive.names.map((name) => archive.text(name)).join('\n');
  expect(texts).not.toMatch(/duecare_(key|session|invitation)_|wrapped|clientSecret/);
});

it('holds the log to the entry that tells of it, signed to its end; the end of the export is told afterwards', async () => {
  const entries = archive
    .text('audit-log.ndjson')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, index) => index + 1));
  const last = entries.at(-1);
  expect(last).toMatchObject({ action: 'organization.exported', actorId: practice.owner.id });
  expect(signed.manifest.auditLog).toEqual({ sequence: last.sequence, digest: last.digest });
  expect(archive.json<object[]>('checkpoints.json').at(-1)).toMatchObject({ sequence: last.sequence });
  expect(archive.text('audit-log.csv').trim().split('\r\n')).toHaveLength(entries.length + 1);
  const { items } = await api('/audit-events?limit=200');
  expect(items.at(-1)).toMatchObject({
    action: 'organization.export-finished',
    data: { manifest: signed.signature.digest, lastSequence: last.sequence, lackingFiles: 0 },
  });
});

it('names every entry with its size and digest in the manifest, and the manifest is the last', () => {
  const described = archive.names
    .filter((name) => name !== 'manifest.json')
    .map((name) => ({ name, bytes: archive.bytes(name).length, sha256: digestOf(archive.bytes(name)) }));
  expect(signed.manifest.entries).toEqual(described);
  expect(archive.names.at(0)).toBe('README.txt');
  expect(archive.names.at(-1)).toBe('manifest.json');
  expect(archive.text('README.txt')).toContain(signed.signature.keyId);
});

it('imports into another organization, and nothing is different there', async () => {
  const dossier = parse(archive.text('dossier.yaml')) as { practice: object };
  expect(dossier).toEqual(await api('/dossier'));
  const created = await server.post('/v1/organizations', practiceBody({ ...dossier.practice }));
  const at = `/v1/organizations/${created.body.id}`;
  const headers = { 'content-type': 'application/yaml' };
  const imported = await server.call('POST', `${at}/dossier/imports`, {
    body: archive.text('dossier.yaml'),
    headers,
  });
  expect([imported.status, imported.body.updated]).toEqual([200, 0]);
  expect((await server.get(`${at}/dossier`)).body).toEqual(dossier);
});

describe('checking it', () => {
  it('finds it intact, with its seal and its log, by the key that signed', async () => {
    const found = await verifyExport(path, [signed.signature.keyId]);
    expect([found.faults, found.sealed, found.drafts]).toEqual([[], 1, 1]);
    const { sequence } = signed.manifest.auditLog;
    expect(found.log).toEqual({
      entries: sequence,
      lastSequence: sequence,
      signedSequence: sequence,
      fault: null,
    });
  });

  it('refuses another key', async () => {
    expect((await verifyExport(path, ['0'.repeat(64)])).faults).toMatchObject([{ entry: 'manifest.json' }]);
  });

  it('names the entry of which one byte was changed', async () => {
    const whole = await readFile(path);
    // The manifest names the file; its bytes in the archive follow the name in front of it.
    const name = `files/${practice.fileIds[0]}-document 0.txt`;
    const changed = Buffer.from(whole);
    const place = changed.indexOf(name) + Buffer.byteLength(name) + 20;
    changed[place] = (changed[place] as number) ^ 1;
    const other = join(folder, 'changed.zip');
    await writeFile(other, changed);
    expect((await verifyExport(other, null)).faults).toMatchObject([{ entry: name }]);
  });

  it('is no archive when it was cut short', async () => {
    const whole = await readFile(path);
    const other = join(folder, 'short.zip');
    await writeFile(other, whole.subarray(0, whole.length - 100));
    await expect(verifyExport(other, null)).rejects.toThrow(NoArchiveError);
  });
});

it('says which files are lacking when their bytes are gone or damaged, and gives the rest', async () => {
  const other = await fillPractice(server, people);
  await unlink(join(server.filesFolder, other.id, other.fileIds[0] ?? ''));
  const damaged = join(server.filesFolder, other.id, other.fileIds[1] ?? '');
  const bytes = await readFile(damaged);
  bytes[bytes.length - 1] = (bytes.at(-1) as number) ^ 1;
  await writeFile(damaged, bytes);
  const file = join(folder, 'lacking.zip');
  await download(`${url}${other.at}/export`, other.owner.session, file);
  const found = await verifyExport(file, null);
  expect(found.faults).toEqual([]);
  expect(found.signed.manifest.lackingFiles).toEqual([
    { id: other.fileIds[0], why: 'missing' },
    { id: other.fileIds[1], why: 'damaged' },
  ]);
});

it('is for those who have just shown who they are', async () => {
  const late = await people.add({ secondFactor: true });
  await people.join(late, practice.id, 'owner');
  await people.query(`update session set second_factor_at = now() - interval '11 minutes' where id = $1`, [
    late.sessionId,
  ]);
  const { status, body } = await server.get(`${practice.at}/export`, { key: late.session });
  expect([status, body.type]).toEqual([403, '/problems/recent-sign-in-needed']);
});

it('is not made for a HEAD, whose reader gets nothing of it: no export is noted', async () => {
  const other = await fillPractice(server, people);
  const headers = { authorization: `Bearer ${other.owner.session}` };
  const answer = await server.app.inject({ method: 'HEAD', url: `${other.at}/export`, headers });
  expect([answer.statusCode, answer.rawPayload.length]).toEqual([200, 0]);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const { items } = (await server.get(`${other.at}/audit-events?limit=200`)).body;
  const actions = (items as { action: string }[]).map(({ action }) => action);
  expect(actions.filter((action) => action.startsWith('organization.export'))).toEqual([]);
});

it('ends when the reader hangs up: the connection comes back, and no end is noted', async () => {
  const other = await fillPractice(server, people);
  const file = { name: 'long.txt', type: 'text/plain', bytes: incompressible(12 * 1024 * 1024) };
  expect((await server.upload(`${other.at}/files`, file)).status).toBe(201);
  const pool = server.app.get<{ totalCount: number; idleCount: number }>(READ_POOL);
  await hangUpWhileReading(`${url}${other.at}/export`, other.owner.session);
  await until(() => pool.totalCount === pool.idleCount);
  const { items } = (await server.get(`${other.at}/audit-events?limit=200`)).body;
  const actions = (items as { action: string }[]).map(({ action }) => action);
  expect(actions.at(-1)).toBe('organization.exported');
});

describe('of more than two that are asked for at the same time', () => {
  it('the third is told to wait before anything is noted, and the places come back', async () => {
    const other = await fillPractice(server, people);
    const ask = () => server.get(`${other.at}/export`, { key: other.owner.session });
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const before = server.app.get(Tenancy).withOrganizationWrite(other.id, () => released);
    const asked = [ask(), ask(), ask()];
    // One of them is answered while nothing can be noted; should all of them wait, time is up.
    await Promise.race([...asked, new Promise((resolve) => setTimeout(resolve, 3_000))]);
    release();
    await before;
    const answers = await Promise.all(asked);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 503]);
    const { items } = (await server.get(`${other.at}/audit-events?limit=200`)).body;
    const begun = (items as { action: string }[]).filter(({ action }) => action === 'organization.exported');
    expect(begun).toHaveLength(2);
    expect((await ask()).status).toBe(200);
  });

  it('a place comes back when one could not be begun', async () => {
    const exports = server.app.get(PracticeExportService);
    const caller = { id: practice.owner.id, sessionId: practice.owner.sessionId, address: null };
    for (let time = 0; time < 3; time += 1) {
      const asked = exports.export(uuidv7(), { ...SYSTEM_CALLER, ...caller } as unknown as PersonCaller);
      await expect(asked).rejects.toMatchObject({ code: 'not-found' });
    }
  });
});

function incompressible(size: number): Buffer {
  let seed = 1;
  const next = () => (seed = (seed * 48271) % 2147483647);
  return Buffer.from(
    Array.from({ length: size / 8 }, () => next().toString(36).padStart(8, '0').slice(-8)).join(''),
  );
}

it('holds of a redacted assessment the trace alone, beside the one that took its place', async () => {
  const { items } = await api('/adjustments');
  const place = { in: 'adjustments', key: items[0].key, pointer: '/reason' };
  const by = { name: 'Dana Whitfield', role: 'Security official' };
  const body = { places: [place], reason: 'secret', by };
  const asOwner = { key: practice.owner.session };
  expect((await server.post(`${practice.at}/redactions`, body, asOwner)).status).toBe(200);
  const again = join(folder, 'redacted.zip');
  await download(`${url}${practice.at}/export`, practice.owner.session, again);
  const packed = unzipped(await readFile(again));
  const all =
    packed.json<{ id: string; asOf: string; redactedAt: string | null; supersededBy: string | null }[]>(
      'assessments.json',
    );
  const redacted = all.find(({ id }) => id === practice.sealedId);
  expect(redacted?.redactedAt).toEqual(expect.any(String));
  const named = (id: string) => packed.names.some((name) => name.includes(id));
  expect([named(practice.sealedId), named(redacted?.supersededBy ?? '')]).toEqual([false, true]);
  expect((await verifyExport(again, null)).faults).toEqual([]);
});
