// A small OpenID provider on this machine: discovery, authorization, token, keys, userinfo. It checks client, redirect address, code and PKCE as a real
// one does, and can be told to answer wrongly.
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const CLIENT = { clientId: 'duecare', clientSecret: 'kept between the two of them' };

/** Who signs in at the provider, and what is to differ from the truth. */
export interface Visit {
  sub: string;
  email?: string;
  emailVerified?: unknown;
  amr?: unknown;
  acr?: unknown;
  /** the address is told by userinfo alone */
  emailInUserinfo?: boolean;
  /** claims that replace those of the ID token */
  claims?: Record<string, unknown>;
  /** signs with a key that the provider does not publish */
  foreignKey?: boolean;
  unsigned?: boolean;
  /** parameters that replace those of the way back */
  back?: Record<string, string | null>;
}

interface Granted extends Visit {
  challenge: string;
  nonce: string;
  redirectUri: string;
}

const newKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 });

export class TestIdentityProvider {
  private readonly key = newKey();
  private readonly foreign = newKey();
  private readonly codes = new Map<string, Granted>();
  private server: Server;
  /** replaces what discovery answers */
  metadata: Record<string, unknown> = {};
  /** what the token endpoint answers in place of tokens */
  tokenStatus: number | null = null;
  /** what happens before the token endpoint answers */
  meanwhile: (() => Promise<unknown>) | null = null;
  /** what every address answers, before anything else */
  broken: ((response: ServerResponse) => void) | null = null;
  /** parameters of the last authorization request */
  asked: Record<string, string> = {};
  /** paths that were fetched */
  readonly fetched: string[] = [];
  issuer = '';

  static async start(): Promise<TestIdentityProvider> {
    const provider = new TestIdentityProvider();
    provider.server = createServer((request, response) => {
      void provider.answer(request, response).catch(() => response.destroy());
    });
    await provider.listen(0);
    provider.issuer = `http://127.0.0.1:${provider.port}`;
    return provider;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  listen(port: number): Promise<void> {
    return new Promise((resolve) => this.server.listen(port, '127.0.0.1', resolve));
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  /** Somebody goes where they were sent and signs in. @returns the address to which the provider sends them back */
  visit(authorizationUrl: string, visit: Visit): URL {
    const asked = Object.fromEntries(new URL(authorizationUrl).searchParams);
    this.asked = asked;
    const code = randomBytes(16).toString('hex');
    const { code_challenge: challenge = '', nonce = '', redirect_uri: redirectUri = '', state = '' } = asked;
    this.codes.set(code, { ...visit, challenge, nonce, redirectUri });
    const back = new URL(redirectUri);
    const parameters = { code, state, iss: this.issuer, session_state: 'of-the-provider', ...visit.back };
    for (const [name, value] of Object.entries(parameters)) {
      if (value !== null) back.searchParams.set(name, value);
    }
    return back;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', this.issuer);
    this.fetched.push(pathname);
    if (this.broken) return this.broken(response);
    const json = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (pathname === '/.well-known/openid-configuration') return void json(200, this.discovery());
    if (pathname === '/jwks') return void json(200, { keys: [this.publicKey()] });
    if (pathname === '/userinfo') return void json(200, this.userinfo(request));
    if (pathname === '/token') return void json(...(await this.token(request)));
    json(404, {});
  }

  private discovery(): object {
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/authorize`,
      token_endpoint: `${this.issuer}/token`,
      jwks_uri: `${this.issuer}/jwks`,
      userinfo_endpoint: `${this.issuer}/userinfo`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['client_secret_post'],
      code_challenge_methods_supported: ['S256'],
      authorization_response_iss_parameter_supported: true,
      ...this.metadata,
    };
  }

  private publicKey(): object {
    return { ...this.key.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' };
  }

  private userinfo({ headers }: IncomingMessage): object {
    const granted = this.codes.get(headers.authorization?.replace('Bearer ', '') ?? '');
    return { sub: granted?.sub, email: granted?.email, email_verified: granted?.emailVerified ?? true };
  }

  private async token(request: IncomingMessage): Promise<[number, object]> {
    let body = '';
    for await (const part of request as AsyncIterable<Buffer>) body += part.toString();
    const given = Object.fromEntries(new URLSearchParams(body));
    await this.meanwhile?.();
    if (this.tokenStatus !== null) return [this.tokenStatus, { error: 'server_error' }];
    const granted = this.codes.get(given.code ?? '');
    const challenge = createHash('sha256')
      .update(given.code_verifier ?? '')
      .digest('base64url');
    const [id, secret] = this.basic(request) ?? [given.client_id, given.client_secret];
    const isOurs =
      id === CLIENT.clientId && secret === CLIENT.clientSecret && given.grant_type === 'authorization_code';
    const fits = granted?.redirectUri === given.redirect_uri && granted?.challenge === challenge;
    if (!granted || !isOurs || !fits) return [400, { error: 'invalid_grant' }];
    if (!granted.emailInUserinfo) this.codes.delete(given.code ?? '');
    const tokens = {
      access_token: given.code,
      token_type: 'Bearer',
      expires_in: 60,
      id_token: this.idToken(granted),
    };
    return [200, tokens];
  }

  /** Id and secret from the header, where metadata says that they come so: then nowhere else. */
  private basic({ headers }: IncomingMessage): string[] | null {
    const methods = this.metadata.token_endpoint_auth_methods_supported;
    if (!Array.isArray(methods) || !methods.includes('client_secret_basic')) return null;
    const text = Buffer.from(headers.authorization?.replace('Basic ', '') ?? '', 'base64').toString();
    return text.split(':').map((part) => decodeURIComponent(part.replaceAll('+', ' ')));
  }

  private idToken({ sub, email, emailVerified = true, ...visit }: Granted): string {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      ...{ iss: this.issuer, aud: CLIENT.clientId, iat: now, exp: now + 60, nonce: visit.nonce, sub },
      ...(email === undefined || visit.emailInUserinfo ? {} : { email, email_verified: emailVerified }),
      ...{ amr: visit.amr, acr: visit.acr },
      ...visit.claims,
    };
    const { privateKey } = visit.foreignKey ? this.foreign : this.key;
    return jwt(visit.unsigned ? null : privateKey, claims);
  }
}

function jwt(key: KeyObject | null, claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const header = key ? { alg: 'RS256', kid: 'one', typ: 'JWT' } : { alg: 'none', typ: 'JWT' };
  const signed = `${part(header)}.${part(claims)}`;
  return `${signed}.${key ? sign('sha256', Buffer.from(signed), key).toString('base64url') : ''}`;
}
