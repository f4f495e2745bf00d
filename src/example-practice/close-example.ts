import type { EntityManager } from 'typeorm';
import { recordEvents } from '../audit-log/audit-log';
import { addDays, dateInTimeZone } from '../common/calendar-date';
import { SYSTEM_CALLER } from '../identity/caller';

/** For so many days somebody looks around, and for as many more a closed practice is kept. */
export const EXAMPLE_DAYS = 30;

/** Within a transaction that is open for it. */
export async function closeExample(manager: EntityManager, id: string, now: Date): Promise<void> {
  const [row] = await manager.query<{ timeZone: string }[]>(
    `select time_zone as "timeZone" from organization where organization_id = $1 and is_example and closed_at is null`,
    [id],
  );
  if (!row) return;
  const eraseOn = addDays(dateInTimeZone(now, row.timeZone), EXAMPLE_DAYS);
  await manager.query(
    `update organization set closed_at = $2, closed_because = 'example_over', erase_on = $3, version = version + 1, updated_at = $2
     where organization_id = $1`,
    [id, now, eraseOn],
  );
  const data = { reason: 'example_over', eraseOn };
  const closed = { action: 'organization.closed', subjectKind: 'organization', subjectId: id, data };
  await recordEvents(manager, id, SYSTEM_CALLER, now, [closed]);
}
