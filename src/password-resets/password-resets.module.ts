import { Module } from '@nestjs/common';
import { SignInModule } from '../sign-in/sign-in.module';
import { PasswordResetPagesController } from './password-reset-pages.controller';
import { PasswordResetsController } from './password-resets.controller';
import { PasswordResetsService } from './password-resets.service';

@Module({
  imports: [SignInModule],
  controllers: [PasswordResetsController, PasswordResetPagesController],
  providers: [PasswordResetsService],
})
export class PasswordResetsModule {}
