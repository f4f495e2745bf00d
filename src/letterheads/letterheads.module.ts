import { Module } from '@nestjs/common';
import { LetterheadPagesController } from './letterhead-pages.controller';
import { LetterheadsController } from './letterheads.controller';
import { LetterheadsService } from './letterheads.service';

@Module({
  controllers: [LetterheadsController, LetterheadPagesController],
  providers: [LetterheadsService],
  exports: [LetterheadsService],
})
export class LetterheadsModule {}
