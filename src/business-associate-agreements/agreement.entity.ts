import { Column, Entity } from 'typeorm';
import type { CalendarDate } from '../common/calendar-date';
import { KeyedRecord } from '../records/keyed-record.entity';
import type { AgreementKind } from './agreement.fields';
import type { AmendmentFields } from './amendment.fields';
import type { CoverageLimitFields } from './coverage-limit.fields';
import type { NoticePeriodFields } from './notice-period.fields';
import type { ProvisionVerdictFields } from './provision.fields';
import type { IncorporatedDocumentFields, SignatureFields } from './signing.fields';

@Entity('agreement')
export class Agreement extends KeyedRecord {
  @Column('text', { name: 'vendor_key' })
  vendor: string;

  @Column('text')
  kind: AgreementKind;

  @Column('text')
  title: string;

  @Column('date', { name: 'signed_on', nullable: true })
  signedOn: CalendarDate | null;

  @Column('date', { name: 'effective_on', nullable: true })
  effectiveOn: CalendarDate | null;

  @Column('date', { name: 'ends_on', nullable: true })
  endsOn: CalendarDate | null;

  @Column('date', { name: 'terminated_on', nullable: true })
  terminatedOn: CalendarDate | null;

  @Column('integer', { name: 'breach_notice_hours', nullable: true })
  breachNoticeHours: number | null;

  @Column('jsonb', { nullable: true })
  provisions: ProvisionVerdictFields[] | null;

  @Column('jsonb', { name: 'coverage_limits', nullable: true })
  coverageLimits: CoverageLimitFields[] | null;

  @Column('boolean', { name: 'includes_qsoa_terms', nullable: true })
  includesQsoaTerms: boolean | null;

  @Column('date', { name: 'requested_on', nullable: true })
  requestedOn: CalendarDate | null;

  @Column('date', { name: 'sent_on', nullable: true })
  sentOn: CalendarDate | null;

  @Column('date', { name: 'negotiating_since', nullable: true })
  negotiatingSince: CalendarDate | null;

  @Column('boolean', { name: 'auto_renews', nullable: true })
  autoRenews: boolean | null;

  @Column('integer', { name: 'renewal_term_months', nullable: true })
  renewalTermMonths: number | null;

  @Column('integer', { name: 'notice_days_to_leave', nullable: true })
  noticeDaysToLeave: number | null;

  @Column('text', { name: 'superseded_by', nullable: true })
  supersededBy: string | null;

  @Column('date', { name: 'superseded_on', nullable: true })
  supersededOn: CalendarDate | null;

  @Column('text', { name: 'vendor_entity', nullable: true })
  vendorEntity: string | null;

  @Column('text', { name: 'practice_entity', nullable: true })
  practiceEntity: string | null;

  @Column('jsonb', { nullable: true })
  signatures: SignatureFields[] | null;

  @Column('text', { name: 'evidence_keys', array: true, nullable: true })
  evidenceKeys: string[] | null;

  @Column('jsonb', { name: 'incorporated_documents', nullable: true })
  incorporatedDocuments: IncorporatedDocumentFields[] | null;

  @Column('jsonb', { name: 'notice_periods', nullable: true })
  noticePeriods: NoticePeriodFields | null;

  @Column('jsonb', { nullable: true })
  amendments: AmendmentFields[] | null;
}
