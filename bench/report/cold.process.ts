// One first print in a fresh process: `ours` from the assessment to the PDF, `bare` Chromium with the HTML of the same passes.
// Loading the program's own modules is over when the clock starts; it prints the milliseconds.
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import type { SealedAssessment } from '../../src/assessments/assessment.document';
import { BrowserKeeper } from '../../src/reports/printer/browser-keeper';
import { ReportPrinter } from '../../src/reports/printer/report-printer';
import { prepareSecurityRiskAssessment } from '../../src/reports/security-risk-assessment';
import { timed } from '../measuring/alternating-rounds';
import { printBare, type Pass } from './bare-chromium';

async function ours(sealed: SealedAssessment): Promise<number> {
  const printer = new ReportPrinter();
  try {
    return await timed(async () => {
      const report = await prepareSecurityRiskAssessment(sealed);
      await printer.print(report, { madeAt: new Date(sealed.document.createdAt) });
    });
  } finally {
    await printer.close();
  }
}

async function bare(passes: Pass[]): Promise<number> {
  const keeper = new BrowserKeeper({}, 60_000);
  try {
    return await timed(async () => printBare(await keeper.browser(), passes));
  } finally {
    await keeper.discard();
  }
}

const [kind, file] = process.argv.slice(2) as [string, string];
const given: unknown = JSON.parse(readFileSync(file, 'utf8'));
const printing = kind === 'ours' ? ours(given as SealedAssessment) : bare(given as Pass[]);
void printing.then((milliseconds) => process.stdout.write(String(milliseconds)));
