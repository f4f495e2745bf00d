// API keys of a practice in words.
import type { ApiKeyResponse } from './api-key.dto';
import { SCOPE_WORDS } from './api-key-words';

export interface KeyView {
  at: string;
  label: string;
  scopes: string[];
  servesPractices: boolean;
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
}

export interface KeysView {
  at: string;
  working: KeyView[];
  past: { label: string; why: string; at: Date }[];
}

/** Those that work, the newest first; and those that no longer do. */
export function keysView(organizationId: string, keys: readonly ApiKeyResponse[], now: Date): KeysView {
  const at = `/organizations/${organizationId}/settings/keys`;
  const newestFirst = [...keys].reverse();
  const works = ({ revokedAt, expiresAt }: ApiKeyResponse): boolean => !revokedAt && expiresAt > now;
  return {
    at,
    working: newestFirst.filter(works).map((key) => ({
      ...{ at: `${at}/${key.id}`, label: key.label, servesPractices: key.servesPractices },
      scopes: key.scopes.map((scope) => SCOPE_WORDS[scope] ?? scope),
      ...{ createdAt: key.createdAt, expiresAt: key.expiresAt, lastUsedAt: key.lastUsedAt },
    })),
    past: newestFirst
      .filter((key) => !works(key))
      .map(({ label, revokedAt, expiresAt }) =>
        revokedAt ? { label, why: 'revoked', at: revokedAt } : { label, why: 'expired', at: expiresAt },
      ),
  };
}
