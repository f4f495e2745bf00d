// The audit log in an export, walked line by line: the same rules as for the one in the database (audit-log/chain-walk.ts).
import type { ChainedEntry } from '../audit-log/audit-entry';
import type { LogHead } from '../audit-log/chain-events';
import { faultOfCheckpoint, faultOfEntry, faultOfSignature, START } from '../audit-log/chain-walk';
import type { Checkpoint } from '../audit-log/checkpoint';
import { SHORTEST_TERM_YEARS, yearsBefore } from '../audit-log/term';

export interface ExportedLog {
  organizationId: string;
  lines: AsyncIterable<string>;
  checkpoints: readonly Checkpoint[];
  /** where the manifest says that it stands */
  head: LogHead;
  /** the entry before the first line, where only a part of the log was taken: the manifest vouches for it */
  after?: LogHead;
}

export interface LogTrust {
  /** fingerprints of the keys that may have signed; null takes any */
  keyIds: readonly string[] | null;
  /** the moment of the export: what was pruned had to be older than its term then */
  at: Date;
}

export interface WalkedLog {
  entries: number;
  lastSequence: number;
  /** what is signed reaches up to this entry; null without a checkpoint */
  signedSequence: number | null;
  /** the first thing that does not fit, in a sentence */
  fault: string | null;
}

export async function walkExportedLog(log: ExportedLog, trust: LogTrust): Promise<WalkedLog> {
  const walk = new ExportedLogWalk(log, trust);
  const fault = (await walk.faultOfLines()) ?? walk.faultOfEnd();
  const { entries, before, signedSequence } = walk;
  return { entries, lastSequence: before.sequence, signedSequence, fault };
}

class ExportedLogWalk {
  entries = 0;
  before: LogHead;
  signedSequence: number | null = null;
  private readonly waiting: Checkpoint[];

  constructor(
    private readonly log: ExportedLog,
    private readonly trust: LogTrust,
  ) {
    this.before = log.after ?? START;
    this.waiting = [...log.checkpoints].sort((one, other) => one.sequence - other.sequence);
  }

  async faultOfLines(): Promise<string | null> {
    for await (const line of this.log.lines) {
      const entry = entryOf(line);
      if (!entry) return `Line ${this.entries + 1} is no entry.`;
      if (this.entries === 0 && !this.log.after && entry.sequence > 1)
        this.beginAfterPruning(entry.sequence - 1);
      const fault = this.faultOf(entry);
      if (fault) return fault;
      this.before = entry;
      this.entries += 1;
    }
    return null;
  }

  faultOfEnd(): string | null {
    const [beyond] = this.waiting;
    if (beyond) return `A checkpoint reaches to entry ${beyond.sequence}, which is not there.`;
    const { sequence, digest } = this.log.head;
    return this.before.sequence === sequence && this.before.digest === digest
      ? null
      : `The log ends with entry ${this.before.sequence}, but the manifest says ${sequence}.`;
  }

  private faultOf(entry: ChainedEntry): string | null {
    if (entry.organizationId !== this.log.organizationId)
      return `Entry ${entry.sequence} is of another organization.`;
    const fault = faultOfEntry(this.before, entry);
    if (fault) return fault.detail;
    while (this.waiting[0]?.sequence === entry.sequence) {
      const checkpoint = this.waiting.shift() as Checkpoint;
      const differs = this.faultOfSigned(checkpoint) ?? faultOfCheckpoint(checkpoint, entry)?.detail;
      if (differs) return differs;
      this.signedSequence = checkpoint.sequence;
    }
    return null;
  }

  private faultOfSigned(checkpoint: Checkpoint): string | null {
    if (checkpoint.organizationId !== this.log.organizationId)
      return `The checkpoint over entry ${checkpoint.sequence} is of another organization.`;
    return faultOfSignature(checkpoint, this.trust.keyIds)?.detail ?? null;
  }

  /** Entries may be gone once a signature shows that they were older than their term. Those before have no checkpoint to fit. */
  private beginAfterPruning(sequence: number): void {
    const termBegan = yearsBefore(this.trust.at, SHORTEST_TERM_YEARS).toISOString();
    const start = this.waiting.find(
      (checkpoint) =>
        checkpoint.sequence === sequence && checkpoint.at < termBegan && !this.faultOfSigned(checkpoint),
    );
    if (!start) return; // the first entry then does not fit
    this.before = { sequence, digest: start.digest };
    this.signedSequence = sequence;
    while (this.waiting[0] && this.waiting[0].sequence <= sequence) this.waiting.shift();
  }
}

function entryOf(line: string): ChainedEntry | null {
  try {
    const value = JSON.parse(line) as ChainedEntry | null;
    return typeof value === 'object' && typeof value?.sequence === 'number' ? value : null;
  } catch {
    return null;
  }
}
