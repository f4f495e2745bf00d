import { Column, Entity, PrimaryColumn } from 'typeorm';
import { REPORT_KINDS, type ReportKind } from './security-risk-assessment/sections';

export const REPORT_FORMATS = ['pdf', 'html', 'xlsx'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export { REPORT_KINDS, type ReportKind };

export const REPORT_STATUSES = ['queued', 'printing', 'done', 'failed', 'redacted'] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

@Entity('report')
export class Report {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'assessment_id' })
  assessmentId: string;

  @Column('text')
  kind: ReportKind;

  /** key of the service that a vendor report is on; null otherwise */
  @Column('text', { name: 'service_key', nullable: true })
  service: string | null;

  @Column('text')
  format: ReportFormat;

  @Column('text')
  status: ReportStatus;

  /** code of why it failed */
  @Column('text', { nullable: true })
  failure: string | null;

  @Column('bytea', { nullable: true })
  content: Buffer | null;

  /** SHA-256 of the content, hex */
  @Column('text', { name: 'content_digest', nullable: true })
  contentDigest: string | null;

  /** digest of the document that it was printed from */
  @Column('text', { name: 'document_digest' })
  documentDigest: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;
}
