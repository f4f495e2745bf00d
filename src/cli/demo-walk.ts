// The calls of the demo, in the order in which an integration would make them.
import { parse } from 'yaml';
import type { SealedAssessment } from '../assessments/assessment.document';
import type { AssessmentResponse } from '../assessments/assessment.dto';
import type { Dossier } from '../dossiers/dossier.document';
import type { ImportOutcome } from '../dossiers/dossier-exchange.dto';
import type { ReportResponse } from '../reports/report.dto';
import type { ReportFormat } from '../reports/report.entity';
import type { ApiClient } from './api-client';

export interface DemoResult {
  sealed: SealedAssessment;
  report: { format: ReportFormat; content: Buffer };
  /** XLSX */
  registers: Buffer;
}

const ASSESSOR = { name: 'Robin Ellery', role: 'Compliance consultant (example)' };
const OWNER = { name: 'Dana Whitfield', role: 'Security official (example)' };
const POLL_MILLISECONDS = 200;
const LONGEST_PRINT_MILLISECONDS = 120_000;

/** Who calls: a program with an API key, and the person who has to answer for the decisions in the file and for the seal. */
export interface DemoCallers {
  program: ApiClient;
  person: ApiClient;
}

/** Scopes of the key that the demo makes: no more than it uses. */
export const DEMO_SCOPES = ['assessments.draft', 'assessments.read', 'reports.print', 'reports.read'];

/** @param leave gets the sealed assessment before the report is printed: it is there whatever the printing does */
export async function assessExample(
  { program, person }: DemoCallers,
  organizationId: string,
  dossierText: string,
  say: (step: string) => void,
  leave: (sealedText: string) => Promise<void>,
): Promise<DemoResult> {
  const dossier = parse(dossierText) as Dossier;
  say(`Sending the example practice, ${dossier.practice.name}`);
  const at = `/v1/organizations/${organizationId}`;
  const yaml = { 'content-type': 'application/yaml' };
  // The person sends the file: it holds accepted risks, adopted policies and consent forms, which a program may not decide.
  const imported = await person.post<ImportOutcome>(`${at}/dossier/imports`, dossierText, yaml);
  say(
    `Scored ${dossier.services.length} tools from ${imported.body.created} records; drawing up and sealing the assessment`,
  );
  const assessment = await sealedAssessment({ program, person }, at, dossier.asOf ?? null);
  const sealedText = (await program.bytes(`${at}/assessments/${assessment}/document`)).toString('utf8');
  await leave(sealedText);
  say('Printing the report');
  const report = await printedReport(program, at, assessment);
  const registers = await registersOf(program, at, assessment);
  return { sealed: JSON.parse(sealedText) as SealedAssessment, report, registers };
}

async function sealedAssessment(
  { program, person }: DemoCallers,
  at: string,
  asOf: string | null,
): Promise<string> {
  const drafted = await program.post<AssessmentResponse>(`${at}/assessments`, { asOf, assessor: ASSESSOR });
  const { id } = drafted.body;
  const step = (name: string, version: number, by: object) =>
    person.post(`${at}/assessments/${id}/${name}`, by, { 'if-match': `"${version}"` });
  await step('reviews', 1, {
    ...ASSESSOR,
    statement: 'I drew this assessment up from the facts in it (example).',
  });
  await step('seals', 2, {
    ...OWNER,
    statement: 'I have read this assessment; the facts in it are ours (example).',
  });
  return id;
}

/** The PDF, or the HTML where no browser can print one. */
async function printedReport(
  client: ApiClient,
  at: string,
  assessment: string,
): Promise<DemoResult['report']> {
  const pdf = await report(client, at, assessment, 'pdf');
  if (pdf) return { format: 'pdf', content: pdf };
  const html = await report(client, at, assessment, 'html');
  if (!html) throw new Error('the report could be made neither as PDF nor as HTML');
  return { format: 'html', content: html };
}

async function registersOf(client: ApiClient, at: string, assessment: string): Promise<Buffer> {
  const workbook = await report(client, at, assessment, 'xlsx');
  if (!workbook) throw new Error('the workbook of the registers could not be made');
  return workbook;
}

async function report(
  client: ApiClient,
  at: string,
  assessment: string,
  format: ReportFormat,
): Promise<Buffer | null> {
  const asked = await client.post<ReportResponse>(`${at}/assessments/${assessment}/reports`, { format });
  const path = `${at}/reports/${asked.body.id}`;
  const deadline = Date.now() + LONGEST_PRINT_MILLISECONDS;
  while (Date.now() < deadline) {
    const { status, failure } = await client.get<ReportResponse>(path);
    if (status === 'done') return client.bytes(`${path}/content`);
    if (status === 'failed' && failure === 'no-browser') return null;
    if (status === 'failed') throw new Error(`the report could not be printed: ${failure}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));
  }
  throw new Error('the report was not printed in two minutes');
}
