import { Column, Entity } from 'typeorm';
import { KeyedRecord } from '../records/keyed-record.entity';
import type { PolicyTemplateId } from './policy-template';
import type {
  PolicyChoiceFields,
  PolicyPersonFields,
  PolicyRetirementFields,
  PolicyReviewFields,
} from './policy.fields';

@Entity('policy')
export class Policy extends KeyedRecord {
  @Column('text', { nullable: true })
  template: PolicyTemplateId | null;

  @Column('text')
  title: string;

  @Column('jsonb', { nullable: true })
  responsible: PolicyPersonFields | null;

  @Column('jsonb', { nullable: true })
  choices: PolicyChoiceFields[] | null;

  @Column('text', { nullable: true })
  additions: string | null;

  @Column('integer', { name: 'review_months' })
  reviewMonths: number;

  @Column('jsonb', { name: 'last_review', nullable: true })
  lastReview: PolicyReviewFields | null;

  @Column('jsonb', { nullable: true })
  retirement: PolicyRetirementFields | null;
}
