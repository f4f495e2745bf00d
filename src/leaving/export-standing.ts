// Whether what was taken is still all there is: the audit log tells when an export was finished and what came after it.
import type { EntityManager } from 'typeorm';
import { DomainError } from '../common/problems/domain.error';

/** Asked for, before the first byte. */
export const EXPORT_BEGUN = 'organization.exported';
/** The last byte was handed over. */
export const EXPORT_FINISHED = 'organization.export-finished';

const VALID_DAYS = 30;

const LAST_EXPORT = `select (e.data ->> 'lastSequence')::float8 as "lastSequence", e.occurred_at as "at"
  from audit_event e where e.organization_id = $1 and e.action = '${EXPORT_FINISHED}' order by e.sequence desc limit 1`;

const CHANGED_SINCE = `select 1 from audit_event e
  where e.organization_id = $1 and e.sequence > $2 and e.action not in ('${EXPORT_BEGUN}', '${EXPORT_FINISHED}') limit 1`;

/** @throws DomainError export-needed unless one was finished within 30 days and nothing was written since */
export async function refuseWithoutExport(
  manager: EntityManager,
  organizationId: string,
  now: Date,
): Promise<void> {
  const [last] = await manager.query<{ lastSequence: number; at: Date }[]>(LAST_EXPORT, [organizationId]);
  if (!last || now.getTime() - last.at.getTime() > VALID_DAYS * 86_400_000)
    throw new DomainError('export-needed', `No export was finished within ${VALID_DAYS} days.`);
  const changed = await manager.query<object[]>(CHANGED_SINCE, [organizationId, last.lastSequence]);
  if (changed.length > 0)
    throw new DomainError('export-needed', 'Something was written since the last export.');
}
