import { Module } from '@nestjs/common';
import { SignInModule } from '../sign-in/sign-in.module';
import { AccountController } from './account.controller';
import { AccountService } from './account.service';
import { AccountPagesController } from './account-pages.controller';
import { OwnAccountPagesController } from './own-account-pages.controller';

@Module({
  imports: [SignInModule],
  controllers: [AccountController, AccountPagesController, OwnAccountPagesController],
  providers: [AccountService],
})
export class AccountModule {}
