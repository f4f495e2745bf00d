// The statements on passkeys. The transaction has to be open for the person.
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DomainError } from '../common/problems/domain.error';
import type { KnownPasskey, NewPasskey } from './ceremonies';
import type { PasskeyResponse } from './passkey.dto';

const SHOWN = `id, name, transports, synced, version, created_at as "createdAt", updated_at as "updatedAt", last_used_at as "lastUsedAt"`;
const KNOWN = `id, credential_id as "credentialId", public_key as "publicKey", signature_count::float8 as "signatureCount", transports`;
const UNIQUE_VIOLATION = '23505';

export function selectPage(
  manager: EntityManager,
  personId: string,
  after: string | null,
  limit: number,
): Promise<PasskeyResponse[]> {
  return manager.query<PasskeyResponse[]>(
    `select ${SHOWN} from passkey where person_id = $1 and ($2::uuid is null or id > $2) order by id limit $3`,
    [personId, after, limit],
  );
}

/** @throws DomainError not-found */
export async function selectPasskey(
  manager: EntityManager,
  personId: string,
  id: string,
): Promise<PasskeyResponse> {
  const [row] = await manager.query<PasskeyResponse[]>(
    `select ${SHOWN} from passkey where person_id = $1 and id = $2`,
    [personId, id],
  );
  if (!row) throw new DomainError('not-found', 'You have no passkey with this id.');
  return row;
}

export function knownPasskeys(manager: EntityManager, personId: string): Promise<KnownPasskey[]> {
  return manager.query<KnownPasskey[]>(`select ${KNOWN} from passkey where person_id = $1 order by id`, [
    personId,
  ]);
}

/** The passkey, held until the transaction ends: of two signatures with one count the second is refused. */
export async function heldPasskey(
  manager: EntityManager,
  personId: string,
  credentialId: string,
): Promise<KnownPasskey | null> {
  const [row] = await manager.query<KnownPasskey[]>(
    `select ${KNOWN} from passkey where person_id = $1 and credential_id = $2 for update`,
    [personId, credentialId],
  );
  return row ?? null;
}

/** @returns the id. @throws DomainError passkey-there, also when the account is another person's */
export async function insertPasskey(
  manager: EntityManager,
  personId: string,
  name: string,
  { credentialId, publicKey, signatureCount, transports, synced }: NewPasskey,
  now: Date,
): Promise<string> {
  const id = uuidv7();
  try {
    await manager.query(
      `insert into passkey (id, person_id, credential_id, public_key, signature_count, transports, synced, name, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
      [id, personId, credentialId, publicKey, signatureCount, transports, synced, name, now],
    );
  } catch (error) {
    if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error;
    throw new DomainError('passkey-there', 'This passkey is registered already.');
  }
  return id;
}

export async function noteUse(
  manager: EntityManager,
  personId: string,
  id: string,
  { signatureCount, synced }: { signatureCount: number; synced: boolean },
  now: Date,
): Promise<void> {
  await manager.query(
    `update passkey set signature_count = $3, synced = $4, last_used_at = $5 where person_id = $1 and id = $2`,
    [personId, id, signatureCount, synced, now],
  );
}
