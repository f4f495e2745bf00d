import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { ObligationsController } from './obligations.controller';
import { ObligationsService } from './obligations.service';
import { CompletionPagesController } from './pages/completion-pages.controller';
import { ObligationPagesController } from './pages/obligation-pages.controller';
import { SettingPagesController } from './pages/setting-pages.controller';
import { ObligationCompletionsController } from './records/obligation-completions.controller';
import { ObligationSettingsController } from './records/obligation-settings.controller';

@Module({
  imports: [RecordsModule],
  controllers: [
    ObligationsController,
    ObligationCompletionsController,
    ObligationSettingsController,
    ObligationPagesController,
    CompletionPagesController,
    SettingPagesController,
  ],
  providers: [ObligationsService],
  exports: [ObligationsService],
})
export class ObligationsModule {}
