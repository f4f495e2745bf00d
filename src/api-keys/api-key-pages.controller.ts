// API keys: a new secret is shown once, in the answer to the form that asked for it.
import { Get, Inject, Post } from '@nestjs/common';
import { CLOCK, type Clock } from '../common/clock';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { DomainError } from '../common/problems/domain.error';
import { CurrentPerson, type PersonCaller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { allOf } from '../web/all-of';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { fieldViews, labelsOf, NOTHING_TYPED, typedIn, type Values } from '../web/form-view';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { bodyOf, submitted } from '../web/submitted';
import { CreateApiKeyDto, RotateApiKeyDto, type ApiKeyResponse, type ApiKeyWithSecret } from './api-key.dto';
import { keysView } from './api-key.presenter';
import { KEY_WORDS, ROTATION_WORDS } from './api-key-words';
import { ApiKeysService } from './api-keys.service';

const NEW = { view: 'settings/new-key', title: 'Make an API key' } as const;
const ROTATE = { view: 'settings/rotate-key', title: 'A new secret' } as const;

@Pages('organizations/:organizationId/settings/keys')
export class ApiKeyPagesController {
  constructor(
    private readonly apiKeys: ApiKeysService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allows('api-keys.manage')
  async list(@UuidParam('organizationId') organizationId: string): Promise<Page> {
    const keys = await allOf((query) => this.apiKeys.list(organizationId, query));
    return new Page('settings/keys', 'API keys', keysView(organizationId, keys, this.clock.now()));
  }

  @Get('new')
  @Allows('api-keys.manage')
  new(@UuidParam('organizationId') organizationId: string): Page {
    return new Page(NEW.view, NEW.title, newForm(organizationId, NOTHING_TYPED, NO_FAULTS));
  }

  @Post()
  @Allows('api-keys.manage')
  create(
    @UuidParam('organizationId') organizationId: string,
    @CurrentPerson() caller: PersonCaller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const work = async (): Promise<Page> => {
      const body = bodyOf(CreateApiKeyDto, form);
      return secretOnce(organizationId, await this.apiKeys.create(organizationId, caller, body));
    };
    const data = (faults: ShownFaults): object => newForm(organizationId, typedIn(form), faults);
    return submitted(work, { ...NEW, data, labels: labelsOf(KEY_WORDS) });
  }

  @Get(':keyId/rotation')
  @Allows('api-keys.manage')
  async rotation(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('keyId') id: string,
  ): Promise<Page> {
    const key = await this.find(organizationId, id);
    return new Page(ROTATE.view, ROTATE.title, rotationForm(organizationId, key, NOTHING_TYPED, NO_FAULTS));
  }

  @Post(':keyId/rotation')
  @Allows('api-keys.manage')
  async rotate(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('keyId') id: string,
    @CurrentPerson() caller: PersonCaller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const key = await this.find(organizationId, id);
    const work = async (): Promise<Page> => {
      const { overlapHours } = bodyOf(RotateApiKeyDto, form);
      return secretOnce(organizationId, await this.apiKeys.rotate(organizationId, caller, id, overlapHours));
    };
    const data = (faults: ShownFaults): object => rotationForm(organizationId, key, typedIn(form), faults);
    return submitted(work, { ...ROTATE, data, labels: labelsOf(ROTATION_WORDS) });
  }

  @Post(':keyId/revocations')
  @Allows('api-keys.manage')
  async revoke(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('keyId') id: string,
    @CurrentPerson() caller: PersonCaller,
  ): Promise<SeeOther> {
    await this.apiKeys.revoke(organizationId, caller, id);
    return new SeeOther(listOf(organizationId), 'revoked');
  }

  private async find(organizationId: string, id: string): Promise<ApiKeyResponse> {
    const keys = await allOf((query) => this.apiKeys.list(organizationId, query));
    const key = keys.find((one) => one.id === id);
    if (!key) throw new DomainError('not-found', 'There is no API key with this id.');
    return key;
  }
}

function listOf(organizationId: string): string {
  return `/organizations/${organizationId}/settings/keys`;
}

function secretOnce(organizationId: string, { label, key, expiresAt }: ApiKeyWithSecret): Page {
  return new Page('settings/key-once', 'Your API key', {
    keys: listOf(organizationId),
    label,
    key,
    expiresAt,
  });
}

function newForm(organizationId: string, values: Values, faults: ShownFaults): object {
  const fields = fieldViews(CreateApiKeyDto, KEY_WORDS, values, faults);
  return { keys: listOf(organizationId), faults, fields: Object.values(fields) };
}

function rotationForm(
  organizationId: string,
  { id, label }: ApiKeyResponse,
  values: Values,
  faults: ShownFaults,
): object {
  const keys = listOf(organizationId);
  const field = fieldViews(RotateApiKeyDto, ROTATION_WORDS, values, faults).overlapHours;
  return { keys, at: `${keys}/${id}`, label, faults, field };
}
