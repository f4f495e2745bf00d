// Writes the files of an assessment. JSON, workbook and HTML come first, so that they are there whatever the printing does.
import type { SealedAssessment } from '../assessments/assessment.document';
import { readSettingsFromProcess } from '../config/settings';
import { BrowserLaunchError, BrowserNotFoundError } from '../reports/printer/printer.errors';
import { ReportPrinter } from '../reports/printer/report-printer';
import { registersWorkbook } from '../reports/registers-workbook';
import {
  prepareSecurityRiskAssessment,
  prepareVendorReport,
  type RenderReport,
} from '../reports/security-risk-assessment';
import { fallbackBeside, type AssessOutputs, type VendorReportOutput } from './assess-outputs';
import { EXIT, type ExitCode } from './exit-codes';
import { writeOutput, type OutputFile } from './output-file';
import { onOneLine } from './printable-text';

export async function leaveFiles(
  envelope: SealedAssessment,
  outputs: AssessOutputs,
  input: string,
): Promise<ExitCode> {
  if (outputs.xlsx) await write(outputs.xlsx, await registersWorkbook(envelope));
  let exit = await leaveWholeReport(envelope, outputs, input);
  for (const report of outputs.vendorReports) {
    if ((await leaveVendorReport(envelope, report, input)) !== EXIT.ok) exit = EXIT.incomplete;
  }
  return exit;
}

/** The report on one service; its HTML where no browser can print it. */
async function leaveVendorReport(
  envelope: SealedAssessment,
  { service, file, format }: VendorReportOutput,
  input: string,
): Promise<ExitCode> {
  const render = await prepareVendorReport(envelope, service);
  if (!render) throw new Error('the assessment has no result for the service of the report');
  if (format === 'html') {
    await write(file, render());
    return EXIT.ok;
  }
  progress(`Printing ${file.name} ...`);
  const printed = await printedOrNoBrowser(render, new Date(envelope.document.createdAt));
  if (Buffer.isBuffer(printed)) {
    await write(file, printed);
    return EXIT.ok;
  }
  progress(`No PDF was made. ${printed.message}`);
  await write(await fallbackBeside(file, '.html', input), render());
  return EXIT.incomplete;
}

async function leaveWholeReport(
  envelope: SealedAssessment,
  { pdf, json, html }: AssessOutputs,
  input: string,
): Promise<ExitCode> {
  if (json) await write(json, jsonOf(envelope));
  if (!html && !pdf) return EXIT.ok;
  const render = await prepareSecurityRiskAssessment(envelope);
  if (html) await write(html, render());
  if (!pdf) return EXIT.ok;
  progress(`Printing ${pdf.name} ...`);
  const printed = await printedOrNoBrowser(render, new Date(envelope.document.createdAt));
  if (Buffer.isBuffer(printed)) {
    await write(pdf, printed);
    return EXIT.ok;
  }
  const leftJson = json ?? (await fallbackBeside(pdf, '.json', input));
  const leftHtml = html ?? (await fallbackBeside(pdf, '.html', input));
  if (!json) await write(leftJson, jsonOf(envelope));
  if (!html) await write(leftHtml, render());
  progress(`No PDF was made. ${printed.message}`);
  progress(
    `Or open ${leftHtml.name} in any browser and print it from there. The assessment is in ${leftJson.name}.`,
  );
  return EXIT.incomplete;
}

async function printedOrNoBrowser(render: RenderReport, madeAt: Date): Promise<Buffer | Error> {
  const { browserPath, browserEnvironment } = readSettingsFromProcess();
  const printer = new ReportPrinter({
    executablePath: browserPath,
    environment: browserEnvironment,
    pages: 1,
  });
  try {
    return await printer.print(render, { madeAt });
  } catch (error) {
    if (error instanceof BrowserNotFoundError || error instanceof BrowserLaunchError) return error;
    throw error;
  } finally {
    await printer.close();
  }
}

/** Laid out for people; the digest is over the canonical form of the document, whatever the layout. */
function jsonOf(envelope: SealedAssessment): string {
  return `${JSON.stringify(envelope, null, 2)}\n`;
}

async function write(file: OutputFile, content: string | Buffer): Promise<void> {
  await writeOutput(file, content);
  progress(`Wrote ${file.name}`);
}

function progress(line: string): void {
  process.stderr.write(`${onOneLine(line)}\n`);
}
