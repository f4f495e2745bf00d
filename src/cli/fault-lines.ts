import type { DossierFaultsError } from '../dossiers/dossier-faults.error';
import { onOneLine } from './printable-text';

/** A refused dossier for people: what it is about, then a line per fault. */
export function faultLines(file: string, { detail, faults, omitted }: DossierFaultsError): string[] {
  const name = file === '-' ? 'standard input' : file;
  const listed = faults.map(({ pointer, detail: fault }) => `  ${pointer || '(the document)'}: ${fault}`);
  const more = omitted > 0 ? [`  ... and ${omitted} more.`] : [];
  return [`${name}: ${detail} Nothing was assessed.`, ...listed, ...more].map((line) =>
    line.startsWith('  ') ? `  ${onOneLine(line.trimStart())}` : onOneLine(line),
  );
}
