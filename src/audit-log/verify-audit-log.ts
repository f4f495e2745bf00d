// Walks the log of one organization from its beginning to its end, a page at a time, and stops at the first entry that does not fit.
// It is given a connection in one snapshot, so that what is written meanwhile is neither missing nor too much.
import type { PoolClient, QueryConfig, QueryResultRow } from 'pg';
import type { ChainedEntry } from './audit-entry';
import type { LogHead } from './chain-events';
import { faultOfCheckpoint, faultOfEntry, faultOfSignature, START } from './chain-walk';
import type { Checkpoint } from './checkpoint';
import { checkpointBeyond, checkpointsBetween, entriesAfter, headOf } from './log.query';
import { headDiffers, missing, shorterThan, type LogFault } from './log-faults';
import { SHORTEST_TERM_YEARS, yearsBefore } from './term';

const PAGE = 1_000;

export interface LogVerification {
  organizationId: string;
  isIntact: boolean;
  /** number of the entry that the walk began with: later than 1 when earlier ones were pruned after their term */
  firstSequence: number;
  /** how many entries were found to fit */
  entries: number;
  /** the last entry that fits */
  lastSequence: number;
  lastDigest: string;
  /** signed checkpoints that the log agrees with */
  checkpoints: number;
  /** what is signed reaches up to this entry; null without a checkpoint */
  signedSequence: number | null;
  /** fingerprints of the keys that signed */
  keyIds: string[];
  firstFault: LogFault | null;
}

export interface Trust {
  /** fingerprints of the keys that may have signed; null takes any */
  keyIds: readonly string[] | null;
  now: Date;
}

/** @returns undefined when there is no such organization */
export async function verifyAuditLog(
  client: PoolClient,
  organizationId: string,
  trust: Trust,
): Promise<LogVerification | undefined> {
  const rows = await rowsOf<LogHead>(client, headOf(organizationId));
  if (rows.length === 0) return undefined;
  return new LogWalk(client, organizationId, trust).walk(rows[0] as LogHead);
}

class LogWalk {
  private before = START;
  private firstSequence = 1;
  private entries = 0;
  private checkpoints = 0;
  private signedSequence: number | null = null;
  private readonly keyIds = new Set<string>();

  constructor(
    private readonly client: PoolClient,
    private readonly organizationId: string,
    private readonly trust: Trust,
  ) {}

  async walk(head: LogHead): Promise<LogVerification> {
    const firstFault = (await this.faultOfPages()) ?? (await this.faultOfEnd(head));
    return {
      organizationId: this.organizationId,
      isIntact: firstFault === null,
      firstSequence: this.firstSequence,
      entries: this.entries,
      lastSequence: this.before.sequence,
      lastDigest: this.before.digest,
      checkpoints: this.checkpoints,
      signedSequence: this.signedSequence,
      keyIds: [...this.keyIds].sort(),
      firstFault,
    };
  }

  private async faultOfPages(): Promise<LogFault | null> {
    let page = await this.page(0);
    const first = page[0]?.sequence ?? 1;
    if (first > 1 && !(await this.beginsAfterPruning(first - 1))) return missing(1);
    while (page.length > 0) {
      const fault = await this.faultOfPage(page);
      if (fault) return fault;
      page = await this.page(this.before.sequence);
    }
    return null;
  }

  private page(after: number): Promise<ChainedEntry[]> {
    return rowsOf<ChainedEntry>(this.client, entriesAfter(this.organizationId, after, PAGE));
  }

  /** Entries may be gone once a signature shows that all of them are older than the term that they are kept for. */
  private async beginsAfterPruning(sequence: number): Promise<boolean> {
    const termBegan = yearsBefore(this.trust.now, SHORTEST_TERM_YEARS).toISOString();
    const found = await this.checkpointsOver(sequence, sequence);
    const start = found.find(
      (checkpoint) => checkpoint.at < termBegan && !faultOfSignature(checkpoint, this.trust.keyIds),
    );
    if (!start) return false;
    this.agreed(start);
    this.before = { sequence, digest: start.digest };
    this.firstSequence = sequence + 1;
    return true;
  }

  private async faultOfPage(page: readonly ChainedEntry[]): Promise<LogFault | null> {
    const [first, last] = [page[0], page.at(-1)] as [ChainedEntry, ChainedEntry];
    const signed = await this.checkpointsOver(first.sequence, last.sequence);
    let next = 0;
    for (const entry of page) {
      const fault = faultOfEntry(this.before, entry);
      if (fault) return fault;
      for (; signed[next]?.sequence === entry.sequence; next += 1) {
        const checkpoint = signed[next] as Checkpoint;
        const differs =
          faultOfSignature(checkpoint, this.trust.keyIds) ?? faultOfCheckpoint(checkpoint, entry);
        if (differs) return differs;
        this.agreed(checkpoint);
      }
      this.before = entry;
      this.entries += 1;
    }
    return null;
  }

  /** A checkpoint that reaches further says more than the head: nobody can make one without the key. */
  private async faultOfEnd(head: LogHead): Promise<LogFault | null> {
    const { sequence, digest } = this.before;
    const [beyond] = await rowsOf<Checkpoint>(this.client, checkpointBeyond(this.organizationId, sequence));
    if (beyond) return faultOfSignature(beyond, this.trust.keyIds) ?? shorterThan(beyond, sequence);
    if (head.sequence > sequence || sequence === 0) return missing(sequence + 1);
    return head.sequence === sequence && head.digest === digest ? null : headDiffers(sequence);
  }

  private checkpointsOver(from: number, to: number): Promise<Checkpoint[]> {
    return rowsOf<Checkpoint>(this.client, checkpointsBetween(this.organizationId, from, to));
  }

  private agreed(checkpoint: Checkpoint): void {
    this.checkpoints += 1;
    this.signedSequence = checkpoint.sequence;
    this.keyIds.add(checkpoint.keyId);
  }
}

async function rowsOf<Row extends QueryResultRow>(client: PoolClient, query: QueryConfig): Promise<Row[]> {
  return (await client.query<Row>(query)).rows;
}
