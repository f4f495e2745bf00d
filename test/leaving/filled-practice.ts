// A practice with something of each sort, made through the API: records of every kind, files of which one was destroyed, a sealed
// assessment and a draft, a report, people, a key, an invitation.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { request } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { unzipSync } from 'fflate';
import { dossierBody, practiceBody } from '../factories/records.factory';
import type { TestApplication } from '../support/test-application';
import type { TestPeople, TestPerson } from '../support/test-people';
import { until } from '../support/until';

const ASSESSOR = { name: 'Dana Whitfield', role: 'Security official' };
const SIGNING = { ...ASSESSOR, statement: 'I have read this assessment.' };

export const FILES = ['Security overview', 'Policy on recordings', 'Sent by mistake'].map((title) =>
  Buffer.from(`${title}\n`.repeat(20_000)),
);

export interface FilledPractice {
  id: string;
  key: string;
  at: string;
  /** signed in a moment ago */
  owner: TestPerson;
  auditor: TestPerson;
  staff: TestPerson;
  /** in the order of FILES; the last one was destroyed */
  fileIds: string[];
  sealedId: string;
  reportId: string;
  apiKey: string;
}

export async function fillPractice(server: TestApplication, people: TestPeople): Promise<FilledPractice> {
  const practice = practiceBody();
  const made = await asked(server.post('/v1/organizations', practice), 201);
  const [id, at] = [made.id as string, `/v1/organizations/${String(made.id)}`];
  const [owner, auditor, staff] = [
    await people.add({ name: 'Ola Owner', secondFactor: true }),
    await people.add({ name: 'Audrey Auditor' }),
    await people.add({ name: 'Stef Staff' }),
  ];
  await people.join(owner, id, 'owner');
  await people.join(auditor, id, 'auditor');
  await people.join(staff, id, 'staff');
  await asked(server.post(`${at}/dossier/imports`, dossierBody(practice)), 200);
  const fileIds: string[] = [];
  for (const [index, bytes] of FILES.entries()) {
    const file = { name: `document ${index}.txt`, type: 'text/plain', bytes };
    fileIds.push((await asked(server.upload(`${at}/files`, file), 201)).id as string);
  }
  await asked(server.post(`${at}/files/${fileIds.at(-1)}/destructions`, { reason: 'wrong_file' }), 200);
  const sealed = await asked(server.post(`${at}/assessments`, { assessor: ASSESSOR }), 201);
  const assessment = `${at}/assessments/${String(sealed.id)}`;
  for (const [step, version] of [
    ['reviews', '"1"'],
    ['seals', '"2"'],
  ] as const) {
    await asked(server.post(`${assessment}/${step}`, SIGNING, { headers: { 'if-match': version } }), 200);
  }
  await asked(server.post(`${at}/assessments`, { assessor: ASSESSOR }), 201);
  const report = await asked(server.post(`${assessment}/reports`, { format: 'html' }), 202);
  await until(async () => (await server.get(`${at}/reports/${String(report.id)}`)).body.status === 'done');
  const scopes = ['records.read', 'clearance.ask'];
  const key = await asked(server.post(`${at}/api-keys`, { label: 'EHR', scopes, validDays: 30 }), 201);
  await asked(server.post(`${at}/invitations`, { email: `${id}@invited.example`, role: 'staff' }), 201);
  await asked(server.call('POST', `${at}/audit-log-checkpoints`), 201);
  return {
    ...{ id, key: practice.key, at, owner, auditor, staff, fileIds },
    ...{ sealedId: sealed.id as string, reportId: report.id as string, apiKey: key.key as string },
  };
}

async function asked(
  reply: Promise<{ status: number; body: Record<string, unknown> }>,
  status: number,
): Promise<Record<string, unknown>> {
  const { status: got, body } = await reply;
  if (got !== status) throw new Error(`answered ${got}: ${JSON.stringify(body)}`);
  return body;
}

export interface Unzipped {
  names: string[];
  bytes: (name: string) => Buffer;
  text: (name: string) => string;
  json: <T = any>(name: string) => T;
}

/** Read by another library than the one that wrote it. */
export function unzipped(archive: Buffer): Unzipped {
  const entries = unzipSync(archive);
  const bytes = (name: string): Buffer => {
    const entry = entries[name];
    if (!entry) throw new Error(`there is no ${name}`);
    return Buffer.from(entry);
  };
  const text = (name: string): string => bytes(name).toString('utf8');
  return {
    names: Object.keys(entries),
    bytes,
    text,
    json: <T>(name: string) => JSON.parse(text(name)) as T,
  };
}

/** Takes the export over the network into a file, or hangs up after some bytes. */
export async function download(
  url: string,
  session: string,
  file: string,
): Promise<{ status: number | undefined; contentType: string | undefined }> {
  const sent = request(url, { headers: { authorization: `Bearer ${session}` } }).end();
  const [answer] = (await once(sent, 'response')) as [import('node:http').IncomingMessage];
  await pipeline(answer, createWriteStream(file));
  return { status: answer.statusCode, contentType: answer.headers['content-type'] };
}

export async function hangUpWhileReading(url: string, session: string): Promise<void> {
  const sent = request(url, { headers: { authorization: `Bearer ${session}` } }).end();
  const [answer] = (await once(sent, 'response')) as [import('node:http').IncomingMessage];
  await once(answer, 'data');
  answer.destroy();
}
