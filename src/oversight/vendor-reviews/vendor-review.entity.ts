import { Column, Entity } from 'typeorm';
import type { CalendarDate } from '../../common/calendar-date';
import { KeyedRecord } from '../../records/keyed-record.entity';
import type { ReviewConclusion, ReviewKind } from '../oversight-words';
import type { AgreedStepFields, ReviewedPointFields } from './vendor-review.fields';

@Entity('vendor_review')
export class VendorReview extends KeyedRecord {
  @Column('text', { name: 'vendor_key' })
  vendor: string;

  @Column('text')
  kind: ReviewKind;

  @Column('text', { array: true })
  services: string[];

  @Column('date', { name: 'done_on' })
  doneOn: CalendarDate;

  @Column('text', { name: 'took_part', array: true })
  tookPart: string[];

  @Column('jsonb')
  points: ReviewedPointFields[];

  @Column('jsonb', { nullable: true })
  agreed: AgreedStepFields[] | null;

  @Column('text')
  conclusion: ReviewConclusion;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('date', { name: 'next_on', nullable: true })
  nextOn: CalendarDate | null;

  @Column('text', { name: 'evidence_keys', array: true, nullable: true })
  evidenceKeys: string[] | null;
}
