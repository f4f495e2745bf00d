// What an organization may say of its identity provider: the rules that need no network.
import type { Fault } from '../common/problems/domain.error';
import type { IdentityProviderFields, UpdateIdentityProviderDto } from './identity-provider.dto';

export type ProviderSettings = Required<IdentityProviderFields> & { hasClientSecret: boolean };

export const NO_PROVIDER: ProviderSettings = {
  ...{ issuer: null, clientId: null, hasClientSecret: false, emailDomains: [] },
  ...{ secondFactorAmr: [], secondFactorAcr: [], required: false },
};

const DOMAIN = /^[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/;
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * The settings after a change. Without an issuer there is nothing to keep a secret for, and nothing to demand.
 * @param here whether the installation itself is plain http on one machine: then so may the provider be
 * @returns every fault, by its field
 */
export function settingsAfter(
  current: ProviderSettings,
  { clientSecret, ...changes }: UpdateIdentityProviderDto,
  here: boolean,
): { settings: ProviderSettings; faults: Fault[] } {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const next: ProviderSettings = { ...current, ...given };
  next.emailDomains = next.emailDomains.map((domain) => domain.toLowerCase());
  if (next.issuer === null) return { settings: { ...withoutProvider(next) }, faults: domainFaults(next) };
  const isElsewhere = next.issuer !== current.issuer;
  next.hasClientSecret =
    clientSecret !== undefined && clientSecret !== null ? true : !isElsewhere && current.hasClientSecret;
  const faults = [
    ...issuerFaults(next.issuer, here),
    ...(next.clientId === null ? [missing('/clientId', 'is asked where there is an issuer')] : []),
    // A secret goes to the issuer that it was given for: with another address it would be sent to whoever is there.
    ...(next.hasClientSecret ? [] : [missing('/clientSecret', 'is asked with every new issuer')]),
    ...domainFaults(next),
  ];
  return { settings: next, faults };
}

function withoutProvider(settings: ProviderSettings): ProviderSettings {
  return { ...settings, issuer: null, clientId: null, hasClientSecret: false, required: false };
}

function issuerFaults(issuer: string, here: boolean): Fault[] {
  const wrong = (detail: string): Fault[] => [{ pointer: '/issuer', code: 'invalid-field', detail }];
  if (!URL.canParse(issuer)) return wrong('must be an address such as https://login.practice.example');
  const { protocol, hostname, pathname } = new URL(issuer);
  if (pathname.includes('/.well-known/'))
    return wrong('is the address before /.well-known/openid-configuration');
  if (protocol === 'https:' || (here && LOOPBACK.test(hostname))) return [];
  return wrong('must be an https address');
}

function domainFaults({ emailDomains }: ProviderSettings): Fault[] {
  return emailDomains.flatMap((domain, index) =>
    DOMAIN.test(domain)
      ? []
      : [
          {
            pointer: `/emailDomains/${index}`,
            code: 'invalid-field' as const,
            detail: 'must be a domain such as practice.example',
          },
        ],
  );
}

function missing(pointer: string, detail: string): Fault {
  return { pointer, code: 'missing-field', detail };
}

/** Whether an address lies in one of the domains; where none are named, every one does. */
export function isInDomains(email: string, domains: readonly string[]): boolean {
  return domains.length === 0 || domains.includes(email.slice(email.lastIndexOf('@') + 1).toLowerCase());
}
