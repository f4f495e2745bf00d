import { Column, Entity } from 'typeorm';
import type { CalendarDate } from '../../common/calendar-date';
import type { CorrectionFields } from '../../records/correction.fields';
import { KeyedRecord } from '../../records/keyed-record.entity';
import type { CompletedByFields, ObligationSubjectFields } from './obligation-completion.fields';

@Entity('obligation_completion')
export class ObligationCompletion extends KeyedRecord {
  @Column('text')
  obligation: string;

  @Column('jsonb', { nullable: true })
  subject: ObligationSubjectFields | null;

  @Column('text')
  period: string;

  @Column('date', { name: 'happened_on', nullable: true })
  happenedOn: CalendarDate | null;

  @Column('date', { name: 'done_on' })
  doneOn: CalendarDate;

  @Column('jsonb', { name: 'done_by' })
  doneBy: CompletedByFields;

  @Column('text', { nullable: true })
  found: string | null;

  @Column('text', { nullable: true })
  proof: string | null;

  @Column('text', { name: 'evidence_key', nullable: true })
  evidence: string | null;

  @Column('jsonb', { nullable: true })
  corrections: CorrectionFields[] | null;
}
