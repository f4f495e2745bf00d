// Which daily backups there are and which must go. The names say when each was made; times are those of the server's own time zone, as BACKUP_HOUR is.

export interface KeptBackup {
  name: string;
  madeAt: Date;
}

/** A backup or the note of a failure that is being written (write-backup.ts, failure-note.ts): whatever else lies in the folder is somebody else's. */
const DRAFT = /^(duecare-\d{8}T\d{6}Z\.tar\.gz\.age|last-failure\.json)\.[0-9a-f]{12}\.part$/;
const NAME = /^duecare-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.tar\.gz\.age$/;

/** duecare-20260301T020003Z.tar.gz.age: the moment in UTC, so that names sort by age. */
export function nameOfBackup(madeAt: Date): string {
  const digits = madeAt.toISOString().slice(0, 19).replace(/[-:]/g, '');
  return `duecare-${digits}Z.tar.gz.age`;
}

/** What lies further ahead was dated by a clock that was wrong, or by hand. */
const FURTHEST_AHEAD_MILLISECONDS = 24 * 3_600_000;

/**
 * The backups among the files of a folder, oldest first, but for those dated ahead: they are nothing to go by, take nobody's place, and stay
 * where they are until their day has come.
 */
export function backupsAmong(names: readonly string[], now: Date): KeptBackup[] {
  const latest = new Date(now.getTime() + FURTHEST_AHEAD_MILLISECONDS);
  return names
    .flatMap((name) => {
      const [, year, month, day, hour, minute, second] = NAME.exec(name) ?? [];
      if (!year) return [];
      return [{ name, madeAt: new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) }];
    })
    .filter(({ madeAt }) => madeAt <= latest)
    .sort((one, other) => one.madeAt.getTime() - other.madeAt.getTime());
}

/** Of a process that may still write to it, or has died. */
export function isDraft(name: string): boolean {
  return DRAFT.test(name);
}

/** Those that go once a new one is there: all but the newest `kept`. */
export function outlived(backups: readonly KeptBackup[], kept: number): KeptBackup[] {
  return backups.slice(0, Math.max(0, backups.length - kept));
}

/** The last moment, not after `now`, at which the clock of the server showed the hour. */
export function lastTimeAt(hour: number, now: Date): Date {
  const today = new Date(now.getFullYear(), now.getMonth(), now.getDate(), hour);
  if (today <= now) return today;
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1, hour);
}

/** Whether a day's backup is due: none was made since the hour last came. A server that was off then makes it when it is on again. */
export function isDue(newest: KeptBackup | undefined, hour: number, now: Date): boolean {
  return newest === undefined || newest.madeAt < lastTimeAt(hour, now);
}
