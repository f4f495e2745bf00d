import { Module } from '@nestjs/common';
import {
  InvitationAcceptancesController,
  InvitationsController,
  OwnMembershipsController,
} from './invitations.controller';
import { InvitationsService } from './invitations.service';

@Module({
  controllers: [InvitationsController, OwnMembershipsController, InvitationAcceptancesController],
  providers: [InvitationsService],
})
export class InvitationsModule {}
