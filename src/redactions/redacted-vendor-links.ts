// What vendors said by their links: a text is taken out there too, from what was submitted and from what was not yet.
import type { EntityManager } from 'typeorm';
import type { HappenedEvent } from '../audit-log/audit-log';
import type { RedactionOutcome } from './redaction.dto';
import type { RemovedTexts } from './removed-texts';

interface LinkTexts {
  id: string;
  answers: unknown;
  documents: unknown;
  submittedBy: unknown;
}

const LINKS = `select l.id, l.answers, l.documents, l.submitted_by as "submittedBy" from vendor_link l
  where l.organization_id = $1 and exists (select from unnest($2::text[]) mark
    where position(mark in lower((l.answers::text || l.documents::text || coalesce(l.submitted_by::text, '')) collate "C")) > 0)
  order by l.id`;

export async function redactVendorLinks(
  manager: EntityManager,
  organizationId: string,
  texts: RemovedTexts,
  outcome: RedactionOutcome,
): Promise<HappenedEvent[]> {
  const events: HappenedEvent[] = [];
  for (const { id, ...said } of await manager.query<LinkTexts[]>(LINKS, [organizationId, texts.marks])) {
    const left = withoutTexts(said, texts) as typeof said;
    if (JSON.stringify(left) === JSON.stringify(said)) continue;
    outcome.vendorLinks.push({ id });
    if (outcome.preview) continue;
    await manager.query(
      'update vendor_link set answers = $3, documents = $4, submitted_by = $5 where organization_id = $1 and id = $2',
      [organizationId, id, ...[left.answers, left.documents, left.submittedBy].map(jsonOrNull)],
    );
    events.push({ action: 'vendor_link.redacted', subjectKind: 'vendor_link', subjectId: id, data: {} });
  }
  return events;
}

function jsonOrNull(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

/** Names of fields and keys stay: they are words of ours. */
function withoutTexts(value: unknown, texts: RemovedTexts): unknown {
  if (typeof value === 'string') return texts.takenOutOf(value);
  if (Array.isArray(value)) return value.map((one) => withoutTexts(one, texts));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutTexts(one, texts)]));
}
