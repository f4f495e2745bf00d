import { Column, Entity } from 'typeorm';
import type { CalendarDate } from '../common/calendar-date';
import { KeyedRecord } from '../records/keyed-record.entity';
import type { AcknowledgedHow } from './policy-acknowledgement.fields';
import type { PolicyPersonFields } from './policy.fields';

@Entity('policy_acknowledgement')
export class PolicyAcknowledgement extends KeyedRecord {
  @Column('text', { name: 'policy_version_key' })
  policyVersion: string;

  @Column('text', { name: 'staff_member_key' })
  staffMember: string;

  @Column('date', { name: 'acknowledged_on' })
  acknowledgedOn: CalendarDate;

  @Column('text')
  how: AcknowledgedHow;

  @Column('jsonb', { name: 'noted_by', nullable: true })
  notedBy: PolicyPersonFields | null;
}
