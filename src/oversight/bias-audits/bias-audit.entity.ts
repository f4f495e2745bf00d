import { Column, Entity } from 'typeorm';
import type { CalendarDate } from '../../common/calendar-date';
import { KeyedRecord } from '../../records/keyed-record.entity';
import type { OutputKind } from '../oversight-words';
import type { CountedGroupFields } from './bias-audit.fields';

@Entity('bias_audit')
export class BiasAudit extends KeyedRecord {
  @Column('text', { name: 'service_key' })
  service: string;

  @Column('text')
  output: OutputKind;

  @Column('text')
  measure: string;

  @Column('text')
  method: string;

  @Column('text', { name: 'done_by' })
  doneBy: string;

  @Column('date', { name: 'period_start' })
  periodStart: CalendarDate;

  @Column('date', { name: 'period_end' })
  periodEnd: CalendarDate;

  @Column('date', { name: 'done_on' })
  doneOn: CalendarDate;

  @Column('integer', { name: 'smallest_group' })
  smallestGroup: number;

  @Column('integer', { name: 'threshold_percent' })
  thresholdPercent: number;

  @Column('date', { name: 'threshold_set_on' })
  thresholdSetOn: CalendarDate;

  @Column('jsonb')
  groups: CountedGroupFields[];

  @Column('text')
  findings: string;

  @Column('text', { name: 'culture_missed', nullable: true })
  cultureMissed: string | null;

  @Column('text', { nullable: true })
  actions: string | null;

  @Column('date', { name: 'next_on', nullable: true })
  nextOn: CalendarDate | null;

  @Column('text', { name: 'evidence_keys', array: true, nullable: true })
  evidenceKeys: string[] | null;
}
