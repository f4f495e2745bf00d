// What happens to a link, as the audit log tells it: who, when and what kind of thing, never what was said.
import type { EntityManager } from 'typeorm';
import { recordEvents } from '../audit-log/audit-log';
import type { Caller } from '../identity/caller';

export function recordLinkEvent(
  manager: EntityManager,
  organizationId: string,
  caller: Caller,
  now: Date,
  { id, action, data }: { id: string; action: string; data: Record<string, unknown> },
): Promise<void> {
  const event = { action: `vendor_link.${action}`, subjectKind: 'vendor_link', subjectId: id, data };
  return recordEvents(manager, organizationId, caller, now, [event]);
}
