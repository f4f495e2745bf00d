// OpenID Connect with an organization's provider, by the library openid-client: authorization code with PKCE, state and nonce. What the library
// leaves open is closed here: the signature of the ID token is checked although it comes over TLS, and the issuer is the one that was named, to the letter.
import { Injectable, Inject } from '@nestjs/common';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  ClientSecretPost,
  clockTolerance,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  type ClientAuth,
  type Configuration,
} from 'openid-client';
import { PublicAddress } from '../common/public-address';
import { SETTINGS, type Settings } from '../config/settings';
import { AddressRefused, boundedFetch, FETCH_SECONDS, NoAnswer } from './bounded-fetch';
import { addressRule } from './reachable-address';

export interface ProviderClient {
  issuer: string;
  clientId: string;
  clientSecret: string;
}

/** What begins a flow, and is compared when it ends. */
export interface FlowChecks {
  state: string;
  nonce: string;
  codeVerifier: string;
}

/** Whom the provider vouches for. */
export interface VouchedIdentity {
  subject: string;
  /** null unless the provider says that it has verified the address */
  verifiedEmail: string | null;
  claims: { amr?: unknown; acr?: unknown };
}

export type ProviderFaultReason =
  'no-answer' | 'address-refused' | 'other-issuer' | 'not-a-provider' | 'refused';

/** What went wrong with a provider, in a word of ours; the code is the library's, and fit for a log. */
export class ProviderFault extends Error {
  constructor(
    readonly reason: ProviderFaultReason,
    readonly code: string | null,
  ) {
    super(reason);
  }
}

const CLOCK_TOLERANCE_SECONDS = 30;
const LONGEST_SUBJECT = 255;

@Injectable()
export class OpenIdProvider {
  constructor(
    private readonly address: PublicAddress,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Whether plain http on this machine will do: where the installation itself is no more than that. */
  get isHere(): boolean {
    return this.address.isPlainOnThisMachine;
  }

  redirectUri(organizationId: string): string {
    return `${this.address.origin}/v1/single-sign-on/callbacks/${organizationId}`;
  }

  /** Reads what the provider says of itself. @throws ProviderFault */
  async discover(client: ProviderClient): Promise<Configuration> {
    const issuer = new URL(client.issuer);
    const fetch = boundedFetch(addressRule(this.settings.identityProviderNetworks, this.isHere), this.isHere);
    const config = await discovery(
      issuer,
      client.clientId,
      { client_secret: client.clientSecret, [clockTolerance]: CLOCK_TOLERANCE_SECONDS },
      clientAuthOf(client.clientSecret),
      {
        [customFetch]: fetch,
        timeout: FETCH_SECONDS,
        execute: [enableNonRepudiationChecks, ...(this.isHere ? [allowInsecureRequests] : [])],
      },
    ).catch(faultOf);
    const { issuer: named, authorization_endpoint, token_endpoint, jwks_uri } = config.serverMetadata();
    if (new URL(named).href !== issuer.href) throw new ProviderFault('other-issuer', null);
    const endpoints = [authorization_endpoint, token_endpoint, jwks_uri];
    if (!endpoints.every((endpoint) => this.isUsable(endpoint)))
      throw new ProviderFault('not-a-provider', null);
    return config;
  }

  /** Where the person goes to sign in. @throws ProviderFault */
  async authorizationAddress(
    client: ProviderClient,
    organizationId: string,
    { state, nonce, codeVerifier }: FlowChecks,
    acrValues: readonly string[],
  ): Promise<string> {
    const config = await this.discover(client);
    return buildAuthorizationUrl(config, {
      redirect_uri: this.redirectUri(organizationId),
      scope: 'openid email',
      ...{ state, nonce },
      code_challenge: await calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      ...(acrValues.length > 0 ? { acr_values: acrValues.join(' ') } : {}),
    }).href;
  }

  /** Takes the code that the person came back with. @param query of the address to which they came. @throws ProviderFault */
  async identity(
    client: ProviderClient,
    organizationId: string,
    query: string,
    { state, nonce, codeVerifier }: FlowChecks,
  ): Promise<VouchedIdentity> {
    const config = await this.discover(client);
    // The address that the provider was given, never the one that the request names.
    const current = new URL(`${this.redirectUri(organizationId)}?${query}`);
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: codeVerifier };
    const tokens = await authorizationCodeGrant(config, current, { ...checks, idTokenExpected: true }).catch(
      faultOf,
    );
    const claims = tokens.claims();
    if (!claims || claims.sub.length > LONGEST_SUBJECT) throw new ProviderFault('refused', 'no-subject');
    const verifiedEmail =
      claims.email === undefined && config.serverMetadata().userinfo_endpoint
        ? verifiedEmailOf(await fetchUserInfo(config, tokens.access_token, claims.sub).catch(faultOf))
        : verifiedEmailOf(claims);
    return { subject: claims.sub, verifiedEmail, claims: { amr: claims.amr, acr: claims.acr } };
  }

  private isUsable(endpoint: string | undefined): boolean {
    if (endpoint === undefined || !URL.canParse(endpoint)) return false;
    const { protocol } = new URL(endpoint);
    return protocol === 'https:' || (this.isHere && protocol === 'http:');
  }
}

/** In plain letters: one that only looks like another's, or becomes it when it is written small, is nobody's. */
function verifiedEmailOf(claims: object): string | null {
  const { email, email_verified: isVerified } = claims as { email?: unknown; email_verified?: unknown };
  return typeof email === 'string' && isVerified === true && /^[\x21-\x7e]{3,254}$/.test(email)
    ? email
    : null;
}

/** By the way that the provider takes; where it names none, by the one that OpenID Connect presumes. */
function clientAuthOf(secret: string): ClientAuth {
  const [post, basic] = [ClientSecretPost(secret), ClientSecretBasic(secret)];
  return (server, client, body, headers) => {
    const isPost = server.token_endpoint_auth_methods_supported?.includes('client_secret_post') === true;
    (isPost ? post : basic)(server, client, body, headers);
  };
}

function faultOf(error: unknown): never {
  const code = (error as { code?: unknown } | null)?.code;
  const word = typeof code === 'string' ? code : null;
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (at instanceof NoAnswer) throw new ProviderFault('no-answer', word);
    if (at instanceof AddressRefused) throw new ProviderFault('address-refused', word);
  }
  if (word === 'OAUTH_TIMEOUT' || word === 'OAUTH_ABORT') throw new ProviderFault('no-answer', word);
  if (word === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED') throw new ProviderFault('other-issuer', word);
  throw new ProviderFault('refused', word);
}
