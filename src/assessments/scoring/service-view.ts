// One service's facts, sorted out once: what does not depend on the date (ServiceGround), and what does (ServiceView).
import type { CalendarDate } from '../../common/calendar-date';
import type { ProvisionId } from '../../business-associate-agreements/provision.fields';
import { US_STATES, type UsState } from '../../common/us-states';
import type { DataClass } from '../../data-flows/data-flow.fields';
import { termOf, type AgreementTerm } from './agreement-term';
import { agreementsOn, type AgreementsOnDate } from './agreements-on-date';
import { answersByItem, countedOn, type AnswersByItem, type Counted } from './counted-answer';
import type { Held } from './condition';
import { ageLimits, type AgeLimits, type LimitsByDate } from './evidence-age';
import {
  answersByQuestion,
  disputedAmong,
  practiceAnswers,
  type AnswersByQuestion,
  type QuestionAnswer,
} from './question-answers';
import { everyFlow } from './every-flow';
import { goesToBusinessAssociate, involvesVendor, isProtected, type Flow } from './protected-flows';
import { attestationTermOf, type AttestationTerm } from './attestation-term';
import type { Reading } from './readings/reading';
import { reportTermOf, type ReportTerm } from './report-term';
import type { ScoringModel } from './scoring-model';
import type { ServiceFacts } from './service-facts';
import { situationsOf } from './situations';

export interface ServiceGround {
  readonly facts: ServiceFacts;
  readonly model: ScoringModel;
  /** flows with the vendor at one end, by key */
  readonly vendorFlows: readonly Flow[];
  /** those of them that carry protected health information */
  readonly protectedFlows: readonly Flow[];
  readonly protectedClasses: ReadonlySet<DataClass>;
  readonly toBusinessAssociate: boolean;
  /** every agreement, by key */
  readonly terms: readonly AgreementTerm[];
  /** every SOC 2 report, by key */
  readonly reports: readonly ReportTerm[];
  /** every other attestation, by key */
  readonly attestations: readonly AttestationTerm[];
  readonly answers: AnswersByItem;
  /** answers of questionnaires about the service and about the practice */
  readonly questionAnswers: AnswersByQuestion;
  /** those of them to questions of which somebody disputes an answer */
  readonly disputed: readonly (readonly QuestionAnswer[])[];
  /** the dates of answers to the checklist, and of those to questionnaires, with when they grow old */
  readonly answerDates: { readonly checklist: LimitsByDate; readonly questionnaires: LimitsByDate };
  /** where clients or clinicians sit, in the order of US_STATES */
  readonly states: readonly UsState[];
  /** "unsure" is treated as yes */
  readonly hipaaApplies: boolean;
  /** which situations hold, by place in SITUATION_NAMES */
  readonly held: Held;
  /** which would hold if everything flowed that can, in the same order */
  readonly couldHold: Held;
}

export interface ServiceView extends ServiceGround, AgreementsOnDate, Counted {
  readonly asOf: CalendarDate;
  /** clauses that have been read on the date, by provision: filled by the reader of clauses, and by it alone */
  readonly clauses: Map<ProvisionId, Reading>;
}

/** The flows with the vendor at one end, and what they carry. */
export function flowsOf({
  dataFlows,
}: Pick<ServiceFacts, 'dataFlows'>): Pick<
  ServiceGround,
  'vendorFlows' | 'protectedFlows' | 'protectedClasses' | 'toBusinessAssociate'
> {
  const vendorFlows = dataFlows.filter(involvesVendor).sort(byKey);
  const protectedFlows = vendorFlows.filter(isProtected);
  return {
    vendorFlows,
    protectedFlows,
    protectedClasses: new Set(protectedFlows.flatMap(({ dataClasses }) => dataClasses)),
    toBusinessAssociate: protectedFlows.some(goesToBusinessAssociate),
  };
}

const EVERYTHING_FLOWS = flowsOf({ dataFlows: everyFlow() });
const EVERY_STATE = [...US_STATES];

/** What could hold of a service, whatever flows and wherever clients and clinicians sit. */
export function couldHoldOf({ practice, service }: Pick<ServiceFacts, 'practice' | 'service'>): Held {
  const everywhere = { ...practice, clientStates: EVERY_STATE, clinicianStates: EVERY_STATE };
  return situationsOf({ facts: { practice: everywhere, service }, ...EVERYTHING_FLOWS });
}

export function groundOf(facts: ServiceFacts, model: ScoringModel): ServiceGround {
  const { vendorFlows, protectedFlows, protectedClasses, toBusinessAssociate } = flowsOf(facts);
  const situated = { facts, vendorFlows, protectedFlows, protectedClasses, toBusinessAssociate };
  const terms = facts.agreements
    .map((agreement) => termOf(agreement, facts.service))
    .sort((first, second) => byKey(first.agreement, second.agreement));
  const { currentMonths, ageingMonths } = model.ages.answer;
  const checklist = new Map<CalendarDate, AgeLimits>();
  const ofPractice = practiceAnswers(facts.practiceAnswers, model);
  const questionnaires = new Map(ofPractice.dates);
  const questionAnswers = answersByQuestion(
    facts.answers,
    model,
    ageLimits(currentMonths, ageingMonths, questionnaires),
    ofPractice.answers,
  );
  const sits = new Set<UsState>([...facts.practice.clientStates, ...facts.practice.clinicianStates]);
  return {
    facts,
    vendorFlows,
    protectedFlows,
    protectedClasses,
    toBusinessAssociate,
    model,
    states: US_STATES.filter((state) => sits.has(state)),
    terms,
    reports: [...facts.soc2Reports].sort(byKey).map((report) => reportTermOf(report, facts, model)),
    attestations: [...facts.attestations]
      .sort(byKey)
      .map((attestation) => attestationTermOf(attestation, facts, model)),
    answers: answersByItem(facts.checklistAnswers, ageLimits(currentMonths, ageingMonths, checklist)),
    questionAnswers,
    disputed: disputedAmong(questionAnswers),
    answerDates: { checklist, questionnaires },
    hipaaApplies: facts.practice.coveredEntity !== 'no',
    held: situationsOf(situated),
    couldHold: couldHoldOf(facts),
  };
}

/** Field by field: spreading objects of so many fields took a twentieth of scoring a service. */
export function viewOn(ground: ServiceGround, asOf: CalendarDate): ServiceView {
  const onDate = agreementsOn(ground, asOf);
  const { counted, disagreements } = countedOn(ground, asOf);
  return {
    facts: ground.facts,
    model: ground.model,
    vendorFlows: ground.vendorFlows,
    protectedFlows: ground.protectedFlows,
    protectedClasses: ground.protectedClasses,
    toBusinessAssociate: ground.toBusinessAssociate,
    terms: ground.terms,
    reports: ground.reports,
    attestations: ground.attestations,
    answers: ground.answers,
    questionAnswers: ground.questionAnswers,
    disputed: ground.disputed,
    answerDates: ground.answerDates,
    states: ground.states,
    hipaaApplies: ground.hipaaApplies,
    held: ground.held,
    couldHold: ground.couldHold,
    agreementsInForce: onDate.agreementsInForce,
    qsoasInForce: onDate.qsoasInForce,
    coverGroups: onDate.coverGroups,
    uncoveredFlows: onDate.uncoveredFlows,
    awaitingPlan: onDate.awaitingPlan,
    endedEditions: onDate.endedEditions,
    asOf,
    counted,
    disagreements,
    clauses: new Map(),
  };
}

export function byKey(first: { key: string }, second: { key: string }): number {
  return first.key < second.key ? -1 : first.key > second.key ? 1 : 0;
}
