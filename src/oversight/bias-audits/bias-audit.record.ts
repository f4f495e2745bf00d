import type { RecordKind } from '../../records/record-kind';
import { BiasAudit } from './bias-audit.entity';

export const BIAS_AUDIT: RecordKind = {
  name: 'bias_audit',
  plural: 'bias-audits',
  entity: BiasAudit,
  dossierList: 'biasAudits',
  table: 'bias_audit',
  columns: `r.service_key as service, r.output, r.measure, r.method, r.done_by as "doneBy", r.period_start as "periodStart", r.period_end as
    "periodEnd", r.done_on as "doneOn", r.smallest_group as "smallestGroup", r.threshold_percent as "thresholdPercent",
    r.threshold_set_on as "thresholdSetOn", r.groups, r.findings, r.culture_missed as "cultureMissed", r.actions, r.next_on as
    "nextOn", r.evidence_keys as "evidenceKeys"`,
};
