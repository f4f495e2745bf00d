// What was issued: assessments with their seals as they are stored, and reports as they were printed.
import { assessmentDocument, assessmentPage } from '../assessments/assessment.query';
import type { AssessmentResponse } from '../assessments/assessment.dto';
import type { Assessment } from '../assessments/assessment.entity';
import { envelopeText } from '../assessments/stored-envelope';
import type { ReportResponse } from '../reports/report.dto';
import type { Report } from '../reports/report.entity';
import { everyComment } from '../assessments/comments/comment.query';
import type { CommentResponse } from '../assessments/comments/comment.dto';
import { reportContent, reportPage } from '../reports/report.query';
import type { ExportArchive } from './export-archive';
import { jsonList, rowsById, type Snapshot } from './rows';

const PAGE = 100;

export async function addDocuments(archive: ExportArchive, snapshot: Snapshot): Promise<void> {
  await addAssessments(archive, snapshot);
  await addComments(archive, snapshot);
  await addReports(archive, snapshot);
}

/** The stored text goes out as it is, never parsed and written anew. Of one that was redacted there is only what the list says. */
async function addAssessments(archive: ExportArchive, { client, organizationId }: Snapshot): Promise<void> {
  const assessments = (): AsyncGenerator<AssessmentResponse> =>
    rowsById<AssessmentResponse>(client, (after) => assessmentPage(organizationId, after, PAGE));
  await archive.add('assessments.json', jsonList(assessments()));
  for await (const { id, asOf, redactedAt } of assessments()) {
    if (redactedAt) continue;
    const { rows } = await client.query<Assessment>(assessmentDocument(organizationId, id));
    const [assessment] = rows;
    if (assessment) await archive.add(`assessments/${asOf}-${id}.json`, [envelopeText(assessment)]);
  }
}

/** What was said of assessments before they were sealed: beside them, as no part of what is signed. */
async function addComments(archive: ExportArchive, { client, organizationId }: Snapshot): Promise<void> {
  const comments = rowsById<CommentResponse>(client, (after) => everyComment(organizationId, after, PAGE));
  await archive.add('assessment-comments.json', jsonList(comments));
}

async function addReports(archive: ExportArchive, { client, organizationId }: Snapshot): Promise<void> {
  const reports = (): AsyncGenerator<ReportResponse> =>
    rowsById<ReportResponse>(client, (after) => reportPage(organizationId, after, PAGE));
  await archive.add('reports.json', jsonList(reports()));
  for await (const { id, createdAt, kind, format } of reports()) {
    const { rows } = await client.query<Pick<Report, 'content'>>(reportContent(organizationId, id));
    const content = rows[0]?.content;
    if (!content) continue; // waiting, or failed: reports.json says so
    const day = createdAt.toISOString().slice(0, 10);
    await archive.add(`reports/${day}-${id}-${kind}.${format}`, [content]);
  }
}
