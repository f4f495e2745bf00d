// What the facts look like once steps have been done and have come out well: told in records, not in figures, so that what the engine
// promises of steps is checked against what it then reads.
import { compile } from '../../src/assessments/scoring/compiled-model';
import { requiredProvisions } from '../../src/assessments/scoring/provision-meanings';
import type {
  FactDefinition,
  ScoringModel,
  StepDefinition,
} from '../../src/assessments/scoring/scoring-model';
import type { ServiceFacts } from '../../src/assessments/scoring/service-facts';
import { groundOf, viewOn } from '../../src/assessments/scoring/service-view';
import { PROVISION_IDS, type ProvisionId } from '../../src/business-associate-agreements/provision.fields';
import { amended, doneFor } from './done-for-fact';
import { agreement } from './service-facts.factory';

type Change = (facts: ServiceFacts) => ServiceFacts;

/** An agreement comes first: what is amended has to be in force. */
export function applySteps(facts: ServiceFacts, ids: readonly string[], model: ScoringModel): ServiceFacts {
  const steps = compile(model)
    .steps.map(({ definition }) => definition)
    .filter(({ id }) => ids.includes(id));
  const signsFirst = (step: StepDefinition) => (step.facts.includes('agreement') ? 0 : 1);
  return steps
    .sort((first, second) => signsFirst(first) - signsFirst(second))
    .flatMap((step) => changesOf(step, model))
    .reduce((changed, change) => change(changed), facts);
}

function changesOf(step: StepDefinition, model: ScoringModel): Change[] {
  const definitions = step.facts.map((id) => model.facts.find((fact) => fact.id === id) as FactDefinition);
  const clauses = definitions.flatMap((fact) => (fact.reader === 'provision' ? [fact.provision] : []));
  const required = definitions.some(({ reader }) => reader === 'required_provisions');
  const papers = [...clauses, ...(required ? requiredProvisions(model.agreementProvisions) : [])];
  const signed = definitions.some(({ reader }) => reader === 'agreement_in_force');
  return [
    ...(signed ? [(facts: ServiceFacts) => signedUnlessInForce(facts, model)] : []),
    ...(papers.length > 0 ? [(facts: ServiceFacts) => amended(facts, { provisions: present(papers) })] : []),
    ...definitions.map((fact) => (facts: ServiceFacts) => doneFor(facts, fact, model)),
  ];
}

/** A new agreement replaces those that do not cover everything; it was read, and holds nothing beyond what is then agreed. */
function signedUnlessInForce(facts: ServiceFacts, model: ScoringModel): ServiceFacts {
  const { agreementsInForce, uncoveredFlows } = viewOn(groundOf(facts, model), facts.asOf);
  if (agreementsInForce.length > 0 && uncoveredFlows.length === 0) return facts;
  const signed = agreement({
    key: 'newly-signed',
    services: [facts.service.key],
    signedOn: facts.asOf,
    breachNoticeHours: 1440, // 60 days, as late as the rule allows
    includesQsoaTerms: facts.agreements.some(({ includesQsoaTerms }) => includesQsoaTerms === true),
    provisions: PROVISION_IDS.map((provision) => ({ provision, verdict: 'missing' })),
  });
  const others = facts.agreements.filter(({ kind }) => kind !== 'business_associate_agreement');
  return { ...facts, agreements: [...others, signed] };
}

function present(provisions: readonly ProvisionId[]): { provision: ProvisionId; verdict: 'present' }[] {
  return provisions.map((provision) => ({ provision, verdict: 'present' }));
}
