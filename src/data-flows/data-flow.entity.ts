import { Column, Entity } from 'typeorm';
import type { CalendarDate } from '../common/calendar-date';
import type { YesNoUnknown } from '../common/words';
import { KeyedRecord } from '../records/keyed-record.entity';
import type { DataClass, Identifiability, Party, RecipientRole, Transfer } from './data-flow.fields';
import type { ExceptionGround } from './exception-grounds';

class FlowFrom {
  @Column('text', { name: 'from_party' })
  party: Party;

  @Column('text', { name: 'from_subcontractor', nullable: true })
  subcontractor: string | null;
}

class FlowTo {
  @Column('text', { name: 'to_party' })
  party: Party;

  @Column('text', { name: 'to_subcontractor', nullable: true })
  subcontractor: string | null;
}

@Entity('data_flow')
export class DataFlow extends KeyedRecord {
  @Column('text', { name: 'service_key' })
  service: string;

  @Column(() => FlowFrom, { prefix: false })
  from: FlowFrom;

  @Column(() => FlowTo, { prefix: false })
  to: FlowTo;

  @Column('text', { name: 'data_classes', array: true })
  dataClasses: DataClass[];

  @Column('text')
  purpose: string;

  @Column('text', { nullable: true })
  transfer: Transfer | null;

  @Column('text', { name: 'carried_by', nullable: true })
  carriedBy: string | null;

  @Column('text')
  identifiability: Identifiability;

  @Column('text', { name: 'deidentification_evidence', nullable: true })
  deidentificationEvidence: string | null;

  @Column('text', { name: 'recipient_role' })
  recipientRole: RecipientRole;

  @Column('text', { name: 'exception_ground', nullable: true })
  exceptionGround: ExceptionGround | null;

  @Column('text', { name: 'exception_reason', nullable: true })
  exceptionReason: string | null;

  @Column('text', { name: 'exception_citation', nullable: true })
  exceptionCitation: string | null;

  @Column('text', { nullable: true })
  country: string | null;

  @Column('integer', { name: 'retention_days', nullable: true })
  retentionDays: number | null;

  @Column('text', { name: 'encrypted_in_transit' })
  encryptedInTransit: YesNoUnknown;

  @Column('text', { name: 'encrypted_at_rest' })
  encryptedAtRest: YesNoUnknown;

  @Column('integer', { name: 'clients_per_year', nullable: true })
  clientsPerYear: number | null;

  @Column('date', { nullable: true })
  since: CalendarDate | null;
}
