import { Column, Entity } from 'typeorm';
import type { CalendarDate } from '../../common/calendar-date';
import type { YesNoUnknown } from '../../common/words';
import { KeyedRecord } from '../../records/keyed-record.entity';
import type { DisputeOutcome, OutputKind, Questioner } from '../oversight-words';

@Entity('disputed_decision')
export class DisputedDecision extends KeyedRecord {
  @Column('text', { name: 'service_key' })
  service: string;

  @Column('text')
  reference: string;

  @Column('text')
  output: OutputKind;

  @Column('text', { name: 'questioned_by' })
  questionedBy: Questioner;

  @Column('text', { name: 'asks_for_amendment' })
  asksForAmendment: YesNoUnknown;

  @Column('date', { name: 'received_on' })
  receivedOn: CalendarDate;

  @Column('integer', { name: 'answer_days' })
  answerDays: number;

  @Column('text', { nullable: true })
  reviewer: string | null;

  @Column('date', { name: 'decided_on', nullable: true })
  decidedOn: CalendarDate | null;

  @Column('text', { nullable: true })
  outcome: DisputeOutcome | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('date', { name: 'told_on', nullable: true })
  toldOn: CalendarDate | null;

  @Column('date', { name: 'appeal_on', nullable: true })
  appealOn: CalendarDate | null;

  @Column('integer', { name: 'appeal_days', nullable: true })
  appealDays: number | null;

  @Column('text', { name: 'appeal_reviewer', nullable: true })
  appealReviewer: string | null;

  @Column('date', { name: 'appeal_decided_on', nullable: true })
  appealDecidedOn: CalendarDate | null;

  @Column('text', { name: 'appeal_outcome', nullable: true })
  appealOutcome: DisputeOutcome | null;

  @Column('text', { nullable: true })
  lesson: string | null;

  @Column('text', { name: 'evidence_keys', array: true, nullable: true })
  evidenceKeys: string[] | null;
}
