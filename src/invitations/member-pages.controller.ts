import { Get, Inject, Post } from '@nestjs/common';
import { CLOCK, type Clock } from '../common/clock';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { DomainError } from '../common/problems/domain.error';
import { CurrentPerson, type PersonCaller } from '../identity/caller';
import { MembershipFields, type MemberResponse } from '../memberships/member.dto';
import { MembersService } from '../memberships/members.service';
import { Allows } from '../permissions/route-access';
import { allOf } from '../web/all-of';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { fieldViews, labelsOf, storedIn, typedIn, type Values } from '../web/form-view';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { storedBeside } from '../web/stored-beside';
import { bodyOf, submitted } from '../web/submitted';
import { InvitationsService } from './invitations.service';
import { peopleView } from './people.presenter';
import { MEMBER_WORDS } from './people-words';

const MEMBER = 'settings/member';

@Pages('organizations/:organizationId/settings/people')
export class MemberPagesController {
  constructor(
    private readonly members: MembersService,
    private readonly invitations: InvitationsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allows('members.read')
  async list(@UuidParam('organizationId') organizationId: string): Promise<Page> {
    const [members, invitations] = await Promise.all([
      allOf((query) => this.members.list(organizationId, query)),
      allOf((query) => this.invitations.list(organizationId, query)),
    ]);
    const view = peopleView(organizationId, members, invitations, this.clock.now());
    return new Page('settings/people', 'People', view);
  }

  @Get(':memberId')
  @Allows('members.manage')
  async show(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('memberId') id: string,
  ): Promise<Page> {
    const stored = await this.find(organizationId, id);
    return new Page(MEMBER, stored.name, shown(organizationId, stored, storedIn(stored), NO_FAULTS, false));
  }

  @Post(':memberId')
  @Allows('members.manage')
  async save(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('memberId') id: string,
    @CurrentPerson() caller: PersonCaller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const version = Number(form.text('version'));
    const work = async (): Promise<SeeOther> => {
      const { role, endsOn = null } = bodyOf(MembershipFields, form);
      await this.members.update({ organizationId, id, version }, caller, { role, endsOn }).catch(inWords);
      return new SeeOther(`/organizations/${organizationId}/settings/people`, 'saved');
    };
    const stored = await this.find(organizationId, id);
    const data = (faults: ShownFaults): object =>
      shown(organizationId, stored, typedIn(form), faults, stored.version !== version);
    return submitted(work, { view: MEMBER, title: stored.name, data, labels: labelsOf(MEMBER_WORDS) });
  }

  @Post(':memberId/endings')
  @Allows('members.manage')
  end(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('memberId') id: string,
    @CurrentPerson() caller: PersonCaller,
  ): Promise<Page | SeeOther> {
    const work = async (): Promise<SeeOther> => {
      await this.members.end({ organizationId, id }, caller);
      return new SeeOther(`/organizations/${organizationId}/settings/people`, 'membership-ended');
    };
    return this.orMember(organizationId, id, work);
  }

  @Post(':memberId/session-endings')
  @Allows('members.manage')
  endSessions(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('memberId') id: string,
    @CurrentPerson() caller: PersonCaller,
  ): Promise<Page | SeeOther> {
    const work = async (): Promise<SeeOther> => {
      await this.members.endSessions({ organizationId, id }, caller);
      return new SeeOther(`/organizations/${organizationId}/settings/people`, 'sessions-ended');
    };
    return this.orMember(organizationId, id, work);
  }

  /** What refuses is said on the page of the member. */
  private async orMember(
    organizationId: string,
    id: string,
    work: () => Promise<SeeOther>,
  ): Promise<Page | SeeOther> {
    const stored = await this.find(organizationId, id);
    const data = (faults: ShownFaults): object =>
      shown(organizationId, stored, storedIn(stored), faults, false);
    return submitted(work, { view: MEMBER, title: stored.name, data, labels: labelsOf(MEMBER_WORDS) });
  }

  private async find(organizationId: string, id: string): Promise<MemberResponse> {
    const member = await this.members.get(organizationId, id);
    if (member.endedAt) throw new DomainError('not-found', 'The membership has ended.');
    return member;
  }
}

function shown(
  organizationId: string,
  stored: MemberResponse,
  values: Values,
  faults: ShownFaults,
  wasChanged: boolean,
): object {
  const fields = fieldViews(MembershipFields, MEMBER_WORDS, values, faults);
  const people = `/organizations/${organizationId}/settings/people`;
  return {
    ...{ people, at: `${people}/${stored.id}`, faults, fields },
    ...{ name: stored.name, email: stored.email, version: stored.version },
    storedNow: wasChanged ? storedBeside(Object.values(fields), values, storedIn(stored)) : [],
  };
}

function inWords(error: unknown): never {
  if (error instanceof DomainError && error.code === 'stale-version') {
    throw new DomainError(
      error.code,
      'Somebody changed this membership after you opened it. Nothing of yours was saved yet.',
    );
  }
  throw error;
}
