import { Column, Entity } from 'typeorm';
import type { CalendarDate } from '../common/calendar-date';
import type { YesNoUnknown } from '../common/words';
import { KeyedRecord } from '../records/keyed-record.entity';
import type { StudyDesign, StudyFinding } from './clinical-validation.fields';

@Entity('clinical_validation')
export class ClinicalValidation extends KeyedRecord {
  @Column('text', { name: 'service_key' })
  service: string;

  @Column('text')
  study: string;

  @Column('text')
  design: StudyDesign;

  @Column('text', { nullable: true })
  setting: string | null;

  @Column('text', { nullable: true })
  population: string | null;

  @Column('integer', { name: 'sample_size', nullable: true })
  sampleSize: number | null;

  @Column('integer', { nullable: true })
  sites: number | null;

  @Column('text')
  independent: YesNoUnknown;

  @Column('text', { name: 'peer_reviewed' })
  peerReviewed: YesNoUnknown;

  @Column('text')
  finding: StudyFinding;

  @Column('text')
  outcome: string;

  @Column('text', { nullable: true })
  limitations: string | null;

  @Column('text', { name: 'model_card_key', nullable: true })
  modelCard: string | null;

  @Column('date', { name: 'published_on' })
  publishedOn: CalendarDate;

  @Column('text', { nullable: true })
  reference: string | null;
}
