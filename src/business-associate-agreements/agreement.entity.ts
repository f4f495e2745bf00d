import { Column, Entity } from 'typeorm';
import type { CalendarDate } from '../common/calendar-date';
import { KeyedRecord } from '../records/keyed-record.entity';
import type { AgreementKind, ProvisionVerdictFields } from './agreement.fields';

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
}
