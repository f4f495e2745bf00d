// The security risk assessment, and the report on one service, as reports: all that the rest of the application needs of them.
export {
  prepareSecurityRiskAssessment,
  prepareVendorReport,
  renderSecurityRiskAssessment,
  SecurityRiskAssessmentReport,
  type RenderReport,
} from './render-security-risk-assessment';
export { REPORT_KINDS, type ReportKind } from './sections';
