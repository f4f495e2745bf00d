// Generated answers of the questionnaire and records of the vendor and its service.
import * as fc from 'fast-check';
import type { Keyed, ServiceFacts } from '../../src/assessments/scoring/service-facts';
import type { Question, QuestionScope } from '../../src/assessments/scoring/questionnaire-catalog';
import { STUDY_DESIGNS, STUDY_FINDINGS } from '../../src/clinical-validations/clinical-validation.fields';
import { addDays, type CalendarDate } from '../../src/common/calendar-date';
import { BASES, YES_NO_UNKNOWN } from '../../src/common/words';
import type { CountingAnswer } from '../../src/questionnaires/records/counting-answers';
import type { IntegrationFields } from '../../src/vendors/integration.fields';
import { PLAN_AUDIENCES } from '../../src/vendors/plan.fields';
import { bestValue, goodAnswers, questionsAbout, worstValue } from './answers.factory';
import { AS_OF } from './service-facts.factory';

const date: fc.Arbitrary<CalendarDate> = fc
  .integer({ min: -1000, max: 500 })
  .map((days) => addDays(AS_OF, days));
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const yesNoUnknown = fc.constantFrom(...YES_NO_UNKNOWN);
/** One of these lists. */
const oneOf = (...lists: string[][]): fc.Arbitrary<string[]> => fc.constantFrom(...lists);
const country = optional(fc.constantFrom('US', 'IN'));

const VALUES = [bestValue, worstValue, partlyValue, () => 'unknown'] as const;

/** The value that meets it partly, where there is one. */
export function partlyValue(question: Question): CountingAnswer['value'] {
  switch (question.answerType) {
    case 'yes_no':
      return 'partly';
    case 'choice':
      return question.options.find(({ met }) => met === 'partly')?.value ?? bestValue(question);
    case 'choices':
      return question.options
        .filter(({ met, saysNotThere }) => met === 'fully' && !saysNotThere)
        .slice(0, question.counts.partlyFrom)
        .map(({ value }) => value);
    case 'number':
      return question.number.partlyAtMost ?? question.number.partlyAtLeast ?? 0;
    case 'date':
    case 'text':
      return bestValue(question);
  }
}

export function anyAnswerTo(question: Question): fc.Arbitrary<CountingAnswer> {
  return answerTo(fc.constant(question));
}

function answerTo(question: fc.Arbitrary<Question>): fc.Arbitrary<CountingAnswer> {
  return fc
    .record({
      question,
      valueOf: fc.constantFrom(...VALUES),
      basis: fc.constantFrom(...BASES),
      evidence: optional(fc.constant('Security overview')),
      answeredOn: date,
      disputedAfter: optional(fc.integer({ min: 0, max: 300 })),
      questionnaire: fc.constantFrom('first', 'second'),
    })
    .map(({ question: asked, valueOf, disputedAfter, questionnaire, ...rest }) => ({
      ...rest,
      question: asked.id,
      value: valueOf(asked),
      questionnaire,
      submittedOn: addDays(rest.answeredOn, 2),
      review:
        disputedAfter === null || disputedAfter % 3 > 0
          ? null
          : {
              verdict: 'disputed' as const,
              reviewer: { name: 'Dana Whitfield', role: 'Security official' },
              on: addDays(rest.answeredOn, disputedAfter),
              reason: 'Not what we see.',
            },
    }));
}

/** Some answers, one a question and questionnaire; half of the time on top of good ones to every question. */
export function anyAnswersAbout(about: QuestionScope): fc.Arbitrary<CountingAnswer[]> {
  const good = goodAnswers(about);
  return fc
    .record({
      some: fc.array(answerTo(fc.constantFrom(...questionsAbout(about))), { maxLength: 8 }),
      rest: fc.boolean(),
    })
    .map(({ some, rest }) => {
      const said = [...new Map(some.map((one) => [`${one.question} ${one.questionnaire}`, one])).values()];
      const answered = new Set(said.map(({ question }) => question));
      return rest ? [...said, ...good.filter(({ question }) => !answered.has(question))] : said;
    });
}

export const anyServiceRecord = fc.record({
  plans: optional(
    fc
      .record({
        audience: fc.constantFrom(...PLAN_AUDIENCES),
        agreementOffered: yesNoUnknown,
        trainsByDefault: fc.constantFrom('no' as const, 'no' as const, ...YES_NO_UNKNOWN),
      })
      .map((plan) => [{ key: 'clinic', name: 'Clinic', ...plan }]),
  ),
  modelProviders: optional(
    fc
      .array(
        fc.record({
          country,
          agreement: yesNoUnknown,
          trainsOnData: fc.constantFrom('no' as const, ...YES_NO_UNKNOWN),
        }),
        {
          maxLength: 1,
        },
      )
      .map((list) => list.map((one) => ({ key: 'model-house', name: 'Model House', ...one }))),
  ),
  subcontractors: optional(
    fc
      .array(fc.record({ country, agreement: yesNoUnknown, handlesClientData: yesNoUnknown }), {
        maxLength: 1,
      })
      .map((list) => list.map((one) => ({ key: 'cloud', name: 'Example Cloud', role: 'hosting', ...one }))),
  ),
  hostingCountries: optional(oneOf(['US'], ['US', 'IN'], ['PR'])),
  integrations: optional(
    fc.constantFrom([] as IntegrationFields[], [
      { key: 'ehr', kind: 'health_records' as const, name: 'Records', access: 'write' as const },
    ]),
  ),
});

const anyCard = fc
  .record({
    datedOn: date,
    limitations: optional(oneOf([], ['short sessions'])),
    outOfScopeUses: optional(oneOf([])),
  })
  .map((one) => ({
    ...one,
    model: 'Cedar',
    modelVersion: '2',
    provider: 'Model House',
    intendedUse: 'drafting',
    trainedOnClientData: 'no' as const,
  }));

const anyStudy = fc
  .record({
    design: fc.constantFrom(...STUDY_DESIGNS),
    independent: yesNoUnknown,
    peerReviewed: yesNoUnknown,
    finding: fc.constantFrom(...STUDY_FINDINGS),
    publishedOn: date,
  })
  .map((one) => ({ ...one, study: 'Drafts in outpatient care', outcome: 'time saved' }));

const anyStanding = fc
  .record({
    asOf: date,
    yearsInBusiness: optional(fc.constantFrom(1, 5, 20)),
    profitable: yesNoUnknown,
    runwayMonths: optional(fc.constantFrom(3, 6, 18)),
    auditedStatementsSeen: fc.boolean(),
    basis: fc.constantFrom(...BASES),
    source: optional(fc.constant('register')),
  })
  .map((one) => ({ ...one, key: 'standing', ownership: 'founders' as const }));

const anyExit = fc
  .record({
    exportFormats: optional(oneOf([], ['CSV'])),
    exportTestedOn: optional(date),
    agreement: optional(fc.constantFrom('agreement-0', 'agreement-1')),
  })
  .map((one) => ({
    ...one,
    key: 'exit',
    exportCost: 'free' as const,
    certificateOfDestruction: 'unknown' as const,
    coversInsolvency: 'unknown' as const,
  }));

const anyLevel = fc
  .record({
    promised: fc.constantFrom(95, 99, 99.9),
    agreement: optional(fc.constantFrom('agreement-0', 'agreement-1')),
  })
  .map((one) => ({
    ...one,
    measure: 'availability' as const,
    unit: 'percent' as const,
    remedy: 'none' as const,
  }));

type VendorRecords = Pick<
  ServiceFacts,
  'modelCards' | 'clinicalValidations' | 'financialStanding' | 'serviceLevels' | 'exitTerms'
>;

const keyed = <T extends object>(prefix: string, entries: T[]): Keyed<T>[] =>
  entries.map((entry, index) => ({ ...entry, key: `${prefix}-${index}` }));

export const anyVendorRecords: fc.Arbitrary<VendorRecords> = fc.record({
  modelCards: fc.array(anyCard, { maxLength: 2 }).map((list) => keyed('card', list)),
  clinicalValidations: fc.array(anyStudy, { maxLength: 2 }).map((list) => keyed('study', list)),
  financialStanding: optional(anyStanding),
  serviceLevels: fc.array(anyLevel, { maxLength: 2 }).map((list) => keyed('level', list)),
  exitTerms: optional(anyExit),
});
