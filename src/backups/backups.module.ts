import { Module, type DynamicModule } from '@nestjs/common';
import { BackupPagesController } from './backup-pages.controller';
import { BackupsController } from './backups.controller';
import { BACKED_UP, DailyBackups, type BackedUp } from './daily/daily-backups';

@Module({})
export class BackupsModule {
  static forRoot(backedUp: BackedUp | null): DynamicModule {
    return {
      module: BackupsModule,
      controllers: [BackupsController, BackupPagesController],
      providers: [{ provide: BACKED_UP, useValue: backedUp }, DailyBackups],
      exports: [DailyBackups],
    };
  }
}
