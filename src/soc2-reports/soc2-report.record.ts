import { linkedServices, type RecordKind } from '../records/record-kind';
import { Soc2Report } from './soc2-report.entity';

export const SOC2_REPORT: RecordKind = {
  name: 'soc2_report',
  plural: 'soc2-reports',
  entity: Soc2Report,
  dossierList: 'soc2Reports',
  table: 'soc2_report',
  columns: `r.vendor_key as vendor, r.kind, r.opinion, r.auditor, ${linkedServices('soc2_report_service', 'soc2_report_key')},
    r.period_start as "periodStart", r.period_end as "periodEnd", r.bridge_letter_until as "bridgeLetterUntil", r.categories,
    r.qualified_criteria as "qualifiedCriteria", r.exceptions`,
  serviceLinks: { table: 'soc2_report_service', ownerColumn: 'soc2_report_key' },
};
