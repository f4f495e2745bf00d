import { Column, Entity } from 'typeorm';
import type { CalendarDate } from '../common/calendar-date';
import type { YesNoUnknown } from '../common/words';
import { KeyedRecord } from '../records/keyed-record.entity';
import type { ModelMetricFields } from './model-card.fields';

@Entity('model_card')
export class ModelCard extends KeyedRecord {
  @Column('text', { name: 'service_key' })
  service: string;

  @Column('text')
  model: string;

  @Column('text', { name: 'model_version' })
  modelVersion: string;

  @Column('text')
  provider: string;

  @Column('date', { name: 'released_on', nullable: true })
  releasedOn: CalendarDate | null;

  @Column('text', { name: 'intended_use' })
  intendedUse: string;

  @Column('text', { name: 'out_of_scope_uses', array: true, nullable: true })
  outOfScopeUses: string[] | null;

  @Column('text', { array: true, nullable: true })
  limitations: string[] | null;

  @Column('text', { name: 'training_data', nullable: true })
  trainingData: string | null;

  @Column('text', { name: 'trained_on_client_data' })
  trainedOnClientData: YesNoUnknown;

  @Column('text', { array: true, nullable: true })
  languages: string[] | null;

  @Column('text', { name: 'populations_evaluated', array: true, nullable: true })
  populationsEvaluated: string[] | null;

  @Column('jsonb', { nullable: true })
  metrics: ModelMetricFields[] | null;

  @Column('text', { nullable: true })
  reference: string | null;

  @Column('date', { name: 'dated_on' })
  datedOn: CalendarDate;
}
