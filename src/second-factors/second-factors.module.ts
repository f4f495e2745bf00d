import { Module } from '@nestjs/common';
import { SignInModule } from '../sign-in/sign-in.module';
import { AuthenticatorPagesController } from './authenticator-pages.controller';
import { CountedProof } from './counted-proof';
import { SecondFactorsController } from './second-factors.controller';
import { SecondFactorsService } from './second-factors.service';
import { SecondFactorPagesController } from './second-factor-pages.controller';

@Module({
  imports: [SignInModule],
  controllers: [SecondFactorsController, SecondFactorPagesController, AuthenticatorPagesController],
  providers: [CountedProof, SecondFactorsService],
  exports: [CountedProof],
})
export class SecondFactorsModule {}
