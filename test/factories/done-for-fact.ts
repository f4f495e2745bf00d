// The records of a service with one fact at its best: the vendor answered well and showed it, the practice did what it can.
import { carries } from '../../src/assessments/scoring/protected-flows';
import type { FactDefinition, ScoringModel } from '../../src/assessments/scoring/scoring-model';
import type { ServiceFacts } from '../../src/assessments/scoring/service-facts';
import { AUDIO_AND_VIDEO } from '../../src/assessments/scoring/situations';
import type { ChecklistItem } from '../../src/checklists/checklist.fields';
import { addDays } from '../../src/common/calendar-date';
import type { DataClass, DataFlowFields } from '../../src/data-flows/data-flow.fields';
import type { PracticeMeasuresFields } from '../../src/practice-measures/practice-measures.fields';
import { TRUST_SERVICES_CATEGORIES } from '../../src/soc2-reports/soc2-report.fields';
import { questionnaireAnswer } from './answers.factory';
import { agreement, answer, soc2Report } from './service-facts.factory';

/** The facts with what is best for one fact; what clauses it takes is agreed with its whole step. */
export function doneFor(facts: ServiceFacts, fact: FactDefinition, model: ScoringModel): ServiceFacts {
  const { asOf, service } = facts;
  switch (fact.reader) {
    case 'checklist_answer':
      return answered(facts, fact.item, model);
    case 'answer':
      return wellAnswered(facts, fact.question);
    case 'breach_notice':
      return amended(facts, { breachNoticeHours: 24 });
    case 'soc2':
      return {
        ...facts,
        soc2Reports: [...facts.soc2Reports.filter(({ key }) => key !== 'new'), newReport(facts)],
      };
    case 'flow_encryption': {
      const field = fact.where === 'in_transit' ? 'encryptedInTransit' : 'encryptedAtRest';
      return withFlows(facts, { [field]: 'yes' });
    }
    case 'retention':
      return kept(facts, fact.classes, fact.fullyWithinDays);
    case 'note_review':
      return measured(facts, { noteReview: { scope: 'every_note', since: asOf, basis: 'observed' } });
    case 'consent': {
      const others = (facts.practiceMeasures?.consents ?? []).filter(({ kind }) => kind !== fact.consent);
      const whole = { written: true, attestedForAllClients: true, coversEveryoneAudible: true };
      const consent = { kind: fact.consent, formVersion: '2026-11', since: asOf, ...whole };
      return measured(facts, { consents: [...others, consent] });
    }
    case 'safeguard':
      throw new Error(`${fact.id} is a fact of the practice: no step of a service is about it`);
    case 'subcontractors_named':
      return { ...facts, service: { ...service, subcontractors: service.subcontractors ?? [] } };
    case 'companies_bound':
      return withCompanies(facts, { agreement: 'yes' });
    case 'hosting_countries': {
      const moved = withCompanies(withFlows(facts, { country: 'US' }), { country: 'US' });
      return { ...moved, service: { ...moved.service, hostingCountries: ['US'] } };
    }
    case 'plan': {
      const plan = { key: 'team', name: 'Team', audience: 'business' as const };
      const offered = { ...plan, agreementOffered: 'yes' as const, trainsByDefault: 'no' as const };
      return { ...facts, service: { ...service, plan: 'team', plans: [offered] } };
    }
    case 'qsoa_in_force': {
      const kind = 'qualified_service_organization_agreement' as const;
      const qsoa = agreement({
        key: 'new-qsoa',
        kind,
        services: [service.key],
        signedOn: asOf,
        provisions: null,
      });
      return { ...facts, agreements: [...facts.agreements.filter(({ key }) => key !== qsoa.key), qsoa] };
    }
    case 'model_card': {
      const told = { intendedUse: 'Drafts', trainedOnClientData: 'no' as const, datedOn: asOf };
      const card = { key: 'new', model: 'M', modelVersion: '1', provider: 'P', ...told };
      return {
        ...facts,
        modelCards: [
          ...facts.modelCards,
          { ...card, limitations: ['Short notes'], outOfScopeUses: ['Crisis'] },
        ],
      };
    }
    case 'clinical_validation': {
      const sound = {
        independent: 'yes' as const,
        peerReviewed: 'yes' as const,
        finding: 'favorable' as const,
      };
      const study = {
        key: 'new',
        study: 'S',
        design: 'randomized_trial' as const,
        outcome: 'Good',
        publishedOn: asOf,
      };
      return { ...facts, clinicalValidations: [...facts.clinicalValidations, { ...study, ...sound }] };
    }
    case 'service_levels': {
      const held = facts.agreements.find(({ key }) => key === 'newly-signed') ?? facts.agreements[0];
      const level = {
        key: 'new',
        measure: 'availability' as const,
        promised: 99.9,
        unit: 'percent' as const,
        remedy: 'none' as const,
      };
      return {
        ...facts,
        serviceLevels: [...facts.serviceLevels, { ...level, agreement: held?.key ?? null }],
      };
    }
    case 'exit_terms': {
      const before = facts.exitTerms ?? {
        key: 'new',
        exportCost: 'free',
        certificateOfDestruction: 'yes',
        coversInsolvency: 'yes',
      };
      return {
        ...facts,
        exitTerms: { ...before, exportFormats: ['CSV'], exportTestedOn: asOf },
      };
    }
    case 'provision':
    case 'required_provisions':
    case 'agreement_in_force':
      return facts; // done above, all clauses of a step in one amendment
    case 'data_flows':
    case 'attestation':
    case 'financial_standing':
      throw new Error(`no step is known to better ${fact.id}`);
  }
}

/** Yes, documented, in the checklist and in the questionnaire; where it is about training, that is switched off. */
function answered(facts: ServiceFacts, item: ChecklistItem, { questionnaire }: ScoringModel): ServiceFacts {
  const { service } = facts;
  const others = facts.checklistAnswers.filter((one) => one.item !== item);
  const yes = answer(item, { answeredOn: facts.asOf });
  const asked = questionnaire.questions.find(({ checklistItem }) => checklistItem === item)?.id;
  const listed = { ...facts, checklistAnswers: [...others, yes] };
  const said = asked ? wellAnswered(listed, asked) : listed;
  if (item !== 'no_training') return said;
  const plans = service.plans?.map((plan) => ({ ...plan, trainsByDefault: 'no' as const }));
  const modelProviders = service.modelProviders?.map((one) => ({ ...one, trainsOnData: 'no' as const }));
  return { ...said, service: { ...service, plans, modelProviders } };
}

/** In place of every other answer to the question, of the service or of the practice. */
function wellAnswered(facts: ServiceFacts, question: string): ServiceFacts {
  const others = (list: ServiceFacts['answers']) => list.filter((one) => one.question !== question);
  const given = { answeredOn: facts.asOf, submittedOn: facts.asOf, questionnaire: 'zz-newest' };
  return {
    ...facts,
    answers: [...others(facts.answers), questionnaireAnswer(question, given)],
    practiceAnswers: others(facts.practiceAnswers),
  };
}

function newReport({ asOf, vendor, service }: ServiceFacts): ServiceFacts['soc2Reports'][number] {
  return soc2Report({
    key: 'new',
    services: [service.key],
    periodStart: addDays(asOf, -364),
    periodEnd: asOf,
    categories: [...TRUST_SERVICES_CATEGORIES],
    reportedEntity: vendor.name,
  });
}

function kept(facts: ServiceFacts, classes: readonly DataClass[], days: number): ServiceFacts {
  const dataFlows = facts.dataFlows.map((flow) =>
    carries(flow, classes) ? { ...flow, retentionDays: Math.min(flow.retentionDays ?? days, days) } : flow,
  );
  const shortened = { ...facts, dataFlows };
  return classes.every((dataClass) => AUDIO_AND_VIDEO.includes(dataClass))
    ? measured(shortened, { audioDeletion: { withinDays: days, since: facts.asOf, basis: 'observed' } })
    : shortened;
}

function withFlows(facts: ServiceFacts, changes: Partial<DataFlowFields>): ServiceFacts {
  return { ...facts, dataFlows: facts.dataFlows.map((flow) => ({ ...flow, ...changes })) };
}

function measured(facts: ServiceFacts, changes: Partial<PracticeMeasuresFields>): ServiceFacts {
  return { ...facts, practiceMeasures: { ...facts.practiceMeasures, ...changes } };
}

/** Every company behind the vendor is named, each with what is said of it. */
function withCompanies(facts: ServiceFacts, changes: { agreement?: 'yes'; country?: string }): ServiceFacts {
  const { service } = facts;
  const changed = <T extends object>(list: readonly T[] | null | undefined) =>
    (list ?? []).map((one) => ({ ...one, ...changes }));
  return {
    ...facts,
    service: {
      ...service,
      subcontractors: changed(service.subcontractors),
      modelProviders: changed(service.modelProviders),
    },
  };
}

/** Every business associate agreement on record; one that is not in force is none the better for it. */
export function amended(facts: ServiceFacts, amendment: object): ServiceFacts {
  const agreements = facts.agreements.map((one) => {
    if (one.kind !== 'business_associate_agreement') return one;
    const amendments = one.amendments ?? [];
    const key = `zz-${String(amendments.length).padStart(3, '0')}`;
    return {
      ...one,
      amendments: [...amendments, { key, title: 'Amendment', signedOn: facts.asOf, ...amendment }],
    };
  });
  return { ...facts, agreements };
}
