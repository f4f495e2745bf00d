import type { EntityManager } from 'typeorm';

/**
 * For background work, which leaves a closed organization as it is: should it be opened again, a sweep asks for the work once more. One that was erased
 * while its job waited is not open either.
 */
export async function isOpen(manager: EntityManager, organizationId: string): Promise<boolean> {
  const open = await manager.query<object[]>(
    'select 1 from organization where organization_id = $1 and closed_at is null',
    [organizationId],
  );
  return open.length > 0;
}
