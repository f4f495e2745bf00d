import { Column, Entity } from 'typeorm';
import type { CalendarDate } from '../common/calendar-date';
import type { Basis, YesNoUnknown } from '../common/words';
import { KeyedRecord } from '../records/keyed-record.entity';
import type { Ownership, VendorInsuranceFields } from './financial-standing.fields';

@Entity('financial_standing')
export class FinancialStanding extends KeyedRecord {
  @Column('text', { name: 'vendor_key' })
  vendor: string;

  @Column('date', { name: 'as_of' })
  asOf: CalendarDate;

  @Column('integer', { name: 'years_in_business', nullable: true })
  yearsInBusiness: number | null;

  @Column('text')
  ownership: Ownership;

  @Column('text', { nullable: true })
  funding: string | null;

  @Column('text')
  profitable: YesNoUnknown;

  @Column('boolean', { name: 'audited_statements_seen' })
  auditedStatementsSeen: boolean;

  @Column('integer', { name: 'runway_months', nullable: true })
  runwayMonths: number | null;

  @Column('jsonb', { nullable: true })
  insurance: VendorInsuranceFields | null;

  @Column('text')
  basis: Basis;

  @Column('text', { nullable: true })
  source: string | null;
}
