import { Column, Entity } from 'typeorm';
import { KeyedRecord } from '../records/keyed-record.entity';
import type { LevelMeasure, LevelRemedy, LevelUnit, LevelWindow } from './service-level.fields';

@Entity('service_level')
export class ServiceLevel extends KeyedRecord {
  @Column('text', { name: 'service_key' })
  service: string;

  @Column('text')
  measure: LevelMeasure;

  @Column('double precision')
  promised: number;

  @Column('text')
  unit: LevelUnit;

  @Column('text', { name: 'measured_over', nullable: true })
  measuredOver: LevelWindow | null;

  @Column('text')
  remedy: LevelRemedy;

  @Column('text', { nullable: true })
  penalty: string | null;

  @Column('text', { name: 'agreement_key', nullable: true })
  agreement: string | null;

  @Column('text', { array: true, nullable: true })
  exclusions: string[] | null;
}
