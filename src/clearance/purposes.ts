// What somebody may want to use a service for. A service is cleared for what its record says it does, and for nothing else.
import type { DataClass } from '../data-flows/data-flow.fields';
import type { ServiceFunction } from '../vendors/service.fields';

export const PURPOSES = [
  'record_session',
  'draft_note',
  'ask_assistant',
  'schedule',
  'bill',
  'message_client',
  'telehealth',
  'screen_intake',
  'keep_records',
] as const;
export type Purpose = (typeof PURPOSES)[number];

interface PurposeMeaning {
  /** a service that does one of these serves the purpose */
  readonly functions: readonly ServiceFunction[];
  /** one of these goes to the service whenever it is used so, whether or not the request names it; empty: nothing in particular */
  readonly alwaysSends: readonly DataClass[];
}

export const PURPOSE_MEANINGS: Readonly<Record<Purpose, PurposeMeaning>> = {
  record_session: { functions: ['session_recording'], alwaysSends: ['session_audio', 'session_video'] },
  draft_note: {
    functions: ['session_recording', 'drafting_from_summary', 'chat_assistant'],
    alwaysSends: [],
  },
  ask_assistant: { functions: ['chat_assistant'], alwaysSends: [] },
  schedule: { functions: ['scheduling'], alwaysSends: ['contact_and_appointment'] },
  bill: { functions: ['billing'], alwaysSends: ['billing'] },
  message_client: { functions: ['client_messaging'], alwaysSends: [] },
  telehealth: { functions: ['telehealth'], alwaysSends: ['session_audio', 'session_video'] },
  screen_intake: { functions: ['intake'], alwaysSends: [] },
  keep_records: { functions: ['health_records'], alwaysSends: [] },
};
