// What each named situation means. All but the two about AI only ever turn true when a flow or a data class is added.
import type { DataClass } from '../../data-flows/data-flow.fields';
import type { ServiceFunction } from '../../vendors/service.fields';
import { carries, type Flow } from './protected-flows';
import type { ServiceGround } from './service-view';
import type { SituationName } from './situation-names';

export const AUDIO_AND_VIDEO: readonly DataClass[] = ['session_audio', 'session_video'];
const RECORDINGS: readonly DataClass[] = [...AUDIO_AND_VIDEO, 'transcripts'];
const SESSION_CONTENT: readonly DataClass[] = [
  ...RECORDINGS,
  'psychotherapy_notes',
  'progress_notes',
  'substance_use_records',
];
const DRAFTING: readonly ServiceFunction[] = ['session_recording', 'drafting_from_summary', 'chat_assistant'];
const HOSTING: readonly ServiceFunction[] = ['health_records'];

export function holds(situation: SituationName, ground: ServiceGround): boolean {
  return SITUATIONS[situation](ground);
}

const SITUATIONS: Record<SituationName, (ground: ServiceGround) => boolean> = {
  uses_ai: ({ facts }) => facts.service.usesAi,
  phi_reaches_vendor: ({ protectedFlows }) => protectedFlows.length > 0,
  phi_to_business_associate: ({ toBusinessAssociate }) => toBusinessAssociate,
  uses_ai_on_phi: ({ facts, protectedFlows }) => facts.service.usesAi && protectedFlows.length > 0,
  session_content_reaches_vendor: (ground) => reaches(ground, SESSION_CONTENT),
  recordings_reach_vendor: (ground) => reaches(ground, RECORDINGS),
  audio_reaches_vendor: (ground) => reaches(ground, AUDIO_AND_VIDEO),
  records_sessions: recordsSessions,
  uses_ai_on_sessions: (ground) =>
    ground.facts.service.usesAi &&
    (recordsSessions(ground) || ground.vendorFlows.some((flow) => carries(flow, ['transcripts']))),
  drafts_clinical_text: (ground) =>
    ground.facts.service.usesAi &&
    ground.facts.service.functions.some((name) => DRAFTING.includes(name)) &&
    reaches(ground, SESSION_CONTENT),
  hosts_psychotherapy_notes: (ground) =>
    hostsOnly(ground) && ground.protectedClasses.has('psychotherapy_notes'),
  limited_data_set_flows: ({ vendorFlows }) =>
    vendorFlows.some(({ identifiability }) => identifiability === 'limited_data_set'),
};

/** True for a record system without AI: it holds notes for the clinician who wrote them and does nothing else with them. */
export function hostsOnly({ facts }: ServiceGround): boolean {
  return !facts.service.usesAi && facts.service.functions.every((name) => HOSTING.includes(name));
}

/**
 * Consent to recording is asked whether or not the recording is de-identified later. A video call without AI that keeps
 * nothing carries sound and picture and records neither.
 */
function recordsSessions({ facts, vendorFlows }: ServiceGround): boolean {
  if (facts.service.functions.includes('session_recording')) return true;
  const mayOnlyCarry = !facts.service.usesAi && facts.service.functions.includes('telehealth');
  return vendorFlows.some((flow) => carries(flow, AUDIO_AND_VIDEO) && !(mayOnlyCarry && keepsNothing(flow)));
}

function keepsNothing(flow: Flow): boolean {
  return flow.retentionDays === 0;
}

function reaches({ protectedClasses }: ServiceGround, classes: readonly DataClass[]): boolean {
  return classes.some((dataClass) => protectedClasses.has(dataClass));
}
