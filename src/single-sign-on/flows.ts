// A flow of single sign-on, from the click to the way back: bound to the browser that began, good once, for ten minutes. Digests and ciphertext only.
import { hash } from 'node:crypto';
import type { EntityManager } from 'typeorm';

export const FLOW_MINUTES = 10;

export interface Flow {
  organizationId: string;
  /** of the settings with which it began: after a change it leads nowhere */
  providerVersion: number;
  /** nonce and code verifier, encrypted */
  secrets: Buffer;
  asCookie: boolean;
  returnTo: string | null;
}

/** @param state what the provider gives back. @param browser what the cookie of the browser says. @returns until when it is good */
export async function keepFlow(
  manager: EntityManager,
  state: string,
  browser: string,
  { organizationId, providerVersion, secrets, asCookie, returnTo }: Flow,
  now: Date,
): Promise<Date> {
  const expiresAt = new Date(now.getTime() + FLOW_MINUTES * 60_000);
  await manager.query('delete from single_sign_on_flow where expires_at <= $1', [now]);
  await manager.query(
    `insert into single_sign_on_flow
       (state_digest, browser_digest, organization_id, provider_version, secrets, as_cookie, return_to, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[digestOf(state), digestOf(browser), organizationId, providerVersion],
      ...[secrets, asCookie, returnTo, expiresAt],
    ],
  );
  return expiresAt;
}

/** Takes a flow, whatever comes of it. @returns null when there is none, it is another browser's or organization's, or too late */
export async function takeFlow(
  manager: EntityManager,
  state: string,
  browser: string,
  organizationId: string,
  now: Date,
): Promise<Flow | null> {
  const [taken] = await manager.query<[(Flow & { fits: boolean })[], number]>(
    `delete from single_sign_on_flow where state_digest = $1
     returning organization_id as "organizationId", provider_version as "providerVersion", secrets, as_cookie as "asCookie",
       return_to as "returnTo", browser_digest = $2 and organization_id = $3 and expires_at > $4 as fits`,
    [digestOf(state), digestOf(browser), organizationId, now],
  );
  const [flow] = taken;
  return flow?.fits ? flow : null;
}

function digestOf(text: string): string {
  return `\\x${hash('sha256', text)}`;
}
