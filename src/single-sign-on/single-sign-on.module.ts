import { Module } from '@nestjs/common';
import { SignInModule } from '../sign-in/sign-in.module';
import { IdentityProvidersController } from './identity-providers.controller';
import { IdentityProvidersService } from './identity-providers.service';
import { OpenIdProvider } from './openid-provider';
import { OwnPasswordService } from './own-password.service';
import { OwnPasswordController, SingleSignOnController } from './single-sign-on.controller';
import { SingleSignOnService } from './single-sign-on.service';

@Module({
  imports: [SignInModule],
  controllers: [IdentityProvidersController, SingleSignOnController, OwnPasswordController],
  providers: [IdentityProvidersService, OpenIdProvider, OwnPasswordService, SingleSignOnService],
})
export class SingleSignOnModule {}
