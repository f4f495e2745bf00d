import { Module } from '@nestjs/common';
import { MembershipsModule } from '../memberships/memberships.module';
import { SignInModule } from '../sign-in/sign-in.module';
import { IdentityProvidersController } from './identity-providers.controller';
import { IdentityProvidersService } from './identity-providers.service';
import { OpenIdProvider } from './openid-provider';
import { OwnPasswordService } from './own-password.service';
import { OwnPasswordController, SingleSignOnController } from './single-sign-on.controller';
import { SigningInPagesController } from './signing-in-pages.controller';
import { SingleSignOnPagesController } from './single-sign-on-pages.controller';
import { SingleSignOnService } from './single-sign-on.service';

@Module({
  imports: [MembershipsModule, SignInModule],
  controllers: [
    ...[IdentityProvidersController, SingleSignOnController, OwnPasswordController],
    ...[SigningInPagesController, SingleSignOnPagesController],
  ],
  providers: [IdentityProvidersService, OpenIdProvider, OwnPasswordService, SingleSignOnService],
})
export class SingleSignOnModule {}
