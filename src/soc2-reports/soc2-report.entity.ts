import { Column, Entity } from 'typeorm';
import type { CalendarDate } from '../common/calendar-date';
import { KeyedRecord } from '../records/keyed-record.entity';
import type { Soc2ExceptionFields, Soc2Kind, Soc2Opinion, TrustServicesCategory } from './soc2-report.fields';

@Entity('soc2_report')
export class Soc2Report extends KeyedRecord {
  @Column('text', { name: 'vendor_key' })
  vendor: string;

  @Column('text')
  kind: Soc2Kind;

  @Column('text')
  opinion: Soc2Opinion;

  @Column('text')
  auditor: string;

  @Column('date', { name: 'period_start', nullable: true })
  periodStart: CalendarDate | null;

  @Column('date', { name: 'period_end' })
  periodEnd: CalendarDate;

  @Column('date', { name: 'bridge_letter_until', nullable: true })
  bridgeLetterUntil: CalendarDate | null;

  @Column('text', { array: true })
  categories: TrustServicesCategory[];

  @Column('text', { name: 'qualified_criteria', array: true, nullable: true })
  qualifiedCriteria: string[] | null;

  @Column('jsonb', { nullable: true })
  exceptions: Soc2ExceptionFields[] | null;
}
