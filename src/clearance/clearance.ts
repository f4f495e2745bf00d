// May a service be used now, for this, with this data, for a client in this state? A permit needs every check to pass; a deny says
// each that did not. Pure: the day, the stored result and the knowledge in force are handed in.
import type {
  AssessmentBasis,
  Clearance,
  ClearanceFacts,
  ClearanceModel,
  ClearanceQuestion,
  Reason,
  ReasonCode,
  ServiceStanding,
  StandingGate,
  StoredScore,
} from './clearance-facts';
import { obligationsOf } from './obligations';
import { PURPOSE_MEANINGS } from './purposes';

export const NOTICE =
  'A risk decision of the practice on the facts that it has recorded. It is not legal advice, and it says nothing of whether somebody meets the law.';

export function clearanceOf(
  question: ClearanceQuestion,
  facts: ClearanceFacts,
  model: ClearanceModel,
): Clearance {
  const { service, practice } = facts;
  if (!service) return denied([UNKNOWN_SERVICE], null);
  const { score } = service;
  if (!score) return denied([NOT_SCORED], null);
  const against = [
    ...fromDecision(score, model),
    ...fromCurrency(score, facts, model),
    ...fromService(question, service),
    ...fromPractice(question, facts),
  ];
  const basis = basisOf(service, score, practice.latestSealedAssessmentId);
  if (against.length > 0) return denied(against, basis);
  return {
    decision: true,
    context: {
      reasons: [permitReason(score, model)],
      obligations: obligationsOf(question, practice, service, score, model),
      assessmentBasis: basis,
      notice: NOTICE,
    },
  };
}

const UNKNOWN_SERVICE = house('service-unknown', 'The practice has no tool with this key or id on record.');
const NOT_SCORED = house('not-scored', 'The tool has not been scored yet.');

const PERMITTING = {
  acceptable: 'decision-acceptable',
  use_with_conditions: 'decision-use-with-conditions',
} as const;
const REFUSING = {
  do_not_use: 'decision-do-not-use',
  not_enough_known: 'decision-not-enough-known',
} as const;

function isPermitting(decision: string): decision is keyof typeof PERMITTING {
  return Object.hasOwn(PERMITTING, decision);
}

/** The decision first, then the gates behind it. A law gate that is fired, or any that is open, denies whatever the decision says. */
function fromDecision(score: StoredScore, model: ClearanceModel): Reason[] {
  const { decision, gates } = score;
  if (isPermitting(decision)) return gates.filter(refusesByItself).map(gateReason);
  return [house(REFUSING[decision], decisionText(score, model)), ...gates.map(gateReason)];
}

function refusesByItself({ kind, state }: StandingGate): boolean {
  return state === 'open' || (state === 'fired' && kind === 'law');
}

function gateReason({ title, because, citation, kind, state }: StandingGate): Reason {
  return {
    code: state === 'open' ? 'gate-open' : 'gate-fired',
    text: `${title}: ${because}`,
    citation,
    kind,
  };
}

function decisionText({ decision, why }: StoredScore, { scoring }: ClearanceModel): string {
  return `${scoring.decisionLabels[decision]}: ${why}.`;
}

function permitReason(score: StoredScore, model: ClearanceModel): Reason {
  const code = isPermitting(score.decision) ? PERMITTING[score.decision] : 'decision-use-with-conditions';
  return house(code, decisionText(score, model));
}

/** Whether the stored result may still be relied on. */
function fromCurrency(
  { holdsUntil, modelId, modelVersion }: StoredScore,
  { practice }: ClearanceFacts,
  { scoring }: ClearanceModel,
): Reason[] {
  const reasons: Reason[] = [];
  if (holdsUntil !== null && holdsUntil < practice.today) {
    const text = `The stored result held until ${holdsUntil}; the tool has to be scored again first.`;
    reasons.push(house('result-expired', text));
  }
  if (modelId !== scoring.id || modelVersion !== scoring.version) {
    const text = `The stored result is of ${modelId} ${modelVersion}, and ${scoring.id} ${scoring.version} is in force; the tool has to be scored again first.`;
    reasons.push(house('model-not-current', text));
  }
  return reasons;
}

function fromService(question: ClearanceQuestion, service: ServiceStanding): Reason[] {
  const { functions, alwaysSends } = PURPOSE_MEANINGS[question.purpose];
  const reasons: Reason[] = [];
  if (!functions.some((name) => service.functions.includes(name))) {
    const text = `By its record the tool does none of: ${listed(functions)}. It is assessed for what it is recorded to do.`;
    reasons.push(house('purpose-not-served', text));
  }
  const unassessed = question.dataClasses.filter((dataClass) => !service.dataClasses.includes(dataClass));
  if (unassessed.length > 0) {
    const text = `Not assessed for this data: ${listed(unassessed)}. No flow on record takes it, pointing at a client, to or from the tool.`;
    reasons.push(house('data-class-not-assessed', text));
  }
  if (alwaysSends.length > 0 && !alwaysSends.some((dataClass) => service.dataClasses.includes(dataClass))) {
    const text = `This purpose always sends ${listed(alwaysSends, ' or ')}, and no flow on record takes it, pointing at a client, to or from the tool.`;
    reasons.push(house('data-class-not-assessed', text));
  }
  return reasons;
}

function fromPractice(
  { clientState, clinicianState, modality }: ClearanceQuestion,
  { practice }: ClearanceFacts,
): Reason[] {
  const reasons: Reason[] = [];
  if (!practice.clientStates.includes(clientState)) {
    const text = `Not assessed for clients in ${clientState}: the practice's profile does not name the state.`;
    reasons.push(house('client-state-not-assessed', text));
  }
  if (clinicianState !== null && !practice.clinicianStates.includes(clinicianState)) {
    const text = `Not assessed for clinicians in ${clinicianState}: the practice's profile does not name the state.`;
    reasons.push(house('clinician-state-not-assessed', text));
  }
  if (modality !== null && !practice.modalities.includes(modality)) {
    const text = `Not assessed for sessions held so (${modality}): the practice's profile does not name it.`;
    reasons.push(house('modality-not-assessed', text));
  }
  return reasons;
}

function basisOf(
  { key }: ServiceStanding,
  { asOf, scoredAt, holdsUntil, modelId, modelVersion }: StoredScore,
  latestSealedAssessmentId: string | null,
): AssessmentBasis {
  return { service: key, asOf, scoredAt, holdsUntil, modelId, modelVersion, latestSealedAssessmentId };
}

function denied(reasons: readonly Reason[], assessmentBasis: AssessmentBasis | null): Clearance {
  return { decision: false, context: { reasons, obligations: [], assessmentBasis, notice: NOTICE } };
}

function house(code: ReasonCode, text: string): Reason {
  return { code, text, citation: null, kind: 'house' };
}

function listed(words: readonly string[], joint = ', '): string {
  return words.map((word) => word.replaceAll('_', ' ')).join(joint);
}
