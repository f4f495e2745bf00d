// The assessments that hold a text: each is issued anew without it, and emptied with the reports that were printed of it. One at a time: their
// documents are large.
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { AssessmentDocument, Redaction } from '../assessments/assessment.document';
import { Assessment } from '../assessments/assessment.entity';
import { canonicalBytes, digestOf, sealDocument, type SigningKey } from '../assessments/sealing';
import type { HappenedEvent } from '../audit-log/audit-log';
import type { NamedPlaces } from './named-places';
import type { RedactDto, RedactionOutcome } from './redaction.dto';
import { assessmentsThatMayHold, moveComments, redactReportsOn, reportsOn } from './redaction.query';
import type { RemovedTexts } from './removed-texts';
import { takenOutOfDocument } from './take-out';

/** One redaction as it goes through the assessments of an organization, within its transaction. */
export interface RedactionRun {
  manager: EntityManager;
  organizationId: string;
  body: RedactDto;
  texts: RemovedTexts;
  now: Date;
  signingKey: SigningKey;
}

/**
 * Takes the texts out of every assessment that holds them; in a preview only looks.
 * @param outcome is added to
 * @returns what events, for the audit log
 */
export async function redactAssessments(
  run: RedactionRun,
  named: NamedPlaces['ofAssessments'],
  outcome: RedactionOutcome,
): Promise<HappenedEvent[]> {
  const { manager, organizationId, texts } = run;
  const { text, values } = assessmentsThatMayHold(organizationId, [...named.keys()], texts.marks);
  const events: HappenedEvent[] = [];
  for (const { id } of await manager.query<{ id: string }[]>(text, values as unknown[])) {
    const stored = await manager.findOneByOrFail(Assessment, { organizationId, id });
    const document = JSON.parse(stored.document ?? '') as AssessmentDocument;
    const { value, pointers, left } = takenOutOfDocument(document, named.get(id) ?? [], texts);
    if (pointers.length === 0 && left.length === 0) continue;
    const redacted = { id, digest: stored.digest, supersededBy: null as string | null, pointers, left };
    outcome.assessments.push(redacted);
    if (pointers.length === 0) continue;
    const printed = await reportsOf(manager, organizationId, id);
    outcome.reports.push(...printed.map((report) => ({ id: report, assessmentId: id })));
    if (outcome.preview) continue;
    const successor = await issueAnew(run, stored, value, pointers.length);
    redacted.supersededBy = successor.id;
    const move = moveComments(organizationId, id, successor.id);
    await manager.query(move.text, move.values as unknown[]);
    events.push(
      assessmentEvent(id, 'assessment.redacted', { digest: stored.digest, supersededBy: successor.id }),
      assessmentEvent(successor.id, 'assessment.reissued', { digest: successor.digest, supersedes: id }),
      ...(await emptyAssessment(run, stored)),
    );
  }
  return events;
}

/**
 * The same assessment but for the text, with a note of what events to it. Who reviewed and who signed off stay named: they stand behind all
 * that is left. A sealed one is signed anew by the installation, which so states that nothing else was changed.
 */
async function issueAnew(
  { manager, organizationId, body: { by, reason }, now, signingKey }: RedactionRun,
  stored: Assessment,
  redacted: AssessmentDocument,
  places: number,
): Promise<{ id: string; digest: string }> {
  const id = uuidv7();
  const redaction: Redaction = {
    at: now.toISOString(),
    by: { name: by.name, role: by.role },
    reason,
    places,
    supersedes: { assessmentId: stored.id, digest: stored.digest },
  };
  const redactions = [...(redacted.redactions ?? []), redaction];
  const document: AssessmentDocument = { ...redacted, assessmentId: id, redactions };
  const text = canonicalBytes(document);
  const digest = digestOf(text);
  await manager.insert(Assessment, {
    organizationId,
    id,
    version: 1,
    status: document.status,
    title: document.title,
    asOf: document.asOf,
    document: text,
    digest,
    seal: document.status === 'sealed' ? sealDocument(document, signingKey).seal : null,
    supersedes: stored.id,
    // Of two for one date the one drawn up last counts: taking text out of one does not make it the last.
    createdAt: stored.createdAt,
    updatedAt: now,
  });
  return { id, digest };
}

/** What is left of an assessment and its reports: when they were made, their digests, the seal. */
async function emptyAssessment(
  { manager, organizationId, texts, now }: RedactionRun,
  { id, title, version }: Assessment,
): Promise<HappenedEvent[]> {
  const left = { document: null, title: texts.takenOutOf(title), redactedAt: now };
  await manager.update(Assessment, { organizationId, id }, { ...left, version: version + 1, updatedAt: now });
  const { text, values } = redactReportsOn(organizationId, id);
  // TypeORM gives the rows of an update beside their number.
  const [reports] = await manager.query<[{ id: string; contentDigest: string | null }[], number]>(
    text,
    values as unknown[],
  );
  return reports.map((report) => ({
    action: 'report.redacted',
    subjectKind: 'report',
    subjectId: report.id,
    data: { assessmentId: id, contentDigest: report.contentDigest },
  }));
}

async function reportsOf(
  manager: EntityManager,
  organizationId: string,
  assessmentId: string,
): Promise<string[]> {
  const { text, values } = reportsOn(organizationId, assessmentId);
  const rows = await manager.query<{ id: string }[]>(text, values as unknown[]);
  return rows.map(({ id }) => id);
}

function assessmentEvent(id: string, action: string, data: Record<string, unknown>): HappenedEvent {
  return { action, subjectKind: 'assessment', subjectId: id, data };
}
