// Whether entries, taken one after the other, are a chain. Pure: what is walked comes in, the first fault comes out.
import { NotCanonicalError } from '../common/signing/canonical-bytes';
import { BEFORE_THE_FIRST, digestOfEntry, type AuditEntry, type ChainedEntry } from './audit-entry';
import type { LogHead } from './chain-events';
import { isSigned, type Checkpoint } from './checkpoint';
import { broken, changed, differsFrom, missing, notSigned, ofAnotherKey, type LogFault } from './log-faults';

/** Before the first entry. */
export const START: LogHead = { sequence: 0, digest: BEFORE_THE_FIRST };

/** What is wrong with `entry` after the one before it, if anything. */
export function faultOfEntry(before: LogHead, entry: ChainedEntry): LogFault | null {
  const { sequence, id } = entry;
  if (sequence > before.sequence + 1) return missing(before.sequence + 1);
  if (sequence !== before.sequence + 1 || entry.previousDigest !== before.digest) return broken(sequence, id);
  return digestIfCanonical(entry) === entry.digest ? null : changed(sequence, id);
}

/** @param trustedKeyIds fingerprints of the keys that may have signed; null takes any */
export function faultOfSignature(
  checkpoint: Checkpoint,
  trustedKeyIds: readonly string[] | null,
): LogFault | null {
  if (!isSigned(checkpoint)) return notSigned(checkpoint);
  const isTrusted = trustedKeyIds === null || trustedKeyIds.includes(checkpoint.keyId);
  return isTrusted ? null : ofAnotherKey(checkpoint);
}

export function faultOfCheckpoint(checkpoint: Checkpoint, entry: ChainedEntry): LogFault | null {
  return checkpoint.digest === entry.digest ? null : differsFrom(checkpoint, entry.id);
}

/** Undefined for what no version of this software wrote, such as a number past every bound. */
function digestIfCanonical(entry: AuditEntry): string | undefined {
  try {
    return digestOfEntry(entry);
  } catch (error) {
    if (error instanceof NotCanonicalError) return undefined;
    throw error;
  }
}
