// Where an assessment goes: the files asked for, and what is left in place of a PDF that no browser could print.
import { realpath } from 'node:fs/promises';
import { parse, join } from 'node:path';
import { CommandRefusal } from './command-refusal';
import { onOneLine } from './printable-text';
import { prepareOutput, type OutputFile } from './output-file';

export interface OutputFlags {
  out?: string;
  json?: string;
  html?: string;
}

export interface AssessOutputs {
  pdf: OutputFile | null;
  json: OutputFile | null;
  html: OutputFile | null;
}

/** @throws CommandRefusal when a file cannot be written, would replace the dossier, or is named twice */
export async function planOutputs(input: string, { out, json, html }: OutputFlags): Promise<AssessOutputs> {
  const pdf = out === undefined ? null : await prepareOutput(out);
  const jsonFile = json === undefined ? null : await prepareOutput(json);
  const htmlFile = html === undefined ? null : await prepareOutput(html);
  const dossier = input === '-' ? null : await realpath(input).catch(() => null);
  const taken = new Set<string>();
  for (const file of [pdf, jsonFile, htmlFile]) {
    if (!file?.isReplaced) continue;
    if (file.path === dossier)
      throw new CommandRefusal([`${onOneLine(file.name)} is the dossier itself; name another file.`]);
    if (taken.has(file.path))
      throw new CommandRefusal([`${onOneLine(file.name)} is named for two outputs; name two files.`]);
    taken.add(file.path);
  }
  return { pdf, json: jsonFile, html: htmlFile };
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
