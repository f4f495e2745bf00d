import { Column, Entity } from 'typeorm';
import type { ConsentKind } from '../../practice-measures/practice-measures.fields';
import { KeyedRecord } from '../../records/keyed-record.entity';
import type {
  ConsentFormAdoptionFields,
  ConsentFormAttestationFields,
  ConsentFormWithdrawalFields,
  FormReviewFields,
  OwnWordsFields,
} from './consent-form.fields';

@Entity('consent_form')
export class ConsentForm extends KeyedRecord {
  @Column('text')
  kind: ConsentKind;

  @Column('text', { name: 'form_version' })
  formVersion: string;

  @Column('jsonb', { name: 'own_words', nullable: true })
  ownWords: OwnWordsFields[] | null;

  @Column('jsonb', { nullable: true })
  review: FormReviewFields | null;

  @Column('text', { nullable: true })
  replaces: string | null;

  @Column('jsonb', { nullable: true })
  adoption: ConsentFormAdoptionFields | null;

  @Column('jsonb', { nullable: true })
  attestation: ConsentFormAttestationFields | null;

  @Column('jsonb', { nullable: true })
  withdrawal: ConsentFormWithdrawalFields | null;
}
