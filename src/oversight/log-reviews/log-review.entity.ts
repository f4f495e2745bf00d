import { Column, Entity } from 'typeorm';
import type { CalendarDate } from '../../common/calendar-date';
import { KeyedRecord } from '../../records/keyed-record.entity';
import type { EntryChoice, LogKind } from '../oversight-words';
import type { AnomalyFields } from './log-review.fields';

@Entity('log_review')
export class LogReview extends KeyedRecord {
  @Column('text', { name: 'service_key' })
  service: string;

  @Column('text')
  log: LogKind;

  @Column('date', { name: 'period_start' })
  periodStart: CalendarDate;

  @Column('date', { name: 'period_end' })
  periodEnd: CalendarDate;

  @Column('date', { name: 'done_on' })
  doneOn: CalendarDate;

  @Column('text', { name: 'done_by' })
  doneBy: string;

  @Column('integer')
  entries: number;

  @Column('integer', { name: 'looked_at' })
  lookedAt: number;

  @Column('text')
  chosen: EntryChoice;

  @Column('jsonb')
  anomalies: AnomalyFields[];

  @Column('text', { name: 'follow_up', nullable: true })
  followUp: string | null;

  @Column('text', { name: 'incident_key', nullable: true })
  incident: string | null;

  @Column('date', { name: 'next_on', nullable: true })
  nextOn: CalendarDate | null;

  @Column('text', { name: 'evidence_keys', array: true, nullable: true })
  evidenceKeys: string[] | null;
}
