import { Column, Entity } from 'typeorm';
import type { CalendarDate } from '../../common/calendar-date';
import { KeyedRecord } from '../../records/keyed-record.entity';
import type { ExitTrialFields } from './exit-plan.fields';

@Entity('exit_plan')
export class ExitPlan extends KeyedRecord {
  @Column('text', { name: 'service_key' })
  service: string;

  @Column('text', { name: 'answers_for' })
  answersFor: string;

  @Column('text', { name: 'goes_to', nullable: true })
  goesTo: string | null;

  @Column('text', { array: true, nullable: true })
  formats: string[] | null;

  @Column('text', { nullable: true })
  steps: string | null;

  @Column('integer', { name: 'notice_days', nullable: true })
  noticeDays: number | null;

  @Column('jsonb', { nullable: true })
  trials: ExitTrialFields[] | null;

  @Column('date', { name: 'leaving_on', nullable: true })
  leavingOn: CalendarDate | null;

  @Column('date', { name: 'access_until', nullable: true })
  accessUntil: CalendarDate | null;

  @Column('date', { name: 'certificate_on', nullable: true })
  certificateOn: CalendarDate | null;

  @Column('text', { name: 'certificate_evidence_key', nullable: true })
  certificateEvidence: string | null;
}
