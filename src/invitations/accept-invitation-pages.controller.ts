// The page of the link in an invitation: with a new account, or with the one that somebody has.
import { Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Form, type FormBody } from '../common/http/form-body';
import { DomainError } from '../common/problems/domain.error';
import { PublicAddress } from '../common/public-address';
import { CurrentPerson, type PersonCaller } from '../identity/caller';
import { OrganizationsService } from '../organizations/organizations.service';
import { OfPerson, Public } from '../permissions/route-access';
import { CurrentClient, type RequestClient } from '../sessions/request-client';
import { granted } from '../sessions/session-cookie';
import { allOf } from '../web/all-of';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { fieldViews, labelsOf, NOTHING_TYPED, typedIn, type OptionView, type Values } from '../web/form-view';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { bodyOf, submitted } from '../web/submitted';
import { AcceptAsNewDto, AcceptDto } from './invitation.dto';
import { InvitationAcceptancesService, type OpenInvitation } from './invitation-acceptances.service';
import { ROLE_LABELS } from './people-words';

const WORDS = {
  name: { label: 'Your name', help: 'As it stands under what you sign.', autocomplete: 'name' },
  password: {
    label: 'A password',
    help: 'At least 15 characters. A sentence that only you would think of is easy to keep and hard to guess.',
    kind: 'password',
    autocomplete: 'new-password',
  },
} as const;

const OWN_WORDS = {
  onBehalfOf: {
    label: 'In whose name do you work there?',
    help: 'Your firm, if it has its place in Duecare too. Otherwise leave it empty.',
    kind: 'select',
  },
} as const;

const VIEW = { view: 'invitations/accept', title: 'You are invited' } as const;
const OWN = { view: 'invitations/accept-with-account', title: 'You are invited' } as const;
const GONE = { view: 'invitations/unusable', title: 'This link cannot be used' } as const;

@Pages('')
export class AcceptInvitationPagesController {
  constructor(
    private readonly acceptances: InvitationAcceptancesService,
    private readonly organizations: OrganizationsService,
    private readonly address: PublicAddress,
  ) {}

  @Get('invitations')
  @Public()
  show(@Query('token') token?: unknown): Promise<Page> {
    return this.ofInvitation(
      token,
      (given, invitation) =>
        new Page(VIEW.view, VIEW.title, asNew(given, invitation, NOTHING_TYPED, NO_FAULTS)),
    );
  }

  @Post('invitations')
  @Public()
  acceptAsNew(
    @Form() form: FormBody,
    @CurrentClient() client: RequestClient,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page | SeeOther> {
    return this.ofInvitation(form.text('token'), (given, invitation) => {
      const work = async (): Promise<SeeOther> => {
        const session = await this.acceptances.acceptAsNew(bodyOf(AcceptAsNewDto, form), client);
        granted(session, true, reply, this.address);
        return new SeeOther(`/organizations/${invitation.organizationId}`);
      };
      const data = (faults: ShownFaults): object => asNew(given, invitation, typedIn(form), faults);
      return submitted(work, { ...VIEW, data, labels: labelsOf(WORDS) });
    });
  }

  /** Whoever is not signed in is led to where they can, and back. */
  @Get('account/invitation')
  @OfPerson()
  showOwn(@CurrentPerson() caller: PersonCaller, @Query('token') token?: unknown): Promise<Page> {
    return this.ofInvitation(token, async (given, invitation) => {
      const firms = await this.firmsOf(caller, invitation);
      return new Page(OWN.view, OWN.title, withAccount(given, invitation, firms, NOTHING_TYPED, NO_FAULTS));
    });
  }

  @Post('account/invitation')
  @OfPerson()
  accept(@CurrentPerson() caller: PersonCaller, @Form() form: FormBody): Promise<Page | SeeOther> {
    return this.ofInvitation(form.text('token'), async (given, invitation) => {
      const firms = await this.firmsOf(caller, invitation);
      const work = async (): Promise<SeeOther> => {
        const { organizationId } = await this.acceptances.accept(caller, bodyOf(AcceptDto, form));
        return new SeeOther(`/organizations/${organizationId}`, 'added');
      };
      const data = (faults: ShownFaults): object =>
        withAccount(given, invitation, firms, typedIn(form), faults);
      return submitted(work, { ...OWN, data, labels: labelsOf(OWN_WORDS) });
    });
  }

  /** Consultants alone come in the name of a firm. */
  private async firmsOf(caller: PersonCaller, { role }: OpenInvitation): Promise<OptionView[]> {
    if (role !== 'consultant') return [];
    const own = await allOf((query) => this.organizations.list(caller, query));
    return own.map(({ id, name }) => ({ value: id, label: String(name), help: '', isChosen: false }));
  }

  private async ofInvitation<T extends Page | SeeOther>(
    token: unknown,
    then: (token: string, invitation: OpenInvitation) => T | Promise<T>,
  ): Promise<T | Page> {
    const given = typeof token === 'string' ? token : '';
    try {
      return await then(given, await this.acceptances.look(given));
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'token-unusable') throw error;
      return new Page(GONE.view, GONE.title, {}, 410);
    }
  }
}

function shownOf(token: string, { organization, role, email, endsOn }: OpenInvitation): object {
  return { token, organization, role: ROLE_LABELS[role].toLowerCase(), email, endsOn };
}

/** A password that was typed is not sent back. */
function asNew(token: string, invitation: OpenInvitation, values: Values, faults: ShownFaults): object {
  const withoutPassword: Values = (name) => (name === 'password' ? [] : values(name));
  const fields = fieldViews(AcceptAsNewDto, WORDS, withoutPassword, faults);
  return { ...shownOf(token, invitation), faults, fields, ownHref: `/account/invitation?token=${token}` };
}

function withAccount(
  token: string,
  invitation: OpenInvitation,
  firms: readonly OptionView[],
  values: Values,
  faults: ShownFaults,
): object {
  const { onBehalfOf } = fieldViews(AcceptDto, OWN_WORDS, values, faults);
  const options = firms.map((firm) => ({ ...firm, isChosen: values('onBehalfOf').includes(firm.value) }));
  return {
    ...shownOf(token, invitation),
    faults,
    firm: firms.length > 0 ? { ...onBehalfOf, options } : null,
  };
}
