import { Module } from '@nestjs/common';
import {
  InvitationAcceptancesController,
  OwnMembershipsController,
} from './invitation-acceptances.controller';
import { InvitationAcceptancesService } from './invitation-acceptances.service';
import { AcceptInvitationPagesController } from './accept-invitation-pages.controller';
import { InvitationsController } from './invitations.controller';
import { InvitationsService } from './invitations.service';
import { InvitationPagesController } from './invitation-pages.controller';
import { MemberPagesController } from './member-pages.controller';
import { MembershipsModule } from '../memberships/memberships.module';
import { OrganizationsModule } from '../organizations/organizations.module';

@Module({
  imports: [MembershipsModule, OrganizationsModule],
  controllers: [
    InvitationsController,
    OwnMembershipsController,
    InvitationAcceptancesController,
    MemberPagesController,
    InvitationPagesController,
    AcceptInvitationPagesController,
  ],
  providers: [InvitationsService, InvitationAcceptancesService],
})
export class InvitationsModule {}
