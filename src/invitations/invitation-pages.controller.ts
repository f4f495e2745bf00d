import { Get, Post } from '@nestjs/common';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentPerson, type PersonCaller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { fieldViews, labelsOf, NOTHING_TYPED, typedIn, type Values } from '../web/form-view';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { bodyOf, submitted } from '../web/submitted';
import { CreateInvitationDto, type SentInvitation } from './invitation.dto';
import { InvitationsService } from './invitations.service';
import { INVITATION_WORDS } from './people-words';

const VIEW = { view: 'settings/invite', title: 'Invite somebody' } as const;

const NOTICE = { sent: 'invited', outbox: 'invited-by-outbox', failed: 'mail-failed' } as const;

@Pages('organizations/:organizationId/settings/people/invitations')
export class InvitationPagesController {
  constructor(private readonly invitations: InvitationsService) {}

  @Get('new')
  @Allows('members.manage')
  new(@UuidParam('organizationId') organizationId: string): Page {
    return new Page(VIEW.view, VIEW.title, shown(organizationId, NOTHING_TYPED, NO_FAULTS));
  }

  @Post()
  @Allows('members.manage')
  invite(
    @UuidParam('organizationId') organizationId: string,
    @CurrentPerson() caller: PersonCaller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const work = async (): Promise<SeeOther> => {
      const body = bodyOf(CreateInvitationDto, form);
      return peopleAfter(organizationId, await this.invitations.create(organizationId, caller, body));
    };
    const data = (faults: ShownFaults): object => shown(organizationId, typedIn(form), faults);
    return submitted(work, { ...VIEW, data, labels: labelsOf(INVITATION_WORDS) });
  }

  @Post(':invitationId/mails')
  @Allows('members.manage')
  async sendAgain(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('invitationId') id: string,
    @CurrentPerson() caller: PersonCaller,
  ): Promise<SeeOther> {
    return peopleAfter(organizationId, await this.invitations.sendAgain(organizationId, caller, id));
  }

  @Post(':invitationId/withdrawals')
  @Allows('members.manage')
  async withdraw(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('invitationId') id: string,
    @CurrentPerson() caller: PersonCaller,
  ): Promise<SeeOther> {
    await this.invitations.withdraw(organizationId, caller, id);
    return new SeeOther(`/organizations/${organizationId}/settings/people`, 'revoked');
  }
}

function peopleAfter(organizationId: string, { delivery }: SentInvitation): SeeOther {
  return new SeeOther(`/organizations/${organizationId}/settings/people`, NOTICE[delivery]);
}

function shown(organizationId: string, values: Values, faults: ShownFaults): object {
  const people = `/organizations/${organizationId}/settings/people`;
  return { people, faults, fields: fieldViews(CreateInvitationDto, INVITATION_WORDS, values, faults) };
}
