// How the daily backups stand, in the words of somebody who wants to know whether their work is safe.
import type { BackupState } from './daily/backup-state';
import type { BackupStanding } from './daily/daily-backups';

export interface BackupsView {
  state: string;
  isWell: boolean;
  whatToDo: string;
  lastMadeAt: Date | null;
  kept: number;
  keptAtMost: number;
  /** "every day at 02:00, by the clock of the server"; empty where there are none */
  when: string;
  folder: string;
  failure: { at: string; code: string } | null;
}

const STATE_WORDS: Readonly<Record<BackupState, { state: string; whatToDo: string }>> = {
  ok: { state: 'The backups are made as they should be.', whatToDo: '' },
  none_yet: {
    state: 'The first backup is still to come.',
    whatToDo: 'It is made by itself within a day. Look here again tomorrow.',
  },
  off: {
    state: 'No daily backups are made.',
    whatToDo: 'Whoever runs this Duecare has switched them off. Ask them how your work is kept safe.',
  },
  late: {
    state: 'A backup is overdue.',
    whatToDo: 'The server may have been off. If nothing is here tomorrow, tell whoever runs this Duecare.',
  },
  failed: {
    state: 'The last backup failed.',
    whatToDo:
      'Your records are there, but a new backup is not. Tell whoever runs this Duecare, with the code below.',
  },
};

export function backupsView(
  standing: BackupStanding,
  state: BackupState,
  folder: string | null,
  keptAtMost: number,
): BackupsView {
  const { newest, kept, hour, isDaily, failure } = standing;
  return {
    ...STATE_WORDS[state],
    isWell: state === 'ok' || state === 'none_yet',
    lastMadeAt: newest?.madeAt ?? null,
    ...{ kept, keptAtMost, folder: folder ?? '' },
    when: isDaily ? `every day at ${String(hour).padStart(2, '0')}:00, by the clock of the server` : '',
    failure: state === 'failed' ? failure : null,
  };
}
