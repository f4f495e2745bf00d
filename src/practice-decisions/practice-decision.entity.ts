import { Column, Entity } from 'typeorm';
import type { PersonFields } from '../adjustments/adjustment.fields';
import type { CalendarDate } from '../common/calendar-date';
import { KeyedRecord } from '../records/keyed-record.entity';
import type { DecisionConditionFields, LookedAtFields, PracticeOutcome } from './practice-decision.fields';

@Entity('practice_decision')
export class PracticeDecision extends KeyedRecord {
  @Column('text', { name: 'service_key', nullable: true })
  service: string | null;

  @Column('text')
  outcome: PracticeOutcome;

  @Column('jsonb', { name: 'decided_by' })
  decidedBy: PersonFields;

  @Column('date', { name: 'decided_on' })
  decidedOn: CalendarDate;

  @Column('text', { nullable: true })
  benefit: string | null;

  @Column('text', { nullable: true })
  risk: string | null;

  @Column('text')
  reasons: string;

  @Column('text', { name: 'contrary_reason', nullable: true })
  contraryReason: string | null;

  @Column('jsonb', { nullable: true })
  conditions: DecisionConditionFields[] | null;

  @Column('date', { name: 'review_on' })
  reviewOn: CalendarDate;

  @Column('text', { name: 'assessment_digest', nullable: true })
  assessmentDigest: string | null;

  @Column('jsonb', { name: 'looked_at', nullable: true })
  lookedAt: LookedAtFields | null;
}
