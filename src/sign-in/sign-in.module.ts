import { Module } from '@nestjs/common';
import { Attempts } from './attempts.service';
import { SignInController } from './sign-in.controller';
import { SignInService } from './sign-in.service';
import { SignInPagesController } from './sign-in-pages.controller';

@Module({
  controllers: [SignInController, SignInPagesController],
  providers: [Attempts, SignInService],
  exports: [Attempts, SignInService],
})
export class SignInModule {}
