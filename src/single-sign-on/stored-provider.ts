// The identity provider of an organization as it is stored. The transaction has to be open for the organization.
import type { EntityManager } from 'typeorm';
import { DomainError } from '../common/problems/domain.error';
import type { Tenancy } from '../database/tenancy';
import { NO_PROVIDER, type ProviderSettings } from './provider-settings';

export interface StoredProvider extends ProviderSettings {
  /** 0 until somebody has said something */
  version: number;
  /** encrypted */
  clientSecret: Buffer | null;
}

const READ = `select coalesce(i.version, 0) as version, i.issuer, i.client_id as "clientId", i.client_secret as "clientSecret",
    i.email_domains as "emailDomains", i.second_factor_amr as "secondFactorAmr", i.second_factor_acr as "secondFactorAcr", i.required
  from organization o left join identity_provider i on i.organization_id = o.organization_id where o.organization_id = $1`;

type Row = { [Field in keyof StoredProvider]: StoredProvider[Field] | null };

/** @throws DomainError not-found where there is no such organization */
export async function storedProvider(
  manager: EntityManager,
  organizationId: string,
): Promise<StoredProvider> {
  return fromRow((await manager.query<Row[]>(READ, [organizationId]))[0]);
}

/** The same in one round trip, for whoever only reads. @throws DomainError not-found */
export async function readProvider(tenancy: Tenancy, organizationId: string): Promise<StoredProvider> {
  const statement = { name: 'identity-provider', text: READ, values: [organizationId] };
  return fromRow((await tenancy.readOne<Row>(organizationId, statement))[0]);
}

function fromRow(row: Row | undefined): StoredProvider {
  if (!row) throw new DomainError('not-found', 'There is no organization with this id.');
  if (!row.version) return { ...NO_PROVIDER, version: 0, clientSecret: null };
  return { ...row, hasClientSecret: row.clientSecret !== null } as StoredProvider;
}

export async function storeProvider(
  manager: EntityManager,
  organizationId: string,
  settings: ProviderSettings & { version: number; clientSecret: Buffer | null },
  now: Date,
): Promise<void> {
  const {
    version,
    issuer,
    clientId,
    clientSecret,
    emailDomains,
    secondFactorAmr,
    secondFactorAcr,
    required,
  } = settings;
  await manager.query(
    `insert into identity_provider (organization_id, version, issuer, client_id, client_secret, email_domains, second_factor_amr,
       second_factor_acr, required, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (organization_id) do update set version = excluded.version, issuer = excluded.issuer, client_id = excluded.client_id,
       client_secret = excluded.client_secret, email_domains = excluded.email_domains, second_factor_amr = excluded.second_factor_amr,
       second_factor_acr = excluded.second_factor_acr, required = excluded.required, updated_at = excluded.updated_at`,
    [
      ...[organizationId, version, issuer, clientId, clientSecret, emailDomains],
      ...[secondFactorAmr, secondFactorAcr, required, now],
    ],
  );
}
