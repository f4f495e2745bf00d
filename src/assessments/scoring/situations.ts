// What each named situation means. None but those that depend on the service's own description ever turns false when a flow or a
// class of data is added, so a threat or a question that a situation brings stays.
import type { DataClass } from '../../data-flows/data-flow.fields';
import type { UsState } from '../../common/us-states';
import type { Specialty } from '../../organizations/practice.fields';
import type { ServiceFunction } from '../../vendors/service.fields';
import { testOf, type Condition, type Held } from './condition';
import { carries, claimsDeidentified, type Flow } from './protected-flows';
import type { ServiceFacts } from './service-facts';
import { SITUATION_NAMES, type SituationName } from './situation-names';

/** What situations are read from: everything about a service that does not depend on the date. */
export interface Situated {
  readonly facts: Pick<ServiceFacts, 'practice' | 'service'>;
  readonly vendorFlows: readonly Flow[];
  readonly protectedFlows: readonly Flow[];
  readonly protectedClasses: ReadonlySet<DataClass>;
  readonly toBusinessAssociate: boolean;
}

type Practice = Situated['facts']['practice'];

export const AUDIO_AND_VIDEO: readonly DataClass[] = ['session_audio', 'session_video'];
const RECORDINGS: readonly DataClass[] = [...AUDIO_AND_VIDEO, 'transcripts'];
const SESSION_CONTENT: readonly DataClass[] = [
  ...RECORDINGS,
  'psychotherapy_notes',
  'progress_notes',
  'substance_use_records',
];
/** Topics that can be turned against a client: house list after the fact base. */
const SENSITIVE: readonly DataClass[] = [
  'substance_use_records',
  'minors',
  'reproductive_care',
  'immigration_status',
];
const DRAFTING: readonly ServiceFunction[] = ['session_recording', 'drafting_from_summary', 'chat_assistant'];
const HOSTING: readonly ServiceFunction[] = ['health_records'];
const CLIENT_FACING: readonly ServiceFunction[] = ['client_messaging', 'intake', 'scheduling', 'telehealth'];
const SEVERAL_IN_THE_ROOM: readonly Specialty[] = [
  'couples_and_family',
  'groups',
  'children_and_adolescents',
];

/** Does the condition hold for the service, or for the practice? */
export function holds(condition: Condition, { held }: { readonly held: Held }): boolean {
  return testOf(condition)(held);
}

/** One flag for each of SITUATION_NAMES. */
export function situationsOf(situated: Situated): Held {
  const held = new Uint8Array(SITUATION_NAMES.length);
  for (let place = 0; place < IN_ORDER.length; place += 1) if (IN_ORDER[place]?.(situated)) held[place] = 1;
  return held;
}

/** What holds of the practice, whatever its services are. */
const OF_PRACTICE = {
  always: () => true,
  more_than_one_clinician: ({ clinicians }) => clinicians > 1,
  // "unsure" is treated as yes
  practice_is_covered_entity: ({ coveredEntity }) => coveredEntity !== 'no',
  practice_sees_clients_remotely: ({ modalities }) => modalities.some((modality) => modality !== 'in_person'),
  practice_sees_groups_or_families: ({ specialties }) =>
    specialties.some((name) => ['couples_and_family', 'groups'].includes(name)),
  practice_sees_minors: ({ specialties }) => specialties.includes('children_and_adolescents'),
  practice_treats_substance_use: ({ specialties }) => specialties.includes('substance_use'),
  practice_in_several_states: ({ clientStates, clinicianStates }) =>
    areSeveral(clientStates, clinicianStates),
} satisfies Partial<Record<SituationName, (practice: Practice) => boolean>>;

/** More than one state among them all. */
function areSeveral(clientStates: readonly UsState[], clinicianStates: readonly UsState[]): boolean {
  const one = clientStates[0] ?? clinicianStates[0];
  const isAnother = (state: UsState) => state !== one;
  return clientStates.some(isAnother) || clinicianStates.some(isAnother);
}

/** One flag for each of SITUATION_NAMES: what holds of the practice alone. */
export function situationsOfPractice(practice: Practice): Held {
  const known: Partial<Record<SituationName, (practice: Practice) => boolean>> = OF_PRACTICE;
  return Uint8Array.from(SITUATION_NAMES, (name) => (known[name]?.(practice) ? 1 : 0));
}

function asSituations<Name extends string>(
  ofPractice: Record<Name, (practice: Practice) => boolean>,
): Record<Name, (situated: Situated) => boolean> {
  const entries = Object.entries<(practice: Practice) => boolean>(ofPractice);
  return Object.fromEntries(
    entries.map(([name, holdsOf]) => [name, ({ facts }: Situated) => holdsOf(facts.practice)]),
  ) as Record<Name, (situated: Situated) => boolean>;
}

const SITUATIONS: Record<SituationName, (situated: Situated) => boolean> = {
  // found by scoring the services, so it is known of the practice only: practice-view.ts sets it
  service_used_without_agreement: () => false,
  uses_ai: ({ facts }) => facts.service.usesAi,
  records_sessions: recordsSessions,
  uses_ai_on_sessions: (one) =>
    one.facts.service.usesAi &&
    (recordsSessions(one) || one.vendorFlows.some((flow) => carries(flow, ['transcripts']))),
  drafts_clinical_text: (one) =>
    one.facts.service.usesAi && does(one, DRAFTING) && reaches(one, SESSION_CONTENT),
  chats: (one) => does(one, ['chat_assistant']),
  schedules: (one) => does(one, ['scheduling']),
  bills: (one) => does(one, ['billing']) || reaches(one, ['billing']),
  screens_intake: (one) => does(one, ['intake']),
  telehealth: (one) => does(one, ['telehealth']),
  messages_clients: (one) => does(one, ['client_messaging']),
  keeps_health_records: (one) => does(one, HOSTING),
  // clients use it themselves: by what it does, or since a flow begins or ends with them
  client_facing: clientFacing,
  // AI and clients meet: whether it answers them by itself is asked, not assumed
  talks_to_clients: (one) => one.facts.service.usesAi && clientFacing(one),
  // AI is given voices, faces or words of sessions: whether it labels feelings is asked, not assumed
  infers_emotion: (one) => one.facts.service.usesAi && reaches(one, RECORDINGS),
  // AI that drafts, screens or chats on protected data can suggest care; whether it does is asked
  recommends_care: (one) =>
    one.facts.service.usesAi && one.protectedFlows.length > 0 && does(one, [...DRAFTING, 'intake']),
  // not recorded counts as if there were one, so that leaving it out is never better than saying so
  integrates_with_ehr: (one) => one.facts.service.integrations == null || isConnectedToRecords(one),
  ehr_connection_recorded: isConnectedToRecords,
  third_party_voices: (one) =>
    recordsSessions(one) && one.facts.practice.specialties.some((name) => SEVERAL_IN_THE_ROOM.includes(name)),
  uses_model_provider: ({ facts }) => facts.service.usesAi,
  // those named, those that flows show, and those that nobody has named or denied
  has_subcontractors: ({ facts, vendorFlows }) =>
    facts.service.subcontractors == null ||
    facts.service.subcontractors.length > 0 ||
    vendorFlows.some(({ from, to }) => from.party === 'subcontractor' || to.party === 'subcontractor'),

  data_flows_recorded: ({ vendorFlows }) => vendorFlows.length > 0,
  phi_reaches_vendor: ({ protectedFlows }) => protectedFlows.length > 0,
  phi_to_business_associate: ({ toBusinessAssociate }) => toBusinessAssociate,
  uses_ai_on_phi: ({ facts, protectedFlows }) => facts.service.usesAi && protectedFlows.length > 0,
  // anything beyond who comes when: what keeps the questionnaire of a scheduler short
  more_than_appointments_flow: ({ protectedClasses }) =>
    [...protectedClasses].some((dataClass) => dataClass !== 'contact_and_appointment'),
  session_content_reaches_vendor: (one) => reaches(one, SESSION_CONTENT),
  recordings_reach_vendor: (one) => reaches(one, RECORDINGS),
  audio_reaches_vendor: (one) => reaches(one, AUDIO_AND_VIDEO),
  transcripts_reach_vendor: (one) => reaches(one, ['transcripts']),
  progress_notes_flow: (one) => reaches(one, ['progress_notes']),
  billing_data_flow: (one) => reaches(one, ['billing']),
  part_2_records_flow: (one) => reaches(one, ['substance_use_records']),
  psychotherapy_notes_flow: (one) => reaches(one, ['psychotherapy_notes']),
  hosts_psychotherapy_notes: (one) => hostsOnly(one) && reaches(one, ['psychotherapy_notes']),
  minors_flow: (one) => reaches(one, ['minors']),
  reproductive_care_flow: (one) => reaches(one, ['reproductive_care']),
  immigration_flow: (one) => reaches(one, ['immigration_status']),
  sensitive_topics_flow: (one) => reaches(one, SENSITIVE),
  limited_data_set_flows: ({ vendorFlows }) =>
    vendorFlows.some(({ identifiability }) => identifiability === 'limited_data_set'),
  // claimed to be: whether the claim holds is another question
  deidentified_data_flows: ({ vendorFlows }) => vendorFlows.some(claimsDeidentified),

  ...asSituations(OF_PRACTICE),
};

const IN_ORDER = SITUATION_NAMES.map((name) => SITUATIONS[name]);

/** True for a record system without AI: it holds notes for the clinician who wrote them and does nothing else with them. */
export function hostsOnly({ facts }: Situated): boolean {
  return !facts.service.usesAi && facts.service.functions.every((name) => HOSTING.includes(name));
}

/**
 * Consent to recording is asked whether or not the recording is de-identified later. A video call without AI that keeps
 * nothing carries sound and picture and records neither.
 */
function recordsSessions({ facts, vendorFlows }: Situated): boolean {
  if (facts.service.functions.includes('session_recording')) return true;
  const mayOnlyCarry = !facts.service.usesAi && facts.service.functions.includes('telehealth');
  return vendorFlows.some((flow) => carries(flow, AUDIO_AND_VIDEO) && !(mayOnlyCarry && keepsNothing(flow)));
}

/** It is the record system, or is recorded as reading or writing one. */
function isConnectedToRecords(one: Situated): boolean {
  const { integrations } = one.facts.service;
  return does(one, HOSTING) || (integrations ?? []).some(({ kind }) => kind === 'health_records');
}

function clientFacing(one: Situated): boolean {
  return (
    does(one, CLIENT_FACING) ||
    one.vendorFlows.some(({ from, to }) => from.party === 'clients' || to.party === 'clients')
  );
}

function keepsNothing(flow: Flow): boolean {
  return flow.retentionDays === 0;
}

function does({ facts }: Situated, functions: readonly ServiceFunction[]): boolean {
  return facts.service.functions.some((name) => functions.includes(name));
}

function reaches({ protectedClasses }: Situated, classes: readonly DataClass[]): boolean {
  return classes.some((dataClass) => protectedClasses.has(dataClass));
}
