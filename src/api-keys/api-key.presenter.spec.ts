import type { ApiKeyResponse } from './api-key.dto';
import { keysView } from './api-key.presenter';

const NOW = new Date('2026-03-02T12:00:00Z');
const LATER = new Date('2026-04-02T12:00:00Z');
const key = (fields: Partial<ApiKeyResponse>) =>
  ({
    ...{ id: 'k', label: 'Calendar', scopes: ['records.read'], servesPractices: false, createdAt: NOW },
    ...{ expiresAt: LATER, revokedAt: null, lastUsedAt: null },
    ...fields,
  }) as ApiKeyResponse;

it('parts keys that work from those that were revoked or have expired, the newest first', () => {
  const keys = [
    key({}),
    key({ label: 'Old', expiresAt: NOW }),
    key({ label: 'Lost', revokedAt: NOW }),
    key({ label: 'New' }),
  ];
  const { working, past } = keysView('o', keys, NOW);
  expect(working.map(({ label }) => label)).toEqual(['New', 'Calendar']);
  expect(past.map(({ label, why }) => [label, why])).toEqual([
    ['Lost', 'revoked'],
    ['Old', 'expired'],
  ]);
});

it('says in words what a key may do', () => {
  const [view] = keysView('o', [key({})], NOW).working;
  expect(view?.scopes).toEqual(['Read vendors, tools, agreements and every other record']);
});
