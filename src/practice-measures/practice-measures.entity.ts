import { Column, Entity } from 'typeorm';
import { KeyedRecord } from '../records/keyed-record.entity';
import type { AudioDeletionFields, ConsentFields, NoteReviewFields } from './practice-measures.fields';

@Entity('practice_measures')
export class PracticeMeasures extends KeyedRecord {
  @Column('text', { name: 'service_key' })
  service: string;

  @Column('jsonb', { nullable: true })
  consents: ConsentFields[] | null;

  @Column('jsonb', { name: 'note_review', nullable: true })
  noteReview: NoteReviewFields | null;

  @Column('jsonb', { name: 'audio_deletion', nullable: true })
  audioDeletion: AudioDeletionFields | null;
}
