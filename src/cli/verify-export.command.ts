// duecare verify-export FILE: is this the export of a practice that was handed out, and is it whole?
import { NoArchiveError } from '../leaving/packed-archive';
import { BINDER_FORMAT } from '../leaving/manifest';
import { NoManifestError } from '../leaving/read-manifest';
import { verifyExport, type ExportVerification } from '../leaving/verify-export';
import { CommandRefusal } from './command-refusal';
import { EXIT, type ExitCode } from './exit-codes';
import { onOneLine } from './printable-text';

export interface VerifyExportFlags {
  keyId?: string[];
}

const FINGERPRINT = /^[0-9a-f]{64}$/;
/** Faults listed at most: an archive that was packed anew may have one for each entry. */
const MOST_LINES = 20;
const UNREADABLE = ['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM', 'ELOOP', 'ENAMETOOLONG'];

/** 0 intact and whole; 1 does not verify; 2 not an export; 3 intact, but files are lacking that the installation had lost. */
export async function verifyExportFile(file: string, flags: VerifyExportFlags): Promise<ExitCode> {
  const keyIds = (flags.keyId ?? []).map((keyId) => keyId.toLowerCase().replaceAll(/[\s:]/g, ''));
  if (!keyIds.every((keyId) => FINGERPRINT.test(keyId))) {
    throw new CommandRefusal(['--key-id must be the fingerprint of a key: 64 hexadecimal digits.']);
  }
  const found = await verified(file, keyIds.length > 0 ? keyIds : null);
  const isIntact = found.faults.length === 0;
  const lines = isIntact ? linesOfIntact(found, keyIds.length > 0) : linesOfFaults(found);
  process.stdout.write(`${lines.map(onOneLine).join('\n')}\n`);
  if (!isIntact) return EXIT.failed;
  return found.signed.manifest.lackingFiles.length > 0 ? EXIT.incomplete : EXIT.ok;
}

async function verified(file: string, keyIds: readonly string[] | null): Promise<ExportVerification> {
  try {
    return await verifyExport(file, keyIds);
  } catch (error) {
    if (error instanceof NoArchiveError)
      throw new CommandRefusal(['This is not a ZIP archive, or it was cut short.']);
    if (error instanceof NoManifestError)
      throw new CommandRefusal(['This is not the export of a practice, nor a binder.', error.message]);
    const { code } = error as NodeJS.ErrnoException;
    if (code !== undefined && UNREADABLE.includes(code))
      throw new CommandRefusal([`${onOneLine(file)} cannot be read (${code}).`]);
    throw error;
  }
}

function linesOfFaults({ faults }: ExportVerification): string[] {
  const listed = faults.slice(0, MOST_LINES).map(({ entry, detail }) => `${entry}: ${detail}`);
  const more = faults.length > MOST_LINES ? [`... and ${faults.length - MOST_LINES} more.`] : [];
  return ['Does not verify.', ...listed, ...more];
}

function linesOfIntact({ signed, sealed, drafts, log }: ExportVerification, isKeyKnown: boolean): string[] {
  const { organization, at, entries, lackingFiles } = signed.manifest;
  return [
    signed.manifest.format === BINDER_FORMAT
      ? `Intact: the binder of the assessment ${signed.manifest.assessment?.id}.`
      : 'Intact.',
    `Practice: ${organization.name} (${organization.id}), as of ${at}`,
    `Entries: ${entries.length}. Assessments: ${sealed} sealed, ${drafts} not`,
    `Audit log: ${log?.entries} entries, up to ${log?.lastSequence}, signed up to ${log?.signedSequence ?? 'none'}`,
    `Manifest: SHA-256 ${signed.signature.digest}`,
    `Key: ${signed.signature.keyId}`,
    isKeyKnown
      ? 'The key is one that you named.'
      : 'Compare the key with the one that the installation published.',
    ...lackingFiles.slice(0, MOST_LINES).map(({ id, why }) => `Lacking: file ${id} (${why})`),
    ...(lackingFiles.length > MOST_LINES ? [`... and ${lackingFiles.length - MOST_LINES} more.`] : []),
  ];
}
