/** The registers in which pages look for tasks: empty in the practices that are measured, and there all the same. */
export const REGISTER_TABLES = [
  ...['incident', 'incident_service', 'asset', 'asset_connection', 'policy', 'policy_version'],
  ...['log_review', 'disputed_decision', 'vendor_review', 'exit_plan'],
  ...['finding', 'risk_acceptance', 'practice_decision'],
];
