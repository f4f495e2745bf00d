// A practice that holds the name of somebody where no such name belongs.
import { randomInt } from 'node:crypto';
import { dossierBody, practiceBody } from '../factories/records.factory';
import { TestPeople } from '../support/test-people';
import type { CallOptions, Reply, TestApplication } from '../support/test-application';
import { until } from '../support/until';

/** Nobody of this name exists; it stands nowhere else, in the practices of another test neither. */
export const SURNAME = `Quentorp${randomInt(1e9)
  .toString()
  .replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')}`;
export const NAME = `Marla ${SURNAME}`;
export const DANA = { name: 'Dana Whitfield', role: 'Security official' };
const STATEMENT = { ...DANA, statement: 'I have read this assessment.' };

export interface Practice {
  id: string;
  at: string;
  /** session of a privacy official who has just signed in */
  official: string;
}

/** With the name in a record, in the name of a service, in a submitted questionnaire, and in what follows from them. */
export async function practiceWithName(server: TestApplication): Promise<Practice> {
  const profile = practiceBody();
  const { body } = await server.post('/v1/organizations', profile);
  const at = `/v1/organizations/${body.id}`;
  const dossier = dossierBody(profile) as any;
  dossier.adjustments[0].reason = `Read aloud in supervision. ${NAME} agreed.`;
  dossier.services[0].name = `Scribe of ${NAME.toUpperCase()}`;
  const [questionnaire] = dossier.questionnaires;
  questionnaire.answers[0].note = `${NAME} told us.`;
  expect(questionnaire.state).not.toBe('issued');
  const imported = await server.post(`${at}/dossier/imports`, dossier);
  expect([imported.status, imported.body.faults]).toEqual([200, undefined]);
  return { id: body.id as string, at, official: await officialOf(body.id as string) };
}

async function officialOf(organizationId: string): Promise<string> {
  const people = await TestPeople.connect();
  const official = await people.add();
  await people.join(official, organizationId, 'privacy_official');
  await people.close();
  return official.session;
}

export async function assessmentOf(
  server: TestApplication,
  { at }: Practice,
  upTo: 'draft' | 'sealed',
): Promise<string> {
  const made = await server.post(`${at}/assessments`, { assessor: DANA });
  const url = made.headers.location as string;
  if (upTo === 'draft') return url;
  await server.post(`${url}/reviews`, STATEMENT, { headers: { 'if-match': '"1"' } });
  const sealed = await server.post(`${url}/seals`, STATEMENT, { headers: { 'if-match': '"2"' } });
  expect(sealed.body.status).toBe('sealed');
  return url;
}

export async function printed(
  server: TestApplication,
  assessmentUrl: string,
  format: string,
): Promise<string> {
  const { headers } = await server.post(`${assessmentUrl}/reports`, {
    kind: 'security-risk-assessment',
    format,
  });
  const url = headers.location as string;
  await until(async () => (await server.get(url)).body.status === 'done');
  return url;
}

export const idOf = (url: string): string => url.split('/').at(-1) as string;

export const THE_REASON = {
  in: 'adjustments',
  key: 'scribe-notes-supervision',
  pointer: '/reason',
  start: 27,
  end: 27 + NAME.length,
};

export const redact = (
  server: TestApplication,
  { at, official }: Practice,
  changes: object = {},
  options: CallOptions = { key: official },
): Promise<Reply> =>
  server.post(
    `${at}/redactions`,
    { places: [THE_REASON], reason: 'client_data', by: DANA, ...changes },
    options,
  );
