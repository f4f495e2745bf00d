import { Module } from '@nestjs/common';
import { AgreementGapsController } from './agreement-gaps.controller';

@Module({ controllers: [AgreementGapsController] })
export class AgreementGapsModule {}
