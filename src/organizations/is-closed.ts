import type { EntityManager } from 'typeorm';

/** For background work, which leaves a closed organization as it is: should it be opened again, a sweep asks for the work once more. */
export async function isClosed(manager: EntityManager, organizationId: string): Promise<boolean> {
  const [row] = await manager.query<{ closed: boolean }[]>('select organization_is_closed($1) as closed', [
    organizationId,
  ]);
  return row?.closed === true;
}
