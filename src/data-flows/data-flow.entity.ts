import { Column, Entity } from 'typeorm';
import type { YesNoUnknown } from '../common/words';
import { KeyedRecord } from '../records/keyed-record.entity';
import type { DataClass, Identifiability, Party, RecipientRole } from './data-flow.fields';

export class FlowEnd {
  @Column('text')
  party: Party;

  @Column('text', { nullable: true })
  subcontractor: string | null;
}

@Entity('data_flow')
export class DataFlow extends KeyedRecord {
  @Column('text', { name: 'service_key' })
  service: string;

  @Column(() => FlowEnd, { prefix: 'from_' })
  from: FlowEnd;

  @Column(() => FlowEnd, { prefix: 'to_' })
  to: FlowEnd;

  @Column('text', { name: 'data_classes', array: true })
  dataClasses: DataClass[];

  @Column('text')
  purpose: string;

  @Column('text')
  identifiability: Identifiability;

  @Column('text', { name: 'deidentification_evidence', nullable: true })
  deidentificationEvidence: string | null;

  @Column('text', { name: 'recipient_role' })
  recipientRole: RecipientRole;

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
}
