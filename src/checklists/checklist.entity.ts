import { Column, Entity } from 'typeorm';
import { KeyedRecord } from '../records/keyed-record.entity';
import type { ChecklistAnswerFields } from './checklist.fields';

@Entity('checklist')
export class Checklist extends KeyedRecord {
  @Column('text', { name: 'service_key' })
  service: string;

  @Column('jsonb')
  answers: ChecklistAnswerFields[];
}
