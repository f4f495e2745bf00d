import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SectionId } from '../assessment-sections';
import type { CommentingPerson } from './comment.dto';

@Entity('assessment_comment')
export class AssessmentComment {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'assessment_id' })
  assessmentId: string;

  @Column('text')
  section: SectionId;

  @Column('text', { name: 'service_key', nullable: true })
  service: string | null;

  @Column('uuid', { name: 'answer_to', nullable: true })
  answerTo: string | null;

  @Column('text')
  text: string;

  @Column('jsonb')
  author: CommentingPerson;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'resolved_at', nullable: true })
  resolvedAt: Date | null;

  @Column('jsonb', { name: 'resolved_by', nullable: true })
  resolvedBy: CommentingPerson | null;
}
