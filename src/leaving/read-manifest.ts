// Reads the manifest of an export strictly enough to trust its form; what it says is judged afterwards.
import { findJsonStructureFault } from '../common/json-structure';
import {
  FILE_LACKS,
  MANIFEST_FORMATS,
  MANIFEST_FORMAT_VERSION,
  MANIFEST_NAME,
  type LackingFile,
  type SignedManifest,
} from './manifest';
import type { PackedArchive } from './packed-archive';

/** An archive that is no export of a practice, or of a newer version. The message says which. */
export class NoManifestError extends Error {}

/** A line for each of some millions of files. */
const MAX_BYTES = 1024 * 1024 * 1024;
const MAX_DEPTH = 8;

/** @throws NoManifestError */
export async function readManifest(archive: PackedArchive): Promise<SignedManifest> {
  const text = (await unpacked(archive))?.toString('utf8');
  if (text === undefined) throw new NoManifestError('There is no manifest in it.');
  const value = parsed(text);
  if (!isSignedManifest(value)) throw new NoManifestError('Its manifest is not one of an export.');
  if (value.manifest.formatVersion !== MANIFEST_FORMAT_VERSION)
    throw new NoManifestError('It was made by a newer version.');
  return value;
}

async function unpacked(archive: PackedArchive): Promise<Buffer | null> {
  try {
    return await archive.readWhole(MANIFEST_NAME, MAX_BYTES);
  } catch {
    throw new NoManifestError('Its manifest cannot be unpacked.');
  }
}

function parsed(text: string): unknown {
  try {
    const value = JSON.parse(text) as unknown;
    return findJsonStructureFault(text, MAX_DEPTH) ? null : value;
  } catch {
    return null;
  }
}

function isSignedManifest(value: unknown): value is SignedManifest {
  if (!isRecord(value) || !isRecord(value.manifest) || !isRecord(value.signature)) return false;
  const { manifest, signature } = value;
  return (
    (MANIFEST_FORMATS as readonly unknown[]).includes(manifest.format) &&
    hasTexts(manifest, 'at', 'productVersion') &&
    isRecord(manifest.organization) &&
    hasTexts(manifest.organization, 'id', 'key', 'name') &&
    isRecord(manifest.auditLog) &&
    hasTexts(manifest.auditLog, 'digest') &&
    (manifest.auditLog.after === undefined || isStanding(manifest.auditLog.after)) &&
    (manifest.assessment === undefined ||
      (isRecord(manifest.assessment) && hasTexts(manifest.assessment, 'id', 'digest'))) &&
    isListOf(manifest.entries, (entry) => hasTexts(entry, 'name', 'sha256')) &&
    isListOf(manifest.lackingFiles, isLackingFile) &&
    hasTexts(signature, 'digest', 'publicKey', 'keyId', 'signature')
  );
}

function isStanding(value: unknown): boolean {
  return isRecord(value) && typeof value.sequence === 'number' && hasTexts(value, 'digest');
}

function isLackingFile(file: Record<string, unknown>): boolean {
  return hasTexts(file, 'id') && FILE_LACKS.includes(file.why as LackingFile['why']);
}

function isListOf(value: unknown, fits: (entry: Record<string, unknown>) => boolean): boolean {
  return Array.isArray(value) && value.every((entry) => isRecord(entry) && fits(entry));
}

function hasTexts(record: Record<string, unknown>, ...names: string[]): boolean {
  return names.every((name) => typeof record[name] === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
