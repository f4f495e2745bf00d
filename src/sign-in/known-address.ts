// Whether somebody has come in from an address before. From there the attempts of others do not count against them: who tries from elsewhere slows
// only themselves.
import type { EntityManager } from 'typeorm';
import { countedAddress } from '../rate-limits/counted-address';

/** What a session has to rest on: an own factor, not the word of a provider; or a second factor given in it. */
const RESTS_ON = { ownFactors: 'own_factors', secondFactor: 'second_factor_at is not null' } as const;

/** The transaction has to be open for the person. An IPv6 address is known with its network. */
export async function isKnownAddress(
  manager: EntityManager,
  personId: string,
  address: string,
  by: keyof typeof RESTS_ON,
  now: Date,
): Promise<boolean> {
  const rows = await manager.query<{ address: string }[]>(
    `select distinct address from session
     where person_id = $1 and address is not null and ${RESTS_ON[by]} and created_at > $2::timestamptz - interval '90 days'`,
    [personId, now],
  );
  return rows.some((row) => countedAddress(row.address) === countedAddress(address));
}
