import { Column, Entity } from 'typeorm';
import type { CalendarDate } from '../common/calendar-date';
import { KeyedRecord } from '../records/keyed-record.entity';
import type { StaffJob } from './training-module';

@Entity('staff_member')
export class StaffMember extends KeyedRecord {
  @Column('text')
  name: string;

  @Column('text', { array: true })
  jobs: StaffJob[];

  @Column('text', { nullable: true })
  email: string | null;

  @Column('date', { name: 'started_on', nullable: true })
  startedOn: CalendarDate | null;

  @Column('date', { name: 'left_on', nullable: true })
  leftOn: CalendarDate | null;
}
