import { Column, Entity } from 'typeorm';
import { KeyedRecord } from '../records/keyed-record.entity';
import type { ServiceFunction, SubcontractorFields } from './service.fields';

@Entity('service')
export class Service extends KeyedRecord {
  @Column('text', { name: 'vendor_key' })
  vendor: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  plan: string | null;

  @Column('text', { array: true })
  functions: ServiceFunction[];

  @Column('boolean', { name: 'uses_ai' })
  usesAi: boolean;

  @Column('text', { name: 'model_provider', nullable: true })
  modelProvider: string | null;

  @Column('jsonb', { nullable: true })
  subcontractors: SubcontractorFields[] | null;
}
