// Text that looks like a client's is not saved unless the sender says that it is none: with a header on the request, which the audit log of the organization keeps.
import { AsyncLocalStorage } from 'node:async_hooks';
import { DomainError } from '../problems/domain.error';
import type { IdentifierFinding } from './identifier-findings';
import { IDENTIFIER_KINDS } from './identifiers-in-text';

export const CONFIRMATION_HEADER = 'duecare-text-confirmed';
export const CONFIRMATION = 'no-client-data';

/** What the sender of the running request has confirmed, and the audit log has not noted yet. */
interface Confirmed {
  findings: IdentifierFinding[];
}

const running = new AsyncLocalStorage<Confirmed>();

/** Runs the handling of a request whose sender confirms its text. */
export function asConfirmedText<T>(run: () => T): T {
  return running.run({ findings: [] }, run);
}

/** For work that a request sets off and that is not its own: what its sender confirmed is of no concern to it, and stays for the write. */
export function apartFromConfirmedText<T>(run: () => T): T {
  return running.exit(run);
}

/**
 * Lets text pass that looks like nothing, or that its sender has confirmed.
 * @throws DomainError possible-phi that names each place and what it looks like, never the text
 */
export function passConfirmed(findings: readonly IdentifierFinding[]): void {
  if (findings.length === 0) return;
  const confirmed = running.getStore();
  if (confirmed) {
    confirmed.findings.push(...findings);
    return;
  }
  throw new DomainError(
    'possible-phi',
    'Some of the text looks like that of a client. Nothing was saved.',
    findings.map(({ pointer, kinds }) => ({
      pointer,
      code: 'possible-phi' as const,
      detail: `looks like ${kinds.map((kind) => IDENTIFIER_KINDS[kind]).join(' and ')}; take it out`,
    })),
  );
}

/** What was confirmed in the running request, given out once: for the audit event of the write. */
export function takeConfirmed(): IdentifierFinding[] {
  return running.getStore()?.findings.splice(0) ?? [];
}
