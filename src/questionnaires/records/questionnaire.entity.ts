import { Column, Entity } from 'typeorm';
import type { CalendarDate } from '../../common/calendar-date';
import { KeyedRecord } from '../../records/keyed-record.entity';
import type { AskedQuestionFields } from './asked-question.fields';
import type { QuestionnaireState } from './lifecycle';
import type { QuestionnairePersonFields } from './person.fields';
import type { Subject } from './question-words';
import type { WithdrawalFields } from './questionnaire.fields';

/** Answers stand in a table of their own (questionnaire_answer), written by answer-writes.ts. */
@Entity('questionnaire')
export class Questionnaire extends KeyedRecord {
  @Column('text')
  about: Subject;

  @Column('text', { name: 'service_key', nullable: true })
  service: string | null;

  @Column('text', { name: 'catalog_version' })
  catalogVersion: string;

  @Column('text')
  state: QuestionnaireState;

  @Column('date', { name: 'issued_on', nullable: true })
  issuedOn: CalendarDate | null;

  @Column('date', { name: 'submitted_on', nullable: true })
  submittedOn: CalendarDate | null;

  @Column('jsonb', { name: 'submitted_by', nullable: true })
  submittedBy: QuestionnairePersonFields | null;

  @Column('text', { nullable: true })
  supersedes: string | null;

  @Column('jsonb', { nullable: true })
  withdrawal: WithdrawalFields | null;

  @Column('jsonb')
  questions: AskedQuestionFields[];
}
