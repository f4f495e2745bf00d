// Tokens that work once: the setup link, invitations, resets. Only digests are stored, and only these functions of the database reach them.
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DomainError } from '../common/problems/domain.error';
import { INVITATION_TOKENS, RESET_TOKENS, SETUP_TOKENS, type SecretTokens } from '../identity/secret-token';

const KINDS = { setup: SETUP_TOKENS, invitation: INVITATION_TOKENS, password_reset: RESET_TOKENS } as const;
export type TokenPurpose = keyof typeof KINDS;

/** What a token is for: nothing more for setting up, a person, or an invitation of an organization. */
export interface TokenSubject {
  personId: string | null;
  organizationId: string | null;
  invitationId: string | null;
}

export const NOBODY: TokenSubject = { personId: null, organizationId: null, invitationId: null };

export interface StoredToken extends TokenSubject {
  id: string;
}

/** @returns the token, to be handed over this once, and the id by which its mail can be taken back */
export async function issueToken(
  manager: EntityManager,
  purpose: TokenPurpose,
  { personId, organizationId, invitationId }: TokenSubject,
  until: Date,
): Promise<{ id: string; token: string }> {
  const tokens: SecretTokens = KINDS[purpose];
  const [id, token] = [uuidv7(), tokens.make()];
  await manager.query('select issue_one_time_token($1, $2, $3, $4, $5, $6, $7)', [
    ...[tokens.digestOf(token), id, purpose, personId, organizationId, invitationId],
    until,
  ]);
  return { id, token };
}

/** @throws DomainError token-unusable when it is unknown, used, withdrawn or expired; which of them is not said */
export async function useToken(
  manager: EntityManager,
  purpose: TokenPurpose,
  token: string,
  now: Date,
): Promise<StoredToken> {
  return ask(manager, 'use_one_time_token', purpose, token, now);
}

/** The same without using it up. */
export async function readToken(
  manager: EntityManager,
  purpose: TokenPurpose,
  token: string,
  now: Date,
): Promise<StoredToken> {
  return ask(manager, 'read_one_time_token', purpose, token, now);
}

/** @returns the ids of those that can no longer be used */
export async function voidTokens(
  manager: EntityManager,
  purpose: TokenPurpose,
  { personId, organizationId, invitationId }: TokenSubject,
  now: Date,
): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    'select void_one_time_tokens($1, $2, $3, $4, $5) as id',
    [...[purpose, personId, organizationId, invitationId], now],
  );
  return rows.map(({ id }) => id);
}

interface TokenRow {
  id: string;
  person_id: string | null;
  organization_id: string | null;
  invitation_id: string | null;
}

async function ask(
  manager: EntityManager,
  way: 'use_one_time_token' | 'read_one_time_token',
  purpose: TokenPurpose,
  token: string,
  now: Date,
): Promise<StoredToken> {
  const digest = KINDS[purpose].digestOf(token);
  const [row] = digest
    ? await manager.query<TokenRow[]>(`select * from ${way}($1, $2, $3)`, [digest, purpose, now])
    : [];
  if (!row) throw new DomainError('token-unusable', 'The token is unknown, used, withdrawn or expired.');
  return {
    id: row.id,
    personId: row.person_id,
    organizationId: row.organization_id,
    invitationId: row.invitation_id,
  };
}
