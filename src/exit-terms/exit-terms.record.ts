import type { RecordKind } from '../records/record-kind';
import { ExitTerms } from './exit-terms.entity';

export const EXIT_TERMS: RecordKind = {
  name: 'exit_terms',
  plural: 'exit-terms',
  entity: ExitTerms,
  dossierList: 'exitTerms',
  table: 'exit_terms',
  columns: `r.service_key as service, r.export_formats as "exportFormats", r.export_tested_on as "exportTestedOn",
    r.export_cost as "exportCost", r.export_cost_note as "exportCostNote", r.transition_days as "transitionDays",
    r.deletion_days as "deletionDays", r.backup_days as "backupDays",
    r.certificate_of_destruction as "certificateOfDestruction", r.notice_days as "noticeDays",
    r.covers_insolvency as "coversInsolvency", r.covers_change_of_control as "coversChangeOfControl", r.agreement_key as agreement`,
};
