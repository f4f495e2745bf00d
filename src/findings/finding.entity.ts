import { Column, Entity } from 'typeorm';
import type { PersonFields } from '../adjustments/adjustment.fields';
import type { CalendarDate } from '../common/calendar-date';
import type { Level } from '../common/level';
import { KeyedRecord } from '../records/keyed-record.entity';
import type { CorrectiveActionFields, FindingReviewFields } from './finding.fields';
import type { FindingSource } from './finding-words';

@Entity('finding')
export class Finding extends KeyedRecord {
  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  detail: string | null;

  @Column('text')
  source: FindingSource;

  @Column('text', { name: 'source_id', nullable: true })
  sourceId: string | null;

  @Column('text', { name: 'service_key', nullable: true })
  service: string | null;

  @Column('text')
  severity: Level;

  @Column('date', { name: 'found_on' })
  foundOn: CalendarDate;

  @Column('jsonb', { name: 'found_by' })
  foundBy: PersonFields;

  @Column('jsonb', { nullable: true })
  actions: CorrectiveActionFields[] | null;

  @Column('jsonb', { nullable: true })
  reviews: FindingReviewFields[] | null;

  @Column('text', { name: 'acceptance_key', nullable: true })
  acceptance: string | null;

  @Column('text', { name: 'evidence_keys', array: true, nullable: true })
  evidenceKeys: string[] | null;
}
