// Named gate rules that the scoring model may refer to. Each is a function in this folder.
export const GATE_RULE_NAMES = [
  'agreement_required',
  'no_training',
  'no_sale',
  'psychotherapy_notes',
  'part_2',
  'recording_consent_law',
  'recording_consent_unclear',
  'state_ai_act',
  'state_ai_talk',
  'state_ai_feelings',
  'state_note_review',
  'records_in_united_states',
  'audio_deletion_term',
] as const;
export type GateRuleName = (typeof GATE_RULE_NAMES)[number];
