import { Column, Entity } from 'typeorm';
import type { CalendarDate } from '../../common/calendar-date';
import { KeyedRecord } from '../../records/keyed-record.entity';
import type { CompletedByFields } from './obligation-completion.fields';
import type { SettingDecision } from './obligation-setting.fields';

@Entity('obligation_setting')
export class ObligationSetting extends KeyedRecord {
  @Column('text')
  obligation: string;

  @Column('text')
  decision: SettingDecision;

  @Column('integer', { nullable: true })
  months: number | null;

  @Column('text')
  reason: string;

  @Column('jsonb', { name: 'decided_by' })
  decidedBy: CompletedByFields;

  @Column('date', { name: 'decided_on' })
  decidedOn: CalendarDate;
}
