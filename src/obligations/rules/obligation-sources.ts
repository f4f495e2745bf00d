// What obligations arise from. Records give subjects (src/obligations/subjects: one obligation for each tool, agreement, report ...); an event has no records yet
// and gives one line that waits for it to happen. A register to come (incidents, training, policies) turns its event into a source of records there.
import type { SubjectKind } from '../records/obligation-ids';

export const RECORD_SOURCES = [
  'practice',
  /** the practice, as soon as it uses a tool with AI */
  'ai_use',
  'ai_service',
  'ai_vendor',
  /** a tool that protected data goes to, at a business associate */
  'client_data_service',
  /** a tool with AI that drafts notes */
  'drafting_service',
  'agreement',
  'ended_agreement',
  'soc2_report',
  'attestation',
  'evidence',
  'audio_flow',
  'consent',
] as const;
export type RecordSource = (typeof RECORD_SOURCES)[number];

export const EVENT_SOURCES = ['incident', 'departure', 'violation', 'request', 'change', 'document'] as const;
export type EventSource = (typeof EVENT_SOURCES)[number];

export type ObligationSource = RecordSource | EventSource;
export const OBLIGATION_SOURCES: readonly ObligationSource[] = [...RECORD_SOURCES, ...EVENT_SOURCES];

/** What the subject of each source is: null for the practice itself. */
export const SUBJECT_OF_SOURCE: Readonly<Record<ObligationSource, SubjectKind | null>> = {
  practice: null,
  ai_use: null,
  ai_service: 'service',
  ai_vendor: 'vendor',
  client_data_service: 'service',
  drafting_service: 'service',
  agreement: 'agreement',
  ended_agreement: 'agreement',
  soc2_report: 'soc2_report',
  attestation: 'attestation',
  evidence: 'evidence',
  audio_flow: 'data_flow',
  consent: 'practice_measures',
  incident: 'event',
  departure: 'event',
  violation: 'event',
  request: 'event',
  change: 'event',
  document: 'event',
};

export function isEventSource(source: ObligationSource): source is EventSource {
  return (EVENT_SOURCES as readonly string[]).includes(source);
}
