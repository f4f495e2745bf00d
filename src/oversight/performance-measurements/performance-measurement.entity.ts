import { Column, Entity } from 'typeorm';
import type { CalendarDate } from '../../common/calendar-date';
import { KeyedRecord } from '../../records/keyed-record.entity';
import type { CreditState, FigureKind, FigureScope, Measurer } from '../oversight-words';
import type { FigureUnit } from './promise-kept';

@Entity('performance_measurement')
export class PerformanceMeasurement extends KeyedRecord {
  @Column('text', { name: 'service_key' })
  service: string;

  @Column('text')
  figure: FigureKind;

  @Column('double precision')
  measured: number;

  @Column('text')
  unit: FigureUnit;

  @Column('text')
  scope: FigureScope;

  @Column('integer', { nullable: true })
  cases: number | null;

  @Column('text', { name: 'group_name', nullable: true })
  group: string | null;

  @Column('date', { name: 'period_start' })
  periodStart: CalendarDate;

  @Column('date', { name: 'period_end' })
  periodEnd: CalendarDate;

  @Column('text', { name: 'measured_by' })
  measuredBy: Measurer;

  @Column('text', { nullable: true })
  method: string | null;

  @Column('text', { name: 'service_level_key', nullable: true })
  serviceLevel: string | null;

  @Column('text', { nullable: true })
  credit: CreditState | null;

  @Column('date', { name: 'credit_claimed_on', nullable: true })
  creditClaimedOn: CalendarDate | null;

  @Column('text', { name: 'credit_note', nullable: true })
  creditNote: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('text', { name: 'evidence_keys', array: true, nullable: true })
  evidenceKeys: string[] | null;
}
