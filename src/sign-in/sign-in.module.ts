import { Module } from '@nestjs/common';
import { Attempts } from './attempts.service';
import { RefusedSignIns } from './refused-sign-ins';
import { SignInPagesController } from './sign-in-pages.controller';
import { SignInController } from './sign-in.controller';
import { SignInService } from './sign-in.service';
import { WayInPurge } from './way-in-purge';

@Module({
  controllers: [SignInController, SignInPagesController],
  providers: [Attempts, RefusedSignIns, SignInService, WayInPurge],
  exports: [Attempts, SignInService],
})
export class SignInModule {}
