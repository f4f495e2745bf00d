// The identity provider of an organization: said, changed, taken away; and the links of its accounts to people.
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordEvents } from '../audit-log/audit-log';
import { CLOCK, type Clock } from '../common/clock';
import { afterId, type Page, type PageQuery } from '../common/http/paging';
import { DomainError, type Fault } from '../common/problems/domain.error';
import { refuseStale } from '../common/problems/stale-version';
import { SECRET_BOX, type SecretBox } from '../common/secret-box';
import { readPage } from '../database/read-page';
import { enterPerson, Tenancy } from '../database/tenancy';
import type { PersonCaller } from '../identity/caller';
import { Standings } from '../identity/standings.service';
import type {
  IdentityLinkResponse,
  IdentityProviderResponse,
  UpdateIdentityProviderDto,
} from './identity-provider.dto';
import { OpenIdProvider, ProviderFault } from './openid-provider';
import { settingsAfter, type ProviderSettings } from './provider-settings';
import { readProvider, storedProvider, storeProvider, type StoredProvider } from './stored-provider';

const LINK = `l.id, l.person_id as "personId", l.issuer, l.subject, l.linked_at as "linkedAt", l.last_used_at as "lastUsedAt",
  l.removed_at as "removedAt"`;

@Injectable()
export class IdentityProvidersService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly standings: Standings,
    private readonly openId: OpenIdProvider,
    @Inject(SECRET_BOX) private readonly box: SecretBox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async get(organizationId: string): Promise<IdentityProviderResponse> {
    return this.shown(organizationId, await readProvider(this.tenancy, organizationId));
  }

  /** @throws DomainError records-incoherent, identity-provider-unfit, stale-version */
  async update(
    organizationId: string,
    version: number,
    caller: PersonCaller,
    changes: UpdateIdentityProviderDto,
  ): Promise<IdentityProviderResponse> {
    const before = await readProvider(this.tenancy, organizationId);
    refuseStale(before, version);
    const { settings, faults } = settingsAfter(before, changes, this.openId.isHere);
    if (faults.length > 0)
      throw new DomainError('records-incoherent', 'With these settings nobody could come in.', faults);
    const clientSecret = await this.secretAfter(before, settings, changes);
    // The provider is asked outside of the transaction: it may take seconds.
    if (changesProvider(changes)) await this.refuseUnfit(settings, clientSecret);
    const after = { ...settings, version: version + 1, clientSecret };
    await this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      refuseStale(await storedProvider(manager, organizationId), version);
      if (settings.required) await refuseWithoutWayIn(manager, organizationId);
      const now = this.clock.now();
      await storeProvider(manager, organizationId, after, now);
      const fields = Object.keys(changes).sort();
      const data = {
        version: version + 1,
        fields,
        issuer: settings.issuer !== null,
        required: settings.required,
      };
      await recordEvents(manager, organizationId, caller, now, [
        { action: 'single_sign_on.changed', subjectKind: 'organization', subjectId: organizationId, data },
      ]);
    });
    this.standings.forgetAll();
    return this.shown(organizationId, after);
  }

  links(organizationId: string, query: PageQuery): Promise<Page<IdentityLinkResponse>> {
    const page = {
      name: 'identity-link-page',
      text: `select ${LINK} from identity_link l where l.organization_id = $1 and ($2::uuid is null or l.id > $2) order by l.id limit $3`,
      values: [organizationId, afterId(query), query.limit + 1],
    };
    return readPage<IdentityLinkResponse>(this.tenancy, organizationId, page, query.limit);
  }

  /** The account of the provider is nobody's any more, and what it opened is closed: at its next sign-in it is matched anew. */
  async removeLink(organizationId: string, caller: PersonCaller, id: string): Promise<IdentityLinkResponse> {
    const removed = await this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      const now = this.clock.now();
      const [rows] = await manager.query<[IdentityLinkResponse[], number]>(
        `update identity_link l set removed_at = coalesce(l.removed_at, $3) where l.organization_id = $1 and l.id = $2 returning ${LINK}`,
        [organizationId, id, now],
      );
      const [link] = rows;
      if (!link) throw new DomainError('not-found', 'There is no identity link with this id.');
      await enterPerson(manager, link.personId);
      await manager.query('delete from session_vouch where person_id = $1 and organization_id = $2', [
        link.personId,
        organizationId,
      ]);
      const event = { action: 'identity_link.removed', subjectKind: 'identity_link', subjectId: id };
      await recordEvents(manager, organizationId, caller, now, [
        { ...event, data: { person: link.personId } },
      ]);
      return link;
    });
    this.standings.forgetAll();
    return removed;
  }

  private async secretAfter(
    before: StoredProvider,
    { issuer }: ProviderSettings,
    { clientSecret }: UpdateIdentityProviderDto,
  ): Promise<Buffer | null> {
    if (issuer === null) return null;
    return clientSecret ? this.box.close(clientSecret) : before.clientSecret;
  }

  private async refuseUnfit({ issuer, clientId }: ProviderSettings, secret: Buffer | null): Promise<void> {
    if (issuer === null || clientId === null || secret === null) return;
    try {
      await this.openId.discover({ issuer, clientId, clientSecret: await this.box.open(secret) });
    } catch (error) {
      if (!(error instanceof ProviderFault)) throw error;
      const detail = UNFIT[error.reason];
      const fault: Fault = { pointer: '/issuer', code: 'invalid-field', detail };
      throw new DomainError('identity-provider-unfit', `The issuer ${detail}.`, [fault]);
    }
  }

  private shown(
    organizationId: string,
    {
      clientSecret: _secret,
      ...settings
    }: StoredProvider | (ProviderSettings & Pick<StoredProvider, 'version' | 'clientSecret'>),
  ): IdentityProviderResponse {
    return { ...settings, id: organizationId, redirectUri: this.openId.redirectUri(organizationId) };
  }
}

const UNFIT: Readonly<Record<ProviderFault['reason'], string>> = {
  'no-answer': 'does not answer at /.well-known/openid-configuration',
  'address-refused':
    'lies in a network that is not reached from here (IDENTITY_PROVIDER_NETWORKS names those that are)',
  'other-issuer': 'names another issuer than itself',
  'not-a-provider': 'does not name the endpoints of OpenID Connect, by https',
  refused: 'does not answer as an OpenID Connect provider does at /.well-known/openid-configuration',
};

/** A provider may break: an owner has to be able to come in without it. */
async function refuseWithoutWayIn(manager: EntityManager, organizationId: string): Promise<void> {
  const owners = await manager.query<object[]>(
    `select 1 from membership m join person p on p.id = m.person_id
     where m.organization_id = $1 and m.role = 'owner' and m.ended_at is null and p.has_second_factor limit 1`,
    [organizationId],
  );
  if (owners.length > 0) return;
  const detail = 'asks for an owner with a second factor, who gets in when the provider is down';
  throw new DomainError('records-incoherent', `To demand single sign-on ${detail}.`, [
    { pointer: '/required', code: 'invalid-field', detail },
  ]);
}

function changesProvider(changes: UpdateIdentityProviderDto): boolean {
  return [changes.issuer, changes.clientId, changes.clientSecret].some((change) => change !== undefined);
}
