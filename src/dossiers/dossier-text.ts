// From bytes to a plain value: the only place that meets whatever somebody sends in place of a dossier.
import { findJsonStructureFault } from '../common/json-structure';
import { DossierFaultsError, type DossierRefusal } from './dossier-faults.error';
import { parseYaml } from './yaml-text';

export const MAX_DOSSIER_BYTES = 5 * 1024 * 1024;
/** A dossier is 5 levels deep. */
export const MAX_DEPTH = 32;

export interface DossierTextOptions {
  maxBytes?: number;
  /** what the text must be; told from its first character when left out */
  format?: 'json' | 'yaml';
}

/**
 * The value written in a JSON or YAML 1.2 text (JSON's own types only: dates stay strings).
 * @throws DossierFaultsError when it is too large, not UTF-8, not one well-formed document, has a field twice or is nested too deep
 */
export function parseDossierText(text: Buffer | string, options: DossierTextOptions = {}): unknown {
  const decoded = decode(text, options.maxBytes ?? MAX_DOSSIER_BYTES);
  const format = options.format ?? formatOf(decoded);
  return format === 'json' ? parseJson(decoded) : parseYaml(decoded, MAX_DEPTH);
}

/** YAML reads most JSON too, but slowly; what looks like JSON and is not goes on to YAML, whose flow style begins alike. */
function formatOf(text: string): 'json' | 'yaml' {
  return /^\s*[[{]/.test(text) && isJson(text) ? 'json' : 'yaml';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function decode(text: Buffer | string, maxBytes: number): string {
  const size = typeof text === 'string' ? Buffer.byteLength(text) : text.length;
  if (size > maxBytes) {
    throw refusal(
      `is larger than ${inMebibytes(maxBytes)}; a dossier is a text of facts, without files in it`,
      'body-too-large',
    );
  }
  if (typeof text === 'string') return text.startsWith('\ufeff') ? text.slice(1) : text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(text);
  } catch {
    throw refusal('is not UTF-8 text; save it as UTF-8 and try again');
  }
}

function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refusal('is not well-formed JSON; check it with an editor that marks the place');
  }
  const fault = findJsonStructureFault(text, MAX_DEPTH);
  if (!fault) return value;
  const line = text.slice(0, fault.offset).split('\n').length;
  if (fault.kind === 'too-deep') throw refusal(`is nested deeper than ${MAX_DEPTH} levels at line ${line}`);
  throw new DossierFaultsError([
    {
      pointer: '',
      code: 'duplicate-field',
      detail: `line ${line}: a field stands twice in the same record; keep one`,
    },
  ]);
}

function refusal(detail: string, code: DossierRefusal = 'body-unreadable'): DossierFaultsError {
  const faultCode = code === 'body-too-large' ? 'too-large' : 'unreadable';
  return new DossierFaultsError([{ pointer: '', code: faultCode, detail }], 0, code);
}

function inMebibytes(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${Math.floor(bytes / 1024 / 1024)} MiB` : `${bytes} bytes`;
}
