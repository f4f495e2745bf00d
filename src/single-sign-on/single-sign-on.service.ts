// Signing in by the identity provider of an organization: out to it, and back.
import { Inject, Injectable, Logger } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { recordEvents } from '../audit-log/audit-log';
import { CLOCK, type Clock } from '../common/clock';
import { DomainError } from '../common/problems/domain.error';
import { SECRET_BOX, type SecretBox } from '../common/secret-box';
import { Tenancy } from '../database/tenancy';
import { Standings } from '../identity/standings.service';
import { originOf, type RequestClient } from '../sessions/request-client';
import { openSession, type OpenedSession } from '../sessions/session-writes';
import { Attempts, ofAddress } from '../sign-in/attempts.service';
import { keepFlow, takeFlow, type Flow } from './flows';
import { OpenIdProvider, ProviderFault, type FlowChecks, type ProviderClient } from './openid-provider';
import { saysSecondFactor } from './provider-factors';
import { readProvider, storedProvider, type StoredProvider } from './stored-provider';
import { vouchedPerson } from './vouched-person';

export interface BegunFlow {
  authorizationUrl: string;
  expiresAt: Date;
  /** for the cookie of the browser that began */
  browser: string;
}

export interface EndedFlow {
  session: OpenedSession;
  asCookie: boolean;
  returnTo: string | null;
}

interface CameBack {
  organizationId: string;
  query: string;
  browser: string | null;
}

const random = (): string => randomBytes(32).toString('base64url');

@Injectable()
export class SingleSignOnService {
  private readonly logger = new Logger('SingleSignOn');

  constructor(
    private readonly tenancy: Tenancy,
    private readonly attempts: Attempts,
    private readonly standings: Standings,
    private readonly openId: OpenIdProvider,
    @Inject(SECRET_BOX) private readonly box: SecretBox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError not-found where there is no such organization or no single sign-on, too-many-attempts, identity-provider-unavailable */
  async begin(
    {
      organizationId,
      cookie,
      returnTo,
    }: { organizationId: string; cookie: boolean; returnTo: string | null },
    client: RequestClient,
  ): Promise<BegunFlow> {
    // Each beginning asks the provider: whoever begins again and again without coming back is slowed.
    await this.attempts.claim([ofAddress(client.address)]);
    const provider = await this.providerOf(organizationId);
    const checks: FlowChecks = { state: random(), nonce: random(), codeVerifier: random() };
    const browser = random();
    const authorizationUrl = await this.openId
      .authorizationAddress(await this.clientOf(provider), organizationId, checks, provider.secondFactorAcr)
      .catch((error: unknown) => this.refuse(error, organizationId, client, 'begin'));
    const flow: Flow = {
      ...{ organizationId, providerVersion: provider.version, asCookie: cookie, returnTo },
      secrets: await this.box.close(
        JSON.stringify({ nonce: checks.nonce, codeVerifier: checks.codeVerifier }),
      ),
    };
    const expiresAt = await this.tenancy.withNobody((manager) =>
      keepFlow(manager, checks.state, browser, flow, this.clock.now()),
    );
    return { authorizationUrl, expiresAt, browser };
  }

  /** @throws DomainError single-sign-on-refused, in the same words whatever is wrong; identity-provider-unavailable */
  async end({ organizationId, query, browser }: CameBack, client: RequestClient): Promise<EndedFlow> {
    const state = new URLSearchParams(query).get('state');
    const flow =
      state === null || browser === null
        ? null
        : await this.tenancy.withNobody((manager) =>
            takeFlow(manager, state, browser, organizationId, this.clock.now()),
          );
    if (!flow || state === null) throw refused();
    const provider = await this.providerOf(organizationId).catch(refuseInstead);
    if (provider.version !== flow.providerVersion) throw refused();
    const secrets = JSON.parse(await this.box.open(flow.secrets)) as Omit<FlowChecks, 'state'>;
    const identity = await this.openId
      .identity(await this.clientOf(provider), organizationId, query, { state, ...secrets })
      .catch((error: unknown) => this.refuse(error, organizationId, client, 'end'));
    const { issuer, emailDomains } = provider;
    const secondFactor = saysSecondFactor(identity.claims, provider);
    const session = await this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      const now = this.clock.now();
      // Asking the provider takes seconds: settings that were changed meanwhile hold.
      const { version } = await storedProvider(manager, organizationId).catch(refuseInstead);
      if (version !== flow.providerVersion) return null;
      const asked = { organizationId, issuer, emailDomains, identity, origin: originOf(client) };
      const vouched = await vouchedPerson(manager, asked, now);
      if ('refused' in vouched) {
        const system = { kind: 'system', id: null, onBehalfOf: null, ...originOf(client) } as const;
        const data = { reason: vouched.refused, person: vouched.personId };
        const subject = { subjectKind: 'organization', subjectId: organizationId, data };
        await recordEvents(manager, organizationId, system, now, [
          { action: 'single_sign_on.refused', ...subject },
        ]);
        return null;
      }
      const by = {
        ...({ means: 'single_sign_on', ownFactors: false, secondFactorGiven: false } as const),
        hasSecondFactor: vouched.hasSecondFactor,
      };
      const opened = await openSession(manager, vouched.personId, by, client, now);
      await manager.query(
        `insert into session_vouch (session_id, organization_id, person_id, issuer, second_factor, vouched_at) values ($1, $2, $3, $4, $5, $6)`,
        [opened.id, organizationId, vouched.personId, issuer, secondFactor, now],
      );
      return secondFactor ? { ...opened, secondFactor: 'given' as const } : opened;
    });
    if (!session) throw refused();
    await this.attempts.succeeded([ofAddress(client.address)]);
    this.standings.forgetAll();
    return { session, asCookie: flow.asCookie, returnTo: flow.returnTo };
  }

  private async providerOf(
    organizationId: string,
  ): Promise<StoredProvider & { issuer: string; clientId: string }> {
    const provider = await readProvider(this.tenancy, organizationId).catch((error: unknown) => {
      if (error instanceof DomainError) return null;
      throw error;
    });
    if (provider?.issuer && provider.clientId)
      return { ...provider, issuer: provider.issuer, clientId: provider.clientId };
    throw new DomainError('not-found', 'There is no single sign-on for this id.');
  }

  private async clientOf({
    issuer,
    clientId,
    clientSecret,
  }: StoredProvider & { issuer: string; clientId: string }): Promise<ProviderClient> {
    if (!clientSecret) throw new Error('a provider without a secret was stored');
    return { issuer, clientId, clientSecret: await this.box.open(clientSecret) };
  }

  /** The reason is for whoever runs the installation: in words of the library, never the provider's. */
  private refuse(
    error: unknown,
    organizationId: string,
    { requestId }: RequestClient,
    step: 'begin' | 'end',
  ): never {
    if (!(error instanceof ProviderFault)) throw error;
    const { reason, code } = error;
    this.logger.warn({ requestId, organizationId, step, reason, code });
    if (step === 'end' && reason === 'refused') throw refused();
    throw new DomainError(
      'identity-provider-unavailable',
      'The identity provider does not answer as it should.',
    );
  }
}

/** Single sign-on was taken away meanwhile. */
function refuseInstead(error: unknown): never {
  throw error instanceof DomainError ? refused() : error;
}

function refused(): DomainError {
  return new DomainError(
    'single-sign-on-refused',
    'The answer of the identity provider does not verify, comes too late, or is for nobody who belongs here.',
  );
}
