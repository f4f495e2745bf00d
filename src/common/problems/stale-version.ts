// Whoever changes a record says which version of it they have read.
import { DomainError } from './domain.error';

/** @throws DomainError stale-version when it was changed since */
export function refuseStale(stored: { version: number }, given: number, what = 'record'): void {
  if (stored.version === given) return;
  throw new DomainError('stale-version', `The ${what} is at version ${stored.version}, not ${given}.`);
}
