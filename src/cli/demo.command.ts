// `npm run demo`: the whole way on a throwaway database. The example practice goes in through the HTTP API as a client would send
// it; a sealed assessment and its report come out.
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { PROJECT_ROOT } from '../common/project-root';
import { readSettingsFromProcess, type Settings } from '../config/settings';
import type { Dossier } from '../dossiers/dossier.document';
import { startApplication, type RunningApplication } from '../server/start-application';
import { ApiClient } from './api-client';
import { assessExample, DEMO_SCOPES, type DemoCallers, type DemoResult } from './demo-walk';
import { assessmentSummary } from './assessment-summary';
import { EXIT, type ExitCode } from './exit-codes';
import { setUpOwner } from './set-up-owner';
import { prepareOutput, writeOutput } from './output-file';

const EXAMPLE = join(PROJECT_ROOT, 'examples', 'practice.yaml');
const FOLDER = 'demo';
const NAME = 'security-risk-assessment';

/** 0 done; 3 done, but no browser for the PDF: JSON and HTML are left. */
export async function runDemo(): Promise<ExitCode> {
  const started = Date.now();
  const dataFolder = await mkdtemp(join(tmpdir(), 'duecare-demo-'));
  let running: RunningApplication | null = null;
  const cleanUp = async () => {
    await running?.stop();
    await rm(dataFolder, { recursive: true, force: true });
  };
  stopOnSignal(cleanUp);
  try {
    running = await startApplication({ settings: demoSettings(dataFolder), progress: say });
    const dossierText = await readFile(EXAMPLE, 'utf8');
    const { organizationId, ...callers } = await setUpDemo(running, dossierText);
    const result = await assessExample(callers, organizationId, dossierText, say, leaveAssessment);
    await leave(`${NAME}.${result.report.format}`, result.report.content);
    await leave('registers.xlsx', result.registers);
    process.stdout.write(`\n${assessmentSummary(result.sealed.document, process.stdout.columns)}\n`);
    process.stdout.write(`\n${closingWords(result, Date.now() - started)}\n`);
    return result.report.format === 'pdf' ? EXIT.ok : EXIT.incomplete;
  } finally {
    await cleanUp();
  }
}

/** The way of somebody who has just installed Duecare: the setup link, the practice, a key for the program. */
async function setUpDemo(
  { url, setupToken }: RunningApplication,
  dossierText: string,
): Promise<DemoCallers & { organizationId: string }> {
  const { practice } = parse(dossierText) as Dossier;
  const { session, organizationId } = await setUpOwner(url, setupToken, practice);
  if (!organizationId) throw new Error('setting up made no practice');
  const person = new ApiClient(url, session);
  const key = { label: 'Demo', scopes: DEMO_SCOPES, validDays: 1 };
  const made = await person.post<{ key: string }>(`/v1/organizations/${organizationId}/api-keys`, key);
  return { organizationId, person, program: new ApiClient(url, made.body.key) };
}

/** Nothing of the machine's own installation is touched: a database, a port and a folder of its own. */
function demoSettings(dataFolder: string): Settings {
  return {
    ...readSettingsFromProcess(),
    database: null,
    dataFolder,
    host: '127.0.0.1',
    port: 0,
    logLevel: 'silent',
  };
}

/** The envelope as the API sent it. */
function leaveAssessment(sealedText: string): Promise<void> {
  return leave(`${NAME}.json`, `${sealedText}\n`);
}

async function leave(name: string, content: string | Buffer): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  await writeOutput(await prepareOutput(join(FOLDER, name)), content);
}

function closingWords({ report }: DemoResult, milliseconds: number): string {
  const seconds = (milliseconds / 1000).toFixed(1);
  const lines = [
    `${join(FOLDER, `${NAME}.${report.format}`)}   the report`,
    `${join(FOLDER, 'registers.xlsx')}                 its registers as a workbook`,
    `${join(FOLDER, `${NAME}.json`)}  the sealed assessment; check it: npx duecare verify ${FOLDER}/${NAME}.json`,
  ];
  if (report.format === 'html') {
    lines.push(
      '',
      'No PDF was made: no browser was found. Install Chrome, Chromium or Edge (or name one in PUPPETEER_EXECUTABLE_PATH)',
      'and run the demo again, or open the HTML report in any browser and print it from there.',
    );
  }
  return [...lines, '', `Done in ${seconds} s. Not legal advice.`].join('\n');
}

function stopOnSignal(cleanUp: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void cleanUp().finally(() => process.exit(130)));
  }
}

function say(step: string): void {
  process.stderr.write(`${step} ...\n`);
}
