import { Column, Entity } from 'typeorm';
import type { CalendarDate } from '../common/calendar-date';
import { KeyedRecord } from '../records/keyed-record.entity';
import type { EvidenceFileFields, EvidenceKind, EvidenceSource } from './evidence.fields';

@Entity('evidence')
export class Evidence extends KeyedRecord {
  @Column('text', { name: 'vendor_key', nullable: true })
  vendor: string | null;

  @Column('text')
  title: string;

  @Column('text')
  kind: EvidenceKind;

  @Column('text')
  source: EvidenceSource;

  @Column('date', { name: 'issued_on' })
  issuedOn: CalendarDate;

  @Column('date', { name: 'received_on', nullable: true })
  receivedOn: CalendarDate | null;

  @Column('date', { name: 'valid_until', nullable: true })
  validUntil: CalendarDate | null;

  @Column('boolean', { name: 'restricted_use', nullable: true })
  restrictedUse: boolean | null;

  @Column('text', { nullable: true })
  reference: string | null;

  @Column('jsonb', { nullable: true })
  file: EvidenceFileFields | null;
}
