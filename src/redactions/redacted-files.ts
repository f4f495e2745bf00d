// The names of uploaded files that hold a text. What is in the files is not searched.
import { In, type EntityManager } from 'typeorm';
import type { HappenedEvent } from '../audit-log/audit-log';
import { StoredFile } from '../files/stored-file.entity';
import type { RedactionOutcome } from './redaction.dto';
import { filesThatMayHold } from './redaction.query';
import { REDACTED } from '../common/redacted-mark';
import { type RemovedTexts } from './removed-texts';

/** A name is written with hyphens, underscores or none of them: whichever seems to hold the text goes whole. */
export async function redactFileNames(
  manager: EntityManager,
  organizationId: string,
  texts: RemovedTexts,
  outcome: RedactionOutcome,
): Promise<HappenedEvent[]> {
  const { text, values } = filesThatMayHold(organizationId, texts.marks);
  const files = await manager.query<{ id: string; name: string }[]>(text, values as unknown[]);
  const holding = files.filter(({ name }) => texts.seemsToBeIn(name));
  outcome.files.push(...holding.map(({ id }) => ({ id })));
  if (outcome.preview || holding.length === 0) return [];
  const ids = holding.map(({ id }) => id);
  await manager.update(StoredFile, { organizationId, id: In(ids) }, { name: REDACTED });
  return ids.map((id) => ({ action: 'file.redacted', subjectKind: 'file', subjectId: id, data: {} }));
}
