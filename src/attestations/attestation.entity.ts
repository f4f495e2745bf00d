import { Column, Entity } from 'typeorm';
import type { CalendarDate } from '../common/calendar-date';
import type { YesNoUnknown } from '../common/words';
import { KeyedRecord } from '../records/keyed-record.entity';
import type { AttestationKind, AttestationProof, OpenFindingsFields } from './attestation.fields';

@Entity('attestation')
export class Attestation extends KeyedRecord {
  @Column('text', { name: 'vendor_key' })
  vendor: string;

  @Column('text')
  kind: AttestationKind;

  @Column('text', { nullable: true })
  scope: string | null;

  @Column('text', { name: 'certified_entity', nullable: true })
  certifiedEntity: string | null;

  @Column('text')
  issuer: string;

  @Column('text', { nullable: true })
  number: string | null;

  @Column('date', { name: 'issued_on' })
  issuedOn: CalendarDate;

  @Column('date', { name: 'valid_until', nullable: true })
  validUntil: CalendarDate | null;

  @Column('date', { name: 'surveillance_on', nullable: true })
  surveillanceOn: CalendarDate | null;

  @Column('date', { name: 'withdrawn_on', nullable: true })
  withdrawnOn: CalendarDate | null;

  @Column('text', { name: 'accredited_body', nullable: true })
  accreditedBody: YesNoUnknown | null;

  @Column('text', { name: 'independent_issuer', nullable: true })
  independentIssuer: YesNoUnknown | null;

  @Column('text', { name: 'covered_by_opinion', nullable: true })
  coveredByOpinion: YesNoUnknown | null;

  @Column('jsonb', { name: 'open_findings', nullable: true })
  openFindings: OpenFindingsFields | null;

  @Column('text', { name: 'covers_ai', nullable: true })
  coversAi: YesNoUnknown | null;

  @Column('text', { nullable: true })
  proof: AttestationProof | null;

  @Column('text', { nullable: true })
  statement: string | null;
}
