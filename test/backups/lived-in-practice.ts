// A practice as it is after some use: records, files of which one was destroyed, a sealed assessment, a report, a signed audit log.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { setUpOwner, THROWAWAY_OWNER } from '../../src/cli/set-up-owner';
import type { Dossier } from '../../src/dossiers/dossier.document';
import { setUpSecondFactor } from '../support/second-factor';
import { until } from '../support/until';

const EXAMPLE = join(__dirname, '..', '..', 'examples', 'practice.yaml');
const PERSON = { name: 'Robin Ellery', role: 'Compliance consultant (example)' };
const SIGNING = { ...PERSON, statement: 'As I know it (example).' };

export const FILES = ['Security overview', 'Policy on recordings', 'Sent by mistake'].map((title) =>
  Buffer.from(`${title}\n`.repeat(20_000)),
);

export interface LivedInPractice {
  organizationId: string;
  session: string;
  /** of the owner's authenticator app */
  totpSecret: string;
  /** in the order of FILES; the last one was destroyed */
  fileIds: string[];
  assessmentId: string;
  reportId: string;
}

/** Calls of one person over the network. */
export class PersonAtServer {
  constructor(
    private readonly url: string,
    private readonly token: string | null,
  ) {}

  async call(method: string, path: string, body?: string | FormData, headers: Record<string, string> = {}) {
    const authorization: Record<string, string> = this.token ? { authorization: `Bearer ${this.token}` } : {};
    const answer = await fetch(this.url + path, { method, body, headers: { ...authorization, ...headers } });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    return answer;
  }

  async post<T>(path: string, body?: object, headers: Record<string, string> = {}): Promise<T> {
    const json: Record<string, string> = body ? { 'content-type': 'application/json' } : {};
    const answer = await this.call('POST', path, body && JSON.stringify(body), { ...json, ...headers });
    const text = await answer.text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  async text(path: string): Promise<string> {
    return (await this.call('GET', path)).text();
  }

  async upload(path: string, content: Buffer, name: string): Promise<string> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(content)], { type: 'text/plain' }), name);
    return ((await (await this.call('POST', path, form)).json()) as { id: string }).id;
  }
}

export async function liveIn(url: string, setupToken: string | null): Promise<LivedInPractice> {
  const dossierText = readFileSync(EXAMPLE, 'utf8');
  const { practice, asOf } = parse(dossierText) as Dossier;
  const made = await setUpOwner(url, setupToken, practice);
  const organizationId = made.organizationId ?? '';
  const { session } = made;
  const totpSecret = await setUpSecondFactor(url, session);
  const owner = new PersonAtServer(url, session);
  const at = `/v1/organizations/${organizationId}`;
  await owner.call('POST', `${at}/dossier/imports`, dossierText, { 'content-type': 'application/yaml' });
  const fileIds: string[] = [];
  for (const [index, content] of FILES.entries()) {
    fileIds.push(await owner.upload(`${at}/files`, content, `document-${index}.txt`));
  }
  await owner.post(`${at}/files/${fileIds.at(-1)}/destructions`, { reason: 'wrong_file' });
  const { id } = await owner.post<{ id: string }>(`${at}/assessments`, {
    asOf: asOf ?? null,
    assessor: PERSON,
  });
  await owner.post(`${at}/assessments/${id}/reviews`, SIGNING, { 'if-match': '"1"' });
  await owner.post(`${at}/assessments/${id}/seals`, SIGNING, { 'if-match': '"2"' });
  const report = await owner.post<{ id: string }>(`${at}/assessments/${id}/reports`, { format: 'html' });
  await printed(owner, `${at}/reports/${report.id}`);
  await owner.post(`${at}/audit-log-checkpoints`);
  return { organizationId, session, totpSecret, fileIds, assessmentId: id, reportId: report.id };
}

async function printed(owner: PersonAtServer, path: string): Promise<void> {
  await until(async () => (JSON.parse(await owner.text(path)) as { status: string }).status === 'done');
}

/** What the API gives of the practice, a text for each address. */
export async function allThatIsToldOf(
  owner: PersonAtServer,
  { organizationId, assessmentId, reportId, fileIds }: LivedInPractice,
): Promise<Record<string, string>> {
  const at = `/v1/organizations/${organizationId}`;
  const paths = [
    '',
    '/dossier',
    '/files',
    '/service-scores?limit=200',
    `/assessments/${assessmentId}/document`,
    `/reports/${reportId}/content`,
    '/members',
    '/audit-log-checkpoints',
    ...fileIds.slice(0, -1).map((id) => `/files/${id}/content`),
  ];
  const told: Record<string, string> = {};
  for (const path of paths) {
    const text = await owner.text(at + path);
    told[path] = text.length < 10_000 ? text : createHash('sha256').update(text).digest('hex');
  }
  return told;
}

/** @returns somebody who has given password and second factor */
export async function signedIn(url: string, code: string): Promise<PersonAtServer> {
  const { email, password } = THROWAWAY_OWNER;
  const { token } = await new PersonAtServer(url, null).post<{ token: string }>('/v1/sessions', {
    email,
    password,
  });
  const person = new PersonAtServer(url, token);
  await person.post('/v1/session/second-factor', { code });
  return person;
}
