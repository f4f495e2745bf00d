import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../common/calendar-date';
import type { AssessmentDocument, SealedAssessment } from './assessment.document';

@Entity('assessment')
export class Assessment {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('integer')
  version: number;

  @Column('text')
  status: AssessmentDocument['status'];

  @Column('text')
  title: string;

  @Column('date', { name: 'as_of' })
  asOf: CalendarDate;

  /** canonical bytes (RFC 8785); null once redacted */
  @Column('text', { nullable: true })
  document: string | null;

  /** SHA-256 of the canonical bytes, hex */
  @Column('text')
  digest: string;

  @Column('jsonb', { nullable: true })
  seal: SealedAssessment['seal'] | null;

  /** the assessment whose place this one took when text was taken out of it */
  @Column('uuid', { nullable: true })
  supersedes: string | null;

  @Column('timestamptz', { name: 'redacted_at', nullable: true })
  redactedAt: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
