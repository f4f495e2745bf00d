// A practice that has issued a questionnaire about a service of a vendor, and sends it by links.
import { dataFlowBody, serviceBody, vendorBody } from '../factories/records.factory';
import type { Reply, TestApplication } from './test-application';

export interface AskedVendor {
  id: string;
  /** address of its records */
  at: string;
  questionnaireId: string;
  /** address of the questionnaire in the API; without /v1 its page */
  questionnaire: string;
}

export async function askVendor(server: TestApplication): Promise<AskedVendor> {
  const { id, at } = await server.newOrganization();
  await server.post(`${at}/vendors`, vendorBody());
  await server.post(`${at}/services`, serviceBody());
  await server.post(`${at}/data-flows`, dataFlowBody());
  const issued = await server.post(`${at}/questionnaires`, {
    ...{ key: 'scribe-2026', about: 'service', service: serviceBody().key },
  });
  if (issued.status !== 201) throw new Error(JSON.stringify(issued.body));
  const questionnaireId = issued.body.id as string;
  return { id, at, questionnaireId, questionnaire: `${at}/questionnaires/${questionnaireId}` };
}

export function sendLink(
  server: TestApplication,
  { questionnaire }: AskedVendor,
  body: object = { validDays: 14 },
): Promise<Reply> {
  return server.post(`${questionnaire}/vendor-links`, body);
}

export interface StoredQuestion {
  id: string;
  answeredBy: string;
  question: string;
  answer: {
    value: unknown;
    basis: string | null;
    evidenceKeys: string[] | null;
    answeredBy: string | null;
  } | null;
}

export async function questionsOf(
  server: TestApplication,
  { questionnaire }: AskedVendor,
): Promise<StoredQuestion[]> {
  const { body } = await server.get(questionnaire);
  return (body.groups as { questions: StoredQuestion[] }[]).flatMap(({ questions }) => questions);
}
