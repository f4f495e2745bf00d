// What has to be done by whoever is permitted: three separate consents as they apply, then what the conditions of the result and the data
// asked about call for. Where a state has a rule or an act of its own, that is the source; else the entry of the catalog.
import { addDays } from '../common/calendar-date';
import type { UsState } from '../common/us-states';
import type { ObligationDefinition } from '../catalogs/clearance-obligations.shape';
import {
  actsKnown,
  asksEveryoneByLaw,
  asksEveryoneWithCare,
  isActKnown,
  recordingLawKnown,
} from '../assessments/scoring/law-known';
import type { StateAct, StateActRequirement } from '../assessments/scoring/scoring-model';
import type { Modality } from '../organizations/practice.fields';
import type {
  ClearanceModel,
  ClearanceQuestion,
  Obligation,
  PracticeStanding,
  ServiceStanding,
  StandingGate,
  StoredScore,
} from './clearance-facts';

const RECORDINGS: ClearanceQuestion['dataClasses'] = ['session_audio', 'session_video', 'transcripts'];

interface Asked {
  readonly question: ClearanceQuestion;
  readonly practice: PracticeStanding;
  readonly service: ServiceStanding;
  readonly model: ClearanceModel;
  /** ids of the conditions of use that stand for the service */
  readonly standing: ReadonlySet<string>;
  /** where the client and the clinician sit */
  readonly states: readonly UsState[];
  readonly modalities: readonly Modality[];
}

export function obligationsOf(
  question: ClearanceQuestion,
  practice: PracticeStanding,
  service: ServiceStanding,
  score: StoredScore,
  model: ClearanceModel,
): Obligation[] {
  const conditions = score.conditions.map((text) => ({
    text,
    id: model.scoring.conditions.find((condition) => condition.text === text)?.id ?? null,
  }));
  const standing = new Set(conditions.flatMap(({ id }) => id ?? []));
  const asked: Asked = {
    question,
    practice,
    service,
    model,
    standing,
    states: statesOf(question, practice),
    modalities: question.modality ? [question.modality] : practice.modalities,
  };
  const own = [
    ...telehealthConsent(asked),
    ...aiConsent(asked),
    ...recordingConsent(asked),
    entry(asked, 'least-data'),
    ...noteReview(asked),
    ...audioDeletion(asked),
    ...part2(asked),
  ];
  const said = new Set(own.map(({ id }) => id));
  const others = conditions
    .filter(({ id }) => id === null || !said.has(id))
    .map(({ id, text }) => (id === null ? fromGate(text, score.gates) : { ...entry(asked, id), text }));
  return [...own, ...others];
}

function statesOf({ clientState, clinicianState }: ClearanceQuestion, practice: PracticeStanding): UsState[] {
  return [...new Set([clientState, ...(clinicianState ? [clinicianState] : practice.clinicianStates)])];
}

function telehealthConsent(asked: Asked): Obligation[] {
  const isRemote = asked.modalities.some((modality) => modality !== 'in_person');
  return isRemote || asked.question.purpose === 'telehealth' ? [entry(asked, 'telehealth-consent')] : [];
}

function aiConsent(asked: Asked): Obligation[] {
  if (!asked.service.usesAi) return [];
  // Most acts speak of sessions that are recorded or transcribed; one asks for notice wherever AI has a part in care.
  const isOnSessions =
    asked.standing.has('ai-consent') || asked.question.dataClasses.some((one) => RECORDINGS.includes(one));
  const consents: StateActRequirement[] = isOnSessions ? ['written_consent', 'consent', 'notice'] : [];
  const acts = actsAsking(asked, [...consents, 'notice_of_ai_in_care']);
  const plain = entry(asked, 'ai-consent');
  const writing = acts.some(({ requires }) => isOnSessions && requires.includes('written_consent'));
  const text = writing ? `${plain.text} In writing.` : plain.text;
  return [byActs({ ...plain, text }, acts)];
}

function recordingConsent(asked: Asked): Obligation[] {
  const { question, standing, model, states } = asked;
  if (!standing.has('recording-consent') && question.purpose !== 'record_session') return [];
  const rules = model.scoring.recordingConsent.states.filter(({ code }) => states.includes(code));
  const plain = entry(asked, 'recording-consent');
  const byLaw = rules.filter((rule) => asksEveryoneByLaw(rule, asked.modalities));
  if (byLaw.length > 0) {
    return [
      {
        ...plain,
        text: `${plain.text} Asked of everyone by the law of ${namesOf(byLaw)}.`,
        citation: citationsOf(byLaw),
        basis: 'law',
        confidence: 'high',
      },
    ];
  }
  const strict = rules.filter((rule) => asksEveryoneWithCare(rule, asked.modalities));
  if (strict.length > 0) {
    return [
      {
        ...plain,
        text: `${plain.text} The law of ${namesOf(strict)} is unclear, not surely known or not checked in its text; the stricter reading is a rule of the house.`,
        citation: citationsOf(strict),
        confidence: recordingLawKnown(strict, asked.modalities).confidence,
      },
    ];
  }
  const client = rules.find(({ code }) => code === question.clientState);
  const note = client
    ? ` As far as was read, the law of ${client.name} asks for the consent of one party.`
    : '';
  return [{ ...plain, text: `${plain.text}${note}`, citation: client?.citation ?? null }];
}

function noteReview(asked: Asked): Obligation[] {
  if (!asked.standing.has('note-review')) return [];
  return [byActs(entry(asked, 'note-review'), actsAsking(asked, ['note_review']))];
}

function audioDeletion(asked: Asked): Obligation[] {
  if (!asked.standing.has('audio-deletion')) return [];
  const plain = entry(asked, 'audio-deletion');
  const withinDays = asked.service.audioDeletedWithinDays;
  if (withinDays === null) return [plain];
  const days =
    withinDays === 0 ? 'on the day' : withinDays === 1 ? 'within a day' : `within ${withinDays} days`;
  const text = `${plain.text} By the practice's own measure, ${days} of the session at the latest.`;
  return [{ ...plain, text, withinDays, dueOn: addDays(asked.practice.today, withinDays) }];
}

function part2(asked: Asked): Obligation[] {
  if (!asked.question.dataClasses.includes('substance_use_records')) return [];
  return [entry(asked, 'part-2-qualified-service-organization'), entry(asked, 'part-2-notice')];
}

/** Acts in force today, of the states where client and clinician sit. */
function actsAsking({ model, states, practice }: Asked, requirements: StateActRequirement[]): StateAct[] {
  return model.scoring.recordingConsent.stateActs.filter(
    (act) =>
      states.includes(act.state) &&
      act.effectiveOn <= practice.today &&
      requirements.some((one) => act.requires.includes(one)),
  );
}

/** An act that is surely known by its text makes it law; others are named as not checked, and stay good practice until somebody has read them. */
function byActs(plain: Obligation, acts: readonly StateAct[]): Obligation {
  const sure = acts.filter((act) => isActKnown(act));
  if (sure.length > 0) {
    const text = `${plain.text} Asked for by ${namesOf(sure)}.`;
    return { ...plain, text, citation: citationsOf(sure), basis: 'law', confidence: 'high' };
  }
  if (acts.length === 0) return plain;
  const text = `${plain.text} Not checked in its text: ${namesOf(acts)} is reported to ask for it.`;
  return { ...plain, text, citation: citationsOf(acts), confidence: actsKnown(acts).confidence };
}

/** A fired house gate's remedy is a condition of use: its words are the gate's. */
function fromGate(text: string, gates: readonly StandingGate[]): Obligation {
  const gate = gates.find(({ remedy }) => remedy === text);
  return {
    id: gate?.id ?? 'condition-of-use',
    text,
    citation: gate?.citation ?? null,
    basis: gate?.kind === 'law' ? 'law' : 'good_practice',
    confidence: gate?.confidence ?? 'medium',
    withinDays: null,
    dueOn: null,
  };
}

function entry({ model, practice }: Asked, id: string): Obligation {
  const found = model.obligations.obligations.find((definition) => definition.id === id);
  if (!found) throw new Error(`the catalog of obligations has no entry "${id}"`);
  const { text, citation, confidence } = found;
  return { id, text, citation, basis: basisOf(found, practice), confidence, withinDays: null, dueOn: null };
}

/** "unsure" is treated as yes, as everywhere. */
function basisOf(
  { basis, hipaa }: ObligationDefinition,
  { coveredEntity }: PracticeStanding,
): Obligation['basis'] {
  return hipaa && coveredEntity === 'no' ? 'good_practice' : basis;
}

function namesOf(entries: readonly { name: string }[]): string {
  return entries.map(({ name }) => name).join(' and ');
}

function citationsOf(entries: readonly { citation: string }[]): string {
  return entries.map(({ citation }) => citation).join('; ');
}
