// The whole dossier of an organization in one statement: PostgreSQL builds the document, nothing is put together row by row here.
import type { PoolClient, QueryConfig } from 'pg';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../common/problems/domain.error';
import type { Tenancy } from '../database/tenancy';
import { PRACTICE_COLUMNS } from '../organizations/organization.query';
import { DOSSIER_FORMAT, DOSSIER_FORMAT_VERSION, type Dossier } from './dossier.document';
import { RECORD_LISTS } from './record-lists';

const LISTS = RECORD_LISTS.map(
  ({ list, kind }) => `'${list}', (
    select coalesce(jsonb_agg(to_jsonb(x) order by x.key collate "C"), '[]')
    from (select r.key, ${kind.columns} from ${kind.table} r where r.organization_id = $1) x
  )`,
).join(',\n  ');

const TEXT = `select jsonb_strip_nulls(jsonb_build_object(
  'format', '${DOSSIER_FORMAT}',
  'formatVersion', ${DOSSIER_FORMAT_VERSION},
  'practice', (select to_jsonb(p) from (select r.key, ${PRACTICE_COLUMNS} from organization r where r.organization_id = $1) p),
  ${LISTS}
)) as dossier`;

/** One row `{ dossier }`; its practice is absent when the organization is not there. */
function dossierOf(organizationId: string): QueryConfig {
  return { name: 'dossier', text: TEXT, values: [organizationId] };
}

/** The dossier as a transaction that writes sees it, its own changes included. */
export async function storedDossier(manager: EntityManager, organizationId: string): Promise<Dossier> {
  const { text, values } = dossierOf(organizationId);
  const [row] = await manager.query<{ dossier: Dossier }[]>(text, values as unknown[]);
  return existing(row?.dossier);
}

/** The dossier as a snapshot sees it. */
export async function dossierSeenBy(client: PoolClient, organizationId: string): Promise<Dossier> {
  const { rows } = await client.query<{ dossier: Dossier }>(dossierOf(organizationId));
  return existing(rows[0]?.dossier);
}

/** The dossier as it stands. @throws DomainError not-found when the organization is not there */
export async function exportedDossier(tenancy: Tenancy, organizationId: string): Promise<Dossier> {
  const [row] = await tenancy.readOne<{ dossier: Dossier }>(organizationId, dossierOf(organizationId));
  return existing(row?.dossier);
}

function existing(dossier: Dossier | undefined): Dossier {
  if (dossier?.practice) return dossier;
  throw new DomainError('not-found', 'There is no organization with this id.');
}
