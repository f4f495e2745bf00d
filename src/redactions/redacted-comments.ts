// Comments on assessments that hold a text. They are no part of what is sealed: the text goes from them as it stands.
import type { EntityManager } from 'typeorm';
import { AnswerCommentDto } from '../assessments/comments/comment.dto';
import { AssessmentComment } from '../assessments/comments/comment.entity';
import type { HappenedEvent } from '../audit-log/audit-log';
import type { NamedPlaces } from './named-places';
import type { RedactionOutcome } from './redaction.dto';
import { commentsThatMayHold } from './redaction.query';
import type { RemovedTexts } from './removed-texts';
import { takenOutOfRecord } from './take-out';

interface Run {
  manager: EntityManager;
  organizationId: string;
  texts: RemovedTexts;
}

/**
 * Takes the texts out of every comment that holds them; in a preview only looks.
 * @param outcome is added to
 */
export async function redactComments(
  { manager, organizationId, texts }: Run,
  named: NamedPlaces['ofComments'],
  outcome: RedactionOutcome,
): Promise<HappenedEvent[]> {
  const query = commentsThatMayHold(organizationId, [...named.keys()], texts.marks);
  const comments = await manager.query<{ id: string; assessmentId: string; text: string }[]>(
    query.text,
    query.values as unknown[],
  );
  const events: HappenedEvent[] = [];
  for (const { id, assessmentId, text } of comments) {
    const { value, pointers, left } = takenOutOfRecord(
      AnswerCommentDto,
      { text },
      named.get(id) ?? [],
      texts,
    );
    if (pointers.length === 0 && left.length === 0) continue;
    outcome.comments.push({ id, assessmentId, pointers, left });
    if (pointers.length === 0 || outcome.preview) continue;
    await manager.update(AssessmentComment, { organizationId, id }, { text: value.text });
    events.push({
      action: 'assessment.comment-redacted',
      subjectKind: 'assessment',
      subjectId: assessmentId,
      data: { comment: id },
    });
  }
  return events;
}
