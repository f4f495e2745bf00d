import { Column, Entity } from 'typeorm';
import type { CalendarDate } from '../common/calendar-date';
import { KeyedRecord } from '../records/keyed-record.entity';
import type { PolicySectionFields } from './policy-version.fields';
import type { PolicyPersonFields } from './policy.fields';

@Entity('policy_version')
export class PolicyVersion extends KeyedRecord {
  @Column('text', { name: 'policy_key' })
  policy: string;

  @Column('integer')
  number: number;

  @Column('text')
  title: string;

  @Column('jsonb', { nullable: true })
  text: PolicySectionFields[] | null;

  @Column('text', { nullable: true })
  digest: string | null;

  @Column('text', { name: 'evidence_key', nullable: true })
  evidence: string | null;

  @Column('date', { name: 'adopted_on' })
  adoptedOn: CalendarDate;

  @Column('jsonb', { name: 'approved_by' })
  approvedBy: PolicyPersonFields;

  @Column('text')
  reason: string;
}
