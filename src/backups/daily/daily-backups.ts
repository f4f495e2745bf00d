// The server backs itself up every day. A sweep sees that a backup is due, a job writes it; old ones go only when a new one is there.
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { join } from 'node:path';
import { CLOCK, type Clock } from '../../common/clock';
import { SETTINGS, type Settings } from '../../config/settings';
import { Tenancy } from '../../database/tenancy';
import { BackgroundSweep } from '../../jobs/background-sweep';
import { JobQueue } from '../../jobs/job-queue';
import type { QueueJobs } from '../../jobs/queues';
import { writeBackup } from '../write-backup';
import { BackupFolder } from './backup-folder';
import type { BackupFacts } from './backup-state';
import type { BackupFailure } from './failure-note';
import { isDue, nameOfBackup } from './kept-backups';

/** What a backup is made of; null where the application runs without its installation (tests, the API reference). */
export const BACKED_UP = Symbol('BackedUp');

export interface BackedUp {
  /** connection of the owner of the tables */
  ownerUrl: string;
  dataFolder: string;
}

/** The start of a server is not the moment to back it up. */
const FIRST_SWEEP_MILLISECONDS = 60_000;
const SWEEP_MILLISECONDS = 600_000;
const PAUSE_AFTER_FAILURE_MILLISECONDS = 3_600_000;

const JOB: QueueJobs['back-up'] = { what: 'installation' };

/** How the daily backups stand, for whoever watches over the installation. */
export interface BackupStanding extends BackupFacts {
  kept: number;
}

@Injectable()
export class DailyBackups implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly folder: BackupFolder | null;
  private readonly logger = new Logger('DailyBackups');
  private readonly sweeps = new BackgroundSweep('DailyBackups', () => this.sweep());
  private readonly stopping = new AbortController();
  /** What a folder that cannot be written to took no note of. What is noted, another process may make good. */
  private failure: BackupFailure | null = null;
  /** since when a first backup is due */
  private awaitedSince: Date | null = null;

  constructor(
    @Inject(BACKED_UP) private readonly backedUp: BackedUp | null,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly jobs: JobQueue,
    private readonly tenancy: Tenancy,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    const { isDaily, folder } = settings.backups;
    this.folder =
      isDaily && backedUp ? new BackupFolder(folder ?? join(backedUp.dataFolder, 'backups')) : null;
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.folder) return;
    await this.jobs.work('back-up', 1, () => this.backUpIfDue());
    this.sweeps.start({
      everyMilliseconds: SWEEP_MILLISECONDS,
      firstAfterMilliseconds: FIRST_SWEEP_MILLISECONDS,
    });
  }

  /** A backup that is being written is given up: the job comes back after the next start. */
  beforeApplicationShutdown(): void {
    this.sweeps.stop();
    this.stopping.abort();
  }

  /** Asks for a backup when one is due. Two processes may both ask: the second job finds the backup there. */
  async sweep(): Promise<void> {
    if (!(await this.isSomebodyThere()) || !(await this.isDue())) return;
    const now = this.clock.now();
    this.awaitedSince ??= now;
    if (!justFailed(await this.lastFailure(), now)) await this.jobs.sendMissing('back-up', [JOB]);
  }

  /** The work of the job. What goes wrong is noted, for `GET /health/backups`, and thrown. */
  async backUpIfDue(): Promise<void> {
    const { folder } = this;
    if (!folder || !(await this.isDue())) return;
    try {
      await folder.prepare();
      await folder.removeLeftDrafts(this.clock.now());
      const missing = await this.backUp(folder);
      if (missing > 0) return await this.note(folder, 'files-missing');
      this.failure = null;
      await folder.forgetFailure();
    } catch (error) {
      if (!this.stopping.signal.aborted) await this.note(folder, codeOf(error)); // else given up, which is no failure
      throw error;
    }
  }

  async standing(): Promise<BackupStanding> {
    const { folder, awaitedSince } = this;
    const facts = { isDaily: folder !== null, hour: this.settings.backups.hour, awaitedSince };
    try {
      const backups = (await folder?.backups(this.clock.now())) ?? [];
      return { ...facts, newest: backups.at(-1), kept: backups.length, failure: await this.lastFailure() };
    } catch (error) {
      return { ...facts, newest: undefined, kept: 0, failure: this.failureNow(codeOf(error)) };
    }
  }

  /** @returns how many stored files the installation lacks. A backup that lacks them too takes the place of none that may have them. */
  private async backUp(folder: BackupFolder): Promise<number> {
    const { backedUp, settings, stopping } = this;
    const name = nameOfBackup(this.clock.now());
    const source = { ...(backedUp as BackedUp), recipients: settings.backups.recipients };
    const { manifest } = await writeBackup(source, join(folder.path, name), { signal: stopping.signal });
    const missingFiles = manifest.missingFiles.length;
    const removed =
      missingFiles > 0 ? [] : await folder.removeOutlived(settings.backups.kept, this.clock.now());
    this.logger.log({ backup: name, removed, missingFiles });
    return missingFiles;
  }

  private async isDue(): Promise<boolean> {
    if (!this.folder) return false;
    const now = this.clock.now();
    return isDue((await this.folder.backups(now)).at(-1), this.settings.backups.hour, now);
  }

  private async isSomebodyThere(): Promise<boolean> {
    const [row] = await this.tenancy.withoutOrganization<{ there: boolean }>({
      text: 'select somebody_is_there() as there',
    });
    return row?.there === true;
  }

  private async note(folder: BackupFolder, code: string): Promise<void> {
    const failure = this.failureNow(code);
    this.failure = await folder.noteFailure(failure).then(
      () => null,
      () => failure,
    );
  }

  private failureNow(code: string): BackupFailure {
    return { at: this.clock.now().toISOString(), code };
  }

  /** The later one: another process may have noted its own. */
  private async lastFailure(): Promise<BackupFailure | null> {
    const noted = (await this.folder?.lastFailure()) ?? null;
    if (!noted || !this.failure) return noted ?? this.failure;
    return noted.at > this.failure.at ? noted : this.failure;
  }
}

/** A failure that lies ahead is of a clock that was wrong, and nothing to wait for. */
function justFailed(failure: BackupFailure | null, now: Date): boolean {
  if (!failure) return false;
  const age = now.getTime() - Date.parse(failure.at);
  return age >= 0 && age < PAUSE_AFTER_FAILURE_MILLISECONDS;
}

function codeOf(error: unknown): string {
  const { code, name } = error as Error & { code?: string };
  return code ?? name;
}
