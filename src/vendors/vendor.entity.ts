import { Column, Entity } from 'typeorm';
import { KeyedRecord } from '../records/keyed-record.entity';
import type { VendorContactFields } from './contact.fields';
import type { VendorRole } from './vendor.fields';

@Entity('vendor')
export class Vendor extends KeyedRecord {
  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  website: string | null;

  @Column('text', { array: true, nullable: true })
  roles: VendorRole[] | null;

  @Column('text', { name: 'headquarters_country', nullable: true })
  headquartersCountry: string | null;

  @Column('jsonb', { nullable: true })
  contacts: VendorContactFields[] | null;
}
