import { Column, Entity } from 'typeorm';
import { KeyedRecord } from '../records/keyed-record.entity';
import type {
  IntegrationFields,
  ModelProviderFields,
  ModelVersionFields,
  ServiceFunction,
  ServicePlanFields,
  SubcontractorFields,
} from './service.fields';

@Entity('service')
export class Service extends KeyedRecord {
  @Column('text', { name: 'vendor_key' })
  vendor: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  plan: string | null;

  @Column('jsonb', { nullable: true })
  plans: ServicePlanFields[] | null;

  @Column('text', { array: true })
  functions: ServiceFunction[];

  @Column('boolean', { name: 'uses_ai' })
  usesAi: boolean;

  @Column('text', { name: 'model_provider', nullable: true })
  modelProvider: string | null;

  @Column('jsonb', { name: 'model_providers', nullable: true })
  modelProviders: ModelProviderFields[] | null;

  @Column('jsonb', { name: 'model_versions', nullable: true })
  modelVersions: ModelVersionFields[] | null;

  @Column('jsonb', { nullable: true })
  subcontractors: SubcontractorFields[] | null;

  @Column('jsonb', { nullable: true })
  integrations: IntegrationFields[] | null;

  @Column('text', { name: 'hosting_countries', array: true, nullable: true })
  hostingCountries: string[] | null;

  @Column('text', { name: 'hosting_regions', array: true, nullable: true })
  hostingRegions: string[] | null;
}
