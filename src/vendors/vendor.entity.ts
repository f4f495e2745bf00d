import { Column, Entity } from 'typeorm';
import { KeyedRecord } from '../records/keyed-record.entity';

@Entity('vendor')
export class Vendor extends KeyedRecord {
  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  website: string | null;
}
