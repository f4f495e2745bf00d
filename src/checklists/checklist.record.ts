import type { RecordKind } from '../records/record-kind';
import { Checklist } from './checklist.entity';

export const CHECKLIST: RecordKind = {
  name: 'checklist',
  plural: 'checklists',
  entity: Checklist,
  dossierList: 'checklists',
  table: 'checklist',
  columns: 'r.service_key as service, r.answers',
};
