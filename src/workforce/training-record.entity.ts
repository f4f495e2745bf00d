import { Column, Entity } from 'typeorm';
import type { CalendarDate } from '../common/calendar-date';
import type { CorrectionFields } from '../records/correction.fields';
import { KeyedRecord } from '../records/keyed-record.entity';
import type { TrainingModuleId } from './training-module';
import type { JudgedByFields } from './training-record.fields';

@Entity('training_record')
export class TrainingRecord extends KeyedRecord {
  @Column('text')
  module: TrainingModuleId;

  @Column('text', { name: 'staff_member_key' })
  staffMember: string;

  @Column('date', { name: 'completed_on' })
  completedOn: CalendarDate;

  @Column('boolean')
  passed: boolean;

  @Column('jsonb', { name: 'judged_by' })
  judgedBy: JudgedByFields;

  @Column('text', { nullable: true })
  shown: string | null;

  @Column('text', { name: 'evidence_key', nullable: true })
  evidence: string | null;

  @Column('jsonb', { nullable: true })
  corrections: CorrectionFields[] | null;
}
