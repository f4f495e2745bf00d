import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { CalendarFeedController } from './calendar/calendar-feed.controller';
import { CalendarLinkPagesController } from './calendar/calendar-link-pages.controller';
import { CalendarLinksController } from './calendar/calendar-links.controller';
import { CalendarLinksService } from './calendar/calendar-links.service';
import { ObligationsController } from './obligations.controller';
import { ObligationsService } from './obligations.service';
import { CompletionPagesController } from './pages/completion-pages.controller';
import { CorrectionPagesController } from './pages/correction-pages.controller';
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
    CorrectionPagesController,
    SettingPagesController,
    CalendarLinksController,
    CalendarLinkPagesController,
    CalendarFeedController,
  ],
  providers: [ObligationsService, CalendarLinksService],
  exports: [ObligationsService],
})
export class ObligationsModule {}
