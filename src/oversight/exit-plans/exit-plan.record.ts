import type { RecordKind } from '../../records/record-kind';
import { ExitPlan } from './exit-plan.entity';

export const EXIT_PLAN: RecordKind = {
  name: 'exit_plan',
  plural: 'exit-plans',
  entity: ExitPlan,
  dossierList: 'exitPlans',
  table: 'exit_plan',
  columns: `r.service_key as service, r.answers_for as "answersFor", r.goes_to as "goesTo", r.formats, r.steps, r.notice_days as "noticeDays",
    r.trials, r.leaving_on as "leavingOn", r.access_until as "accessUntil", r.certificate_on as "certificateOn",
    r.certificate_evidence_key as "certificateEvidence"`,
};
