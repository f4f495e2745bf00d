import { Column, Entity } from 'typeorm';
import type { CalendarDate } from '../common/calendar-date';
import { KeyedRecord } from '../records/keyed-record.entity';
import type { Hazard, LocationAccess, LocationKind, SharedWith } from './asset-words';

@Entity('location')
export class Location extends KeyedRecord {
  @Column('text')
  name: string;

  @Column('text')
  kind: LocationKind;

  @Column('text', { nullable: true })
  responsible: string | null;

  @Column('text')
  access: LocationAccess;

  @Column('text', { name: 'shared_with' })
  sharedWith: SharedWith;

  @Column('text', { array: true, nullable: true })
  hazards: Hazard[] | null;

  @Column('text', { name: 'excluded_because', nullable: true })
  excludedBecause: string | null;

  @Column('date', { name: 'closed_on', nullable: true })
  closedOn: CalendarDate | null;

  @Column('date', { name: 'reviewed_on', nullable: true })
  reviewedOn: CalendarDate | null;
}
