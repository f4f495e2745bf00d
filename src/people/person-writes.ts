// The statements that write an account. The transaction has to be open for its person.
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DomainError } from '../common/problems/domain.error';
import { enterPerson } from '../database/tenancy';
import { hashOfPassword, isPassword } from './password-hashing';
import { faultOfPassword } from './password-rules';
import { normalizedEmail } from './person.fields';

export interface NewPerson {
  name: string;
  email: string;
  /** null for somebody who signs in by other means */
  passwordHash: string | null;
}

/** Hashes a password that somebody chose. Outside of a transaction: it takes a tenth of a second. @throws DomainError password-refused */
export async function acceptedPassword(
  password: string,
  context: readonly string[],
  pointer = '/password',
): Promise<string> {
  const fault = faultOfPassword(password, context);
  if (!fault) return hashOfPassword(password);
  throw new DomainError('password-refused', `The password ${fault}.`, [
    { pointer, code: 'invalid-field', detail: fault },
  ]);
}

/** Adds a person and opens the transaction for them. @returns the id */
export async function addPerson(manager: EntityManager, person: NewPerson, now: Date): Promise<string> {
  const id = uuidv7();
  await enterPerson(manager, id);
  await manager.query(
    `insert into person (id, email, name, version, created_at, updated_at) values ($1, $2, $3, 1, $4, $4)`,
    [id, normalizedEmail(person.email), person.name, now],
  );
  if (person.passwordHash) await storePassword(manager, id, person.passwordHash, now);
  return id;
}

export async function storePassword(
  manager: EntityManager,
  personId: string,
  hash: string,
  now: Date,
): Promise<void> {
  await manager.query(
    `insert into person_password (person_id, hash, changed_at) values ($1, $2, $3)
     on conflict (person_id) do update set hash = excluded.hash, changed_at = excluded.changed_at`,
    [personId, hash, now],
  );
}

export async function storedPassword(manager: EntityManager, personId: string): Promise<string | null> {
  const [row] = await manager.query<{ hash: string }[]>(
    'select hash from person_password where person_id = $1',
    [personId],
  );
  return row?.hash ?? null;
}

/**
 * Whether a password that was verified outside of this transaction is still the person's, and stays so until the transaction ends: checking takes a
 * tenth of a second, in which it may be reset or changed. Whoever does that waits here, and then ends the session that was opened.
 * @param verified the hash against which it was right
 */
export async function isStillPassword(
  manager: EntityManager,
  personId: string,
  password: string,
  verified: string,
): Promise<boolean> {
  const [row] = await manager.query<{ hash: string }[]>(
    'select hash from person_password where person_id = $1 for update',
    [personId],
  );
  if (!row) return false;
  // Another hash may be one of the same password, made anew at the cost of today.
  return row.hash === verified || isPassword(password, row.hash);
}

export async function hasSecondFactor(manager: EntityManager, personId: string): Promise<boolean> {
  const [row] = await manager.query<{ has: boolean }[]>(
    'select has_second_factor as has from person where id = $1',
    [personId],
  );
  return row?.has === true;
}
