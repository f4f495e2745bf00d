// Named situations of a service that catalogs may refer to. What each means is in situations.ts.
export const SITUATION_NAMES = [
  'uses_ai',
  'phi_reaches_vendor',
  'phi_to_business_associate',
  'uses_ai_on_phi',
  'session_content_reaches_vendor',
  'recordings_reach_vendor',
  'audio_reaches_vendor',
  'records_sessions',
  'uses_ai_on_sessions',
  'drafts_clinical_text',
  'hosts_psychotherapy_notes',
  'limited_data_set_flows',
] as const;
export type SituationName = (typeof SITUATION_NAMES)[number];
