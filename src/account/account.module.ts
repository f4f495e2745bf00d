import { Module } from '@nestjs/common';
import { SignInModule } from '../sign-in/sign-in.module';
import { AccountController } from './account.controller';
import { AccountService } from './account.service';

@Module({ imports: [SignInModule], controllers: [AccountController], providers: [AccountService] })
export class AccountModule {}
