import { Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { PublicAddress } from '../common/public-address';
import { CreateOrganizationDto } from '../organizations/organization.dto';
import { PRACTICE_WORDS } from '../organizations/practice-words';
import { Public } from '../permissions/route-access';
import { keyFromName } from '../records/key-from-name';
import { CurrentClient, type RequestClient } from '../sessions/request-client';
import { granted } from '../sessions/session-cookie';
import { Form, type FormBody } from '../common/http/form-body';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { fieldViews, labelsOf, NOTHING_TYPED, typedIn, type Values } from '../web/form-view';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { recordFromForm } from '../web/record-from-form';
import { bodyOf, submitted } from '../web/submitted';
import { SetUpDto, SetUpOwnerFields } from './setup.dto';
import { SetupService } from './setup.service';

const OWNER_WORDS = {
  name: { label: 'Your name', help: 'As it stands under what you sign.', autocomplete: 'name' },
  email: { label: 'Your e-mail address', kind: 'email', autocomplete: 'username' },
  password: {
    label: 'A password',
    help: 'At least 15 characters. A sentence that only you would think of is easy to keep and hard to guess.',
    kind: 'password',
    autocomplete: 'new-password',
  },
} as const;

const VIEW = { view: 'setup/set-up', title: 'Set up Duecare' } as const;

@Public()
@Pages('setup')
export class SetupPagesController {
  constructor(
    private readonly setup: SetupService,
    private readonly address: PublicAddress,
  ) {}

  @Get()
  show(@Query('token') token?: unknown): Page {
    const given = typeof token === 'string' ? token : '';
    return new Page(VIEW.view, VIEW.title, shown(given, NOTHING_TYPED, NO_FAULTS));
  }

  @Post()
  setUp(
    @Form() form: FormBody,
    @CurrentClient() client: RequestClient,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page | SeeOther> {
    const work = async (): Promise<SeeOther> => {
      const practice = recordFromForm(CreateOrganizationDto, form, 'organization/');
      const organization = { ...practice, key: keyFromName(form.text('organization/name'), 'practice') };
      const done = await this.setup.setUp(bodyOf(SetUpDto, form, { organization }), client);
      granted(done.session, true, reply, this.address);
      return new SeeOther(`/organizations/${done.organizationIds.at(-1) ?? ''}/first-assessment/tools`);
    };
    const data = (faults: ShownFaults): object => shown(form.text('token'), typedIn(form), faults);
    const labels = {
      token: 'The setup link',
      ...labelsOf(OWNER_WORDS, 'owner/'),
      ...labelsOf(PRACTICE_WORDS, 'organization/'),
    };
    return submitted(work, { ...VIEW, data, labels });
  }
}

function shown(token: string, values: Values, faults: ShownFaults): object {
  const withoutPassword: Values = (name) => (name === 'owner/password' ? [] : values(name));
  return {
    ...{ token, faults },
    owner: fieldViews(SetUpOwnerFields, OWNER_WORDS, withoutPassword, faults, 'owner/'),
    practice: Object.values(
      fieldViews(CreateOrganizationDto, PRACTICE_WORDS, withoutPassword, faults, 'organization/'),
    ),
  };
}
