// Where an assessment goes: the files asked for, and what is left in place of a PDF that no browser could print.
import { realpath } from 'node:fs/promises';
import { parse, join } from 'node:path';
import type { AssessmentDocument } from '../assessments/assessment.document';
import { CommandRefusal } from './command-refusal';
import { onOneLine } from './printable-text';
import { prepareOutput, type OutputFile } from './output-file';

export interface OutputFlags {
  out?: string;
  json?: string;
  html?: string;
  xlsx?: string;
  /** each "key=file" */
  vendorReport?: string[];
}

/** The report on one service. */
export interface VendorReportOutput {
  service: string;
  file: OutputFile;
  format: 'pdf' | 'html';
}

export interface AssessOutputs {
  pdf: OutputFile | null;
  json: OutputFile | null;
  html: OutputFile | null;
  /** the registers as a workbook */
  xlsx: OutputFile | null;
  vendorReports: VendorReportOutput[];
}

/** @throws CommandRefusal when a file cannot be written, would replace the dossier, or is named twice */
export async function planOutputs(
  input: string,
  { out, json, html, xlsx, vendorReport }: OutputFlags,
): Promise<AssessOutputs> {
  const pdf = out === undefined ? null : await prepareOutput(out);
  const jsonFile = json === undefined ? null : await prepareOutput(json);
  const htmlFile = html === undefined ? null : await prepareOutput(html);
  const xlsxFile = xlsx === undefined ? null : await prepareOutput(xlsx);
  const vendorReports = await plannedVendorReports(vendorReport ?? []);
  const dossier = input === '-' ? null : await realpath(input).catch(() => null);
  const taken = new Set<string>();
  for (const file of [pdf, jsonFile, htmlFile, xlsxFile, ...vendorReports.map(({ file: one }) => one)]) {
    if (!file?.isReplaced) continue;
    if (file.path === dossier)
      throw new CommandRefusal([`${onOneLine(file.name)} is the dossier itself; name another file.`]);
    if (taken.has(file.path))
      throw new CommandRefusal([`${onOneLine(file.name)} is named for two outputs; name two files.`]);
    taken.add(file.path);
  }
  return { pdf, json: jsonFile, html: htmlFile, xlsx: xlsxFile, vendorReports };
}

/** Whether anything is asked for but the lines on the screen. */
export function asksForFiles({ pdf, json, html, xlsx, vendorReports }: AssessOutputs): boolean {
  return Boolean(pdf ?? json ?? html ?? xlsx) || vendorReports.length > 0;
}

/** @throws CommandRefusal when a report is asked for on a service that was not assessed */
export function refuseUnassessed(
  { vendorReports }: AssessOutputs,
  { results }: Pick<AssessmentDocument, 'results'>,
): void {
  const assessed = results.map(({ service }) => service.key);
  const unknown = vendorReports.find(({ service }) => !assessed.includes(service));
  if (!unknown) return;
  throw new CommandRefusal([
    `--vendor-report: no tool has the key ${onOneLine(unknown.service)}. Tools: ${assessed.join(', ') || 'none'}.`,
  ]);
}

async function plannedVendorReports(asked: readonly string[]): Promise<VendorReportOutput[]> {
  const planned: VendorReportOutput[] = [];
  for (const one of asked) {
    const [, service, name] = /^([^=]+)=(.+)$/.exec(one) ?? [];
    if (!service || !name)
      throw new CommandRefusal(['--vendor-report takes KEY=FILE: the key of a tool and a file to write.']);
    const format = /\.html?$/i.test(name) ? 'html' : 'pdf';
    planned.push({ service, file: await prepareOutput(name), format });
  }
  return planned;
}

/** Beside the PDF that could not be made: its name with another ending, in a form that is not taken by the dossier. */
export async function fallbackBeside(
  pdf: OutputFile,
  ending: '.json' | '.html',
  input: string,
): Promise<OutputFile> {
  const { dir, name } = parse(pdf.name);
  const beside = join(dir, `${name}${ending}`);
  const dossier = input === '-' ? null : await realpath(input).catch(() => null);
  const file = await prepareOutput(beside);
  return file.path === dossier ? prepareOutput(join(dir, `${name}.assessment${ending}`)) : file;
}
