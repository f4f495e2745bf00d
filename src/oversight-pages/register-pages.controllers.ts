// The six registers of living with AI: each with its form. What they share is register-record-pages.ts.
import { BIAS_AUDIT } from '../oversight/bias-audits/bias-audit.record';
import { DISPUTED_DECISION } from '../oversight/disputed-decisions/disputed-decision.record';
import { EXIT_PLAN } from '../oversight/exit-plans/exit-plan.record';
import { LOG_REVIEW } from '../oversight/log-reviews/log-review.record';
import { PERFORMANCE_MEASUREMENT } from '../oversight/performance-measurements/performance-measurement.record';
import { VENDOR_REVIEW } from '../oversight/vendor-reviews/vendor-review.record';
import { Pages } from '../web/pages';
import { BIAS_AUDIT_FORM } from './forms/bias-audit.form';
import { DISPUTED_DECISION_FORM } from './forms/disputed-decision.form';
import { EXIT_PLAN_FORM } from './forms/exit-plan.form';
import { LOG_REVIEW_FORM } from './forms/log-review.form';
import { PERFORMANCE_FORM } from './forms/performance.form';
import { VENDOR_REVIEW_FORM } from './forms/vendor-review.form';
import { registerRecordPages } from './register-record-pages';

@Pages('organizations/:organizationId/registers/bias-audits')
export class BiasAuditPagesController extends registerRecordPages(BIAS_AUDIT, BIAS_AUDIT_FORM) {}

@Pages('organizations/:organizationId/registers/log-reviews')
export class LogReviewPagesController extends registerRecordPages(LOG_REVIEW, LOG_REVIEW_FORM) {}

@Pages('organizations/:organizationId/registers/disputed-decisions')
export class DisputedDecisionPagesController extends registerRecordPages(
  DISPUTED_DECISION,
  DISPUTED_DECISION_FORM,
) {}

@Pages('organizations/:organizationId/registers/performance-measurements')
export class PerformancePagesController extends registerRecordPages(
  PERFORMANCE_MEASUREMENT,
  PERFORMANCE_FORM,
) {}

@Pages('organizations/:organizationId/registers/vendor-reviews')
export class VendorReviewPagesController extends registerRecordPages(VENDOR_REVIEW, VENDOR_REVIEW_FORM) {}

@Pages('organizations/:organizationId/registers/exit-plans')
export class ExitPlanPagesController extends registerRecordPages(EXIT_PLAN, EXIT_PLAN_FORM) {}
