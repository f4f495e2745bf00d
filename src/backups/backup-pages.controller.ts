import { Get, Inject } from '@nestjs/common';
import { CLOCK, type Clock } from '../common/clock';
import { SETTINGS, type Settings } from '../config/settings';
import { Allows } from '../permissions/route-access';
import { Page } from '../web/page';
import { Pages } from '../web/pages';
import { backupsView } from './backup.presenter';
import { backupState } from './daily/backup-state';
import { DailyBackups } from './daily/daily-backups';

@Pages('organizations/:organizationId/settings/backups')
export class BackupPagesController {
  constructor(
    private readonly daily: DailyBackups,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Backups are of the whole installation; nothing of another practice is told. */
  @Get()
  @Allows('backups.read')
  async show(): Promise<Page> {
    const standing = await this.daily.standing();
    const state = backupState(standing, this.clock.now());
    const folder = this.daily.folder?.path ?? null;
    const view = backupsView(standing, state, folder, this.settings.backups.kept);
    return new Page('settings/backups', 'Backups', view);
  }
}
