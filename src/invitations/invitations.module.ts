import { Module } from '@nestjs/common';
import {
  InvitationAcceptancesController,
  OwnMembershipsController,
} from './invitation-acceptances.controller';
import { InvitationAcceptancesService } from './invitation-acceptances.service';
import { InvitationsController } from './invitations.controller';
import { InvitationsService } from './invitations.service';

@Module({
  controllers: [InvitationsController, OwnMembershipsController, InvitationAcceptancesController],
  providers: [InvitationsService, InvitationAcceptancesService],
})
export class InvitationsModule {}
