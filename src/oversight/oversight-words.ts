// The closed lists of the registers of living with AI. What each is called on pages and in reports stands in catalogs/ai-oversight.yaml.

/** What AI put out, or decided, that somebody may question or that an audit looks at. */
export const OUTPUT_KINDS = [
  'note',
  'summary',
  'treatment',
  'risk_flag',
  'appointment',
  'billing',
  'insurance_cover',
  'message',
  'other',
] as const;
export type OutputKind = (typeof OUTPUT_KINDS)[number];

/** By what an audit for unequal results tells groups apart. */
export const GROUP_DIMENSIONS = [
  'age',
  'gender',
  'diagnosis',
  'insurance',
  'race_ethnicity',
  'language',
  'disability',
  'religion',
  'sexual_orientation',
  'place',
  'other',
] as const;
export type GroupDimension = (typeof GROUP_DIMENSIONS)[number];

export const LOG_KINDS = ['ai_decisions', 'access', 'permissions', 'settings', 'exports'] as const;
export type LogKind = (typeof LOG_KINDS)[number];

export const ENTRY_CHOICES = ['all', 'at_random', 'by_risk', 'unknown'] as const;
/** how the entries that were looked at were chosen */
export type EntryChoice = (typeof ENTRY_CHOICES)[number];

export const ANOMALY_KINDS = [
  'opened_without_reason',
  'unusual_hours',
  'unknown_device',
  'access_left_open',
  'large_export',
  'output_wrong',
  'output_not_reviewed',
  'settings_changed',
  'gap_in_log',
  'other',
] as const;
export type AnomalyKind = (typeof ANOMALY_KINDS)[number];

/** Who questioned what AI decided: a role, never a person. */
export const QUESTIONERS = ['client', 'representative', 'clinician', 'payer', 'staff'] as const;
export type Questioner = (typeof QUESTIONERS)[number];

export const DISPUTE_OUTCOMES = ['upheld', 'changed', 'withdrawn'] as const;
export type DisputeOutcome = (typeof DISPUTE_OUTCOMES)[number];

export const FIGURE_KINDS = [
  'uptime',
  'response_time',
  'support_response',
  'incident_response',
  'resolution',
  'draft_turnaround',
  'accuracy',
  'summary_accuracy',
  'edits_per_note',
  'error_reports',
  'false_alarms',
  'engagement',
  'synchronization_accuracy',
] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

/** What a measured number says of the period: everything in it taken together, the usual case, or the worst case. */
export const FIGURE_SCOPES = ['whole_period', 'average', 'worst_case'] as const;
export type FigureScope = (typeof FIGURE_SCOPES)[number];

export const MEASURERS = ['practice', 'vendor', 'independent'] as const;
export type Measurer = (typeof MEASURERS)[number];

export const CREDIT_STATES = ['not_claimed', 'claimed', 'received', 'refused'] as const;
export type CreditState = (typeof CREDIT_STATES)[number];

export const REVIEW_KINDS = [
  'business_review',
  'security_check',
  'processing_audit',
  'data_handling',
] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];

export const AGENDA_POINTS = [
  'performance',
  'promises_kept',
  'security_incidents',
  'new_functions',
  'ethics',
  'disputes_and_errors',
  'unequal_results',
  'support',
  'costs_and_plans',
  'security_changes',
  'certificates',
  'subprocessors',
  'terms_changed',
  'purposes',
  'training_use',
  'where_data_lies',
  'retention',
  'access_by_vendor',
] as const;
export type AgendaPoint = (typeof AGENDA_POINTS)[number];

export const POINT_STANDINGS = ['no_concern', 'concern', 'not_discussed'] as const;
export type PointStanding = (typeof POINT_STANDINGS)[number];

export const REVIEW_CONCLUSIONS = ['go_on', 'go_on_with_conditions', 'look_for_another', 'leave'] as const;
export type ReviewConclusion = (typeof REVIEW_CONCLUSIONS)[number];

export const TRIAL_RESULTS = ['complete', 'partly', 'failed'] as const;
export type TrialResult = (typeof TRIAL_RESULTS)[number];

/** The registers, by the noun of their records. */
export const OVERSIGHT_KINDS = [
  'bias_audit',
  'log_review',
  'disputed_decision',
  'performance_measurement',
  'vendor_review',
  'exit_plan',
] as const;
export type OversightKind = (typeof OVERSIGHT_KINDS)[number];
