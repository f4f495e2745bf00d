import { keepsWhatWasAttested } from '../records/attested';
import type { RecordKind } from '../records/record-kind';
import { TrainingRecord } from './training-record.entity';

export const TRAINING_RECORD: RecordKind = {
  name: 'training_record',
  plural: 'training-records',
  entity: TrainingRecord,
  dossierList: 'training',
  table: 'training_record',
  columns: `r.module, r.staff_member_key as "staffMember", r.completed_on as "completedOn", r.passed, r.judged_by as "judgedBy",
    r.shown, r.evidence_key as evidence, r.corrections`,
  keeps: keepsWhatWasAttested(['shown', 'evidence']),
};
