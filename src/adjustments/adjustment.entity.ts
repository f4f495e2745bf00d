import { Column, Entity } from 'typeorm';
import type { CalendarDate } from '../common/calendar-date';
import type { Level } from '../common/level';
import { KeyedRecord } from '../records/keyed-record.entity';
import type { AdjustmentTarget, PersonFields, WithdrawalFields } from './adjustment.fields';

@Entity('adjustment')
export class Adjustment extends KeyedRecord {
  @Column('text', { name: 'service_key', nullable: true })
  service: string | null;

  @Column('text')
  threat: string;

  @Column('text')
  target: AdjustmentTarget;

  @Column('text')
  level: Level;

  @Column('jsonb')
  assessor: PersonFields;

  @Column('text')
  reason: string;

  @Column('date', { name: 'decided_on' })
  decidedOn: CalendarDate;

  @Column('jsonb', { nullable: true })
  withdrawal: WithdrawalFields | null;
}
