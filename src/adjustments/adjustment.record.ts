import type { RecordKind } from '../records/record-kind';
import { Adjustment } from './adjustment.entity';

export const ADJUSTMENT: RecordKind = {
  name: 'adjustment',
  plural: 'adjustments',
  entity: Adjustment,
  dossierList: 'adjustments',
  table: 'adjustment',
  columns:
    'r.service_key as service, r.threat, r.target, r.level, r.assessor, r.reason, r.decided_on as "decidedOn", r.withdrawal',
  // Who ended it and why stays as it was said.
  isFrozen: ({ withdrawal }) => withdrawal !== null && withdrawal !== undefined,
};
