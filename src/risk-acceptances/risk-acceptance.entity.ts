import { Column, Entity } from 'typeorm';
import type { PersonFields } from '../adjustments/adjustment.fields';
import type { CalendarDate } from '../common/calendar-date';
import type { Level } from '../common/level';
import { KeyedRecord } from '../records/keyed-record.entity';
import type { AcceptanceEndFields, AcceptedBasisFields } from './risk-acceptance.fields';

@Entity('risk_acceptance')
export class RiskAcceptance extends KeyedRecord {
  @Column('text')
  threat: string;

  @Column('text', { name: 'service_key', nullable: true })
  service: string | null;

  @Column('jsonb', { name: 'accepted_by' })
  acceptedBy: PersonFields;

  @Column('text')
  reason: string;

  @Column('text', { nullable: true })
  meanwhile: string | null;

  @Column('date')
  until: CalendarDate;

  @Column('text', { name: 'renews_key', nullable: true })
  renews: string | null;

  @Column('text')
  level: Level;

  @Column('date', { name: 'accepted_on' })
  acceptedOn: CalendarDate;

  @Column('jsonb')
  basis: AcceptedBasisFields;

  @Column('jsonb', { nullable: true })
  ended: AcceptanceEndFields | null;
}
