import { Module } from '@nestjs/common';
import { SignInModule } from '../sign-in/sign-in.module';
import { SecondFactorsController } from './second-factors.controller';
import { SecondFactorsService } from './second-factors.service';

@Module({
  imports: [SignInModule],
  controllers: [SecondFactorsController],
  providers: [SecondFactorsService],
})
export class SecondFactorsModule {}
