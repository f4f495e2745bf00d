// How the daily backups stand: a rule over what lies in their folder.
import type { BackupFailure } from './failure-note';
import { lastTimeAt, type KeptBackup } from './kept-backups';

export const BACKUP_STATES = ['ok', 'none_yet', 'off', 'late', 'failed'] as const;
export type BackupState = (typeof BACKUP_STATES)[number];

/** A server that was just switched on gets so long to make up for the hour that it missed. */
const GRACE_MILLISECONDS = 2 * 3_600_000;

export interface BackupFacts {
  isDaily: boolean;
  hour: number;
  newest: KeptBackup | undefined;
  failure: BackupFailure | null;
  /** since when the first one is waited for; null where nobody is there yet whose work it would keep */
  awaitedSince: Date | null;
}

export function backupState(facts: BackupFacts, now: Date): BackupState {
  const { isDaily, hour, newest, failure, awaitedSince } = facts;
  if (!isDaily) return 'off';
  // Files that are missing are noted just after the backup that lacks them.
  if (failure && !(newest && newest.madeAt > new Date(failure.at))) return 'failed';
  const graceBegan = new Date(now.getTime() - GRACE_MILLISECONDS);
  if (!newest) return awaitedSince && awaitedSince < graceBegan ? 'late' : 'none_yet';
  return newest.madeAt < lastTimeAt(hour, graceBegan) ? 'late' : 'ok';
}
