import { Module } from '@nestjs/common';
import { SecondFactorsModule } from '../second-factors/second-factors.module';
import { SignInModule } from '../sign-in/sign-in.module';
import { PasskeyProofService } from './passkey-proof.service';
import { PasskeySessionController, PasskeySignInController } from './passkey-proof.controller';
import { PasskeyPagesController, PasskeySignInPagesController } from './passkey-pages.controller';
import { PasskeysController } from './passkeys.controller';
import { PasskeysService } from './passkeys.service';

@Module({
  imports: [SignInModule, SecondFactorsModule],
  controllers: [
    ...[PasskeysController, PasskeySignInController, PasskeySessionController],
    ...[PasskeyPagesController, PasskeySignInPagesController],
  ],
  providers: [PasskeysService, PasskeyProofService],
})
export class PasskeysModule {}
