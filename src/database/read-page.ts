import type { QueryConfig, QueryResultRow } from 'pg';
import { toPage, type Page } from '../common/http/paging';
import { DomainError } from '../common/problems/domain.error';
import type { Tenancy } from './tenancy';

const EXISTS = { name: 'organization-exists', text: 'select 1 from organization where organization_id = $1' };

/**
 * A page of an organization's rows, in the order of their ids.
 * @throws DomainError not-found when the organization is not there
 */
export async function readPage<T extends { id: string }>(
  tenancy: Tenancy,
  organizationId: string,
  query: QueryConfig,
  limit: number,
): Promise<Page<T>> {
  return toPage(await readPageRows<T>(tenancy, organizationId, query), limit);
}

/**
 * Rows of an organization. Only none at all costs a second question: nothing there, or no such organization?
 * @throws DomainError not-found when the organization is not there
 */
export async function readPageRows<T extends QueryResultRow>(
  tenancy: Tenancy,
  organizationId: string,
  query: QueryConfig,
): Promise<T[]> {
  const rows = await tenancy.readOne<T>(organizationId, query);
  if (rows.length === 0) {
    const found = await tenancy.readOne(organizationId, { ...EXISTS, values: [organizationId] });
    if (found.length === 0) throw new DomainError('not-found', 'There is no organization with this id.');
  }
  return rows;
}
