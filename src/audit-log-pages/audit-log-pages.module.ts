import { Module } from '@nestjs/common';
import { MembershipsModule } from '../memberships/memberships.module';
import { LogPagesController } from './log-pages.controller';

@Module({ imports: [MembershipsModule], controllers: [LogPagesController] })
export class AuditLogPagesModule {}
