// The security risk assessment as a report: all that the rest of the application needs of it.
export {
  prepareSecurityRiskAssessment,
  renderSecurityRiskAssessment,
  SecurityRiskAssessmentReport,
  type RenderReport,
} from './render-security-risk-assessment';
