import type { RecordKind } from '../../records/record-kind';
import { ObligationSetting } from './obligation-setting.entity';

export const OBLIGATION_SETTING: RecordKind = {
  name: 'obligation_setting',
  plural: 'obligation-settings',
  entity: ObligationSetting,
  dossierList: 'obligationSettings',
  table: 'obligation_setting',
  columns: `r.obligation, r.decision, r.months, r.reason, r.decided_by as "decidedBy", r.decided_on as "decidedOn"`,
};
