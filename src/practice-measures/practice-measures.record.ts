import type { RecordKind } from '../records/record-kind';
import { PracticeMeasures } from './practice-measures.entity';

export const PRACTICE_MEASURES: RecordKind = {
  name: 'practice_measures',
  plural: 'practice-measures',
  entity: PracticeMeasures,
  dossierList: 'practiceMeasures',
  table: 'practice_measures',
  columns:
    'r.service_key as service, r.consents, r.note_review as "noteReview", r.audio_deletion as "audioDeletion"',
};
