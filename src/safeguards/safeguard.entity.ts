import { Column, Entity } from 'typeorm';
import type { CalendarDate } from '../common/calendar-date';
import { KeyedRecord } from '../records/keyed-record.entity';
import type {
  AddressableDecisionFields,
  EarlierDecisionFields,
  SafeguardPersonFields,
  SafeguardStatus,
} from './safeguard.fields';

@Entity('safeguard')
export class Safeguard extends KeyedRecord {
  @Column('text')
  entry: string;

  @Column('text')
  status: SafeguardStatus;

  @Column('text', { nullable: true })
  done: string | null;

  @Column('text', { name: 'evidence_keys', array: true, nullable: true })
  evidenceKeys: string[] | null;

  @Column('jsonb', { nullable: true })
  owner: SafeguardPersonFields | null;

  @Column('date', { nullable: true })
  since: CalendarDate | null;

  @Column('date', { name: 'answered_on' })
  answeredOn: CalendarDate;

  @Column('date', { name: 'confirmed_on', nullable: true })
  confirmedOn: CalendarDate | null;

  @Column('jsonb', { nullable: true })
  decision: AddressableDecisionFields | null;

  @Column('jsonb', { name: 'earlier_decisions', nullable: true })
  earlierDecisions: EarlierDecisionFields[] | null;
}
