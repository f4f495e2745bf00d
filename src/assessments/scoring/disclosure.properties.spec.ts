// Saying more, and saying better, over generated facts: favourable news never raises a residual, silence never lowers one.
import * as fc from 'fast-check';
import { PROVISION_IDS } from '../../business-associate-agreements/agreement.fields';
import { CHECKLIST_ITEMS } from '../../checklists/checklist.fields';
import { addDays } from '../../common/calendar-date';
import { BASES } from '../../common/words';
import { lowerIn, MODEL, scored } from '../../../test/factories/scored';
import { agreement, AS_OF, soc2Report } from '../../../test/factories/service-facts.factory';
import { GENERATED_VENDOR } from '../../../test/factories/assurance.arbitrary';
import { anyFacts } from '../../../test/factories/service-facts.arbitrary';
import { bestValue, questionnaireAnswer, worstValue } from '../../../test/factories/answers.factory';
import { partlyValue } from '../../../test/factories/vendor-records.arbitrary';
import type { CountingAnswer } from '../../questionnaires/records/counting-answers';
import type { ServiceFacts } from './service-facts';

const RUNS = { numRuns: 1000 };
const item = fc.constantFrom(...CHECKLIST_ITEMS);
const since = fc.integer({ min: 0, max: 900 }).map((days) => addDays(AS_OF, -days));

describe('answers', () => {
  it('that are better on the same basis never raise a residual', () => {
    fc.assert(
      fc.property(anyFacts, item, fc.constantFrom(...BASES), since, (facts, name, basis, answeredOn) => {
        const said = (value: 'no' | 'partly' | 'yes') =>
          scored(withAnswer(facts, { item: name, value, basis, evidence: 'a document', answeredOn }));
        const [no, partly, yes] = [said('no'), said('partly'), said('yes')];
        expect(lowerIn(no, partly)).toEqual([]);
        expect(lowerIn(partly, yes)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('of unknown, or left out, leave every residual where a no would', () => {
    fc.assert(
      fc.property(anyFacts, item, since, (facts, name, answeredOn) => {
        const no = scored(withAnswer(facts, { item: name, value: 'no', basis: 'stated', answeredOn }));
        const unknown = scored(withAnswer(facts, { item: name, value: 'unknown', answeredOn }));
        const left = scored({
          ...facts,
          answers: facts.answers.filter(({ question }) => !ITEM_QUESTIONS.has(question)),
          checklistAnswers: facts.checklistAnswers.filter((one) => one.item !== name),
        });
        for (const silent of [unknown, left]) {
          expect(lowerIn(silent, no)).toEqual([]);
          expect(lowerIn(no, silent)).toEqual([]);
          expect(permits(silent) && !permits(no)).toBe(false);
        }
      }),
      RUNS,
    );
  });

  it('of unknown never give more confidence than an answer, and become a task where the item bears on the service', () => {
    fc.assert(
      fc.property(anyFacts, item, since, (facts, name, answeredOn) => {
        const no = scored(withAnswer(facts, { item: name, value: 'no', basis: 'stated', answeredOn }));
        const unknown = scored(withAnswer(facts, { item: name, value: 'unknown', answeredOn }));
        expect(unknown.confidence.knownWeight).toBeLessThanOrEqual(no.confidence.knownWeight);
        expect(unknown.unknowns.length > no.unknowns.length).toBe(
          unknown.confidence.knownWeight < no.confidence.knownWeight,
        );
      }),
      RUNS,
    );
  });
});

describe('answers of the questionnaire', () => {
  const asked = MODEL.questionnaire.questions.filter(({ checklistItem }) => checklistItem === null);
  const question = fc.constantFrom(...asked);

  it('that are better on the same basis never raise a residual; unknown, disputed and left out stand where the worst does', () => {
    fc.assert(
      fc.property(anyFacts, question, fc.constantFrom(...BASES), since, (facts, one, basis, answeredOn) => {
        const others = facts.answers.filter((given) => given.question !== one.id);
        const ofPractice = facts.practiceAnswers.filter((given) => given.question !== one.id);
        const bare = { ...facts, answers: others, practiceAnswers: ofPractice };
        const said = (value: string | number | string[], review: CountingAnswer['review'] = null) =>
          scored({
            ...bare,
            answers: [...others, questionnaireAnswer(one.id, { value, basis, answeredOn, review })],
          });
        const worst = said(worstValue(one));
        const best = said(bestValue(one));
        const partly = said(partlyValue(one));
        expect(lowerIn(worst, partly)).toEqual([]);
        expect(lowerIn(partly, best)).toEqual([]);
        const disputed = said(bestValue(one), {
          verdict: 'disputed',
          reviewer: { name: 'Dana Whitfield', role: 'Security official' },
          on: answeredOn,
        });
        for (const silent of [said('unknown'), disputed, scored(bare)]) {
          expect(lowerIn(silent, worst)).toEqual([]);
          expect(lowerIn(worst, silent)).toEqual([]);
          expect(silent.confidence.knownWeight).toBeLessThanOrEqual(worst.confidence.knownWeight);
          expect(permits(silent) && !permits(worst)).toBe(false);
        }
      }),
      RUNS,
    );
  });
});

describe('records of the vendor', () => {
  it('withheld, however bad they are, never lower a residual', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const shown = scored(facts);
        const withheld = scored({
          ...facts,
          modelCards: [],
          clinicalValidations: [],
          financialStanding: null,
          serviceLevels: [],
          exitTerms: null,
        });
        expect(lowerIn(withheld, shown)).toEqual([]);
        expect(permits(withheld) && !permits(shown)).toBe(false);
      }),
      RUNS,
    );
  });
});

describe('documents', () => {
  it('that are favourable on all they speak to never raise a residual', () => {
    fc.assert(
      fc.property(anyFacts, fc.subarray([...PROVISION_IDS]), fc.boolean(), (facts, read, oneYear) => {
        const provisions = read.map((provision) => ({ provision, verdict: 'present' as const }));
        const added = agreement({
          key: 'added',
          services: ['service'],
          provisions,
          endsOn: oneYear ? '2027-06-30' : null,
        });
        const clause = (id: string) => (read as string[]).includes(id);
        const denied = facts.checklistAnswers.some(
          (one) =>
            one.value !== 'yes' &&
            (one.item === 'baa_signed' ||
              (one.item === 'no_training' && clause('BAA-A01')) ||
              (one.item === 'no_sale_or_sharing' && clause('BAA-A04'))),
        );
        fc.pre(!denied);
        expect(
          lowerIn(scored(facts), scored({ ...facts, agreements: [...facts.agreements, added] })),
        ).toEqual([]);
      }),
      RUNS,
    );
  });

  it('that are clean reports, of either type, never raise a residual', () => {
    fc.assert(
      fc.property(
        anyFacts,
        fc.constantFrom('soc2_type_1' as const, 'soc2_type_2' as const),
        since,
        (facts, kind, periodEnd) => {
          const added = soc2Report({
            key: 'added',
            reportedEntity: GENERATED_VENDOR,
            kind,
            periodEnd,
            periodStart: kind === 'soc2_type_2' ? addDays(periodEnd, -364) : null,
          });
          expect(
            lowerIn(scored(facts), scored({ ...facts, soc2Reports: [...facts.soc2Reports, added] })),
          ).toEqual([]);
        },
      ),
      RUNS,
    );
  });

  it('withheld are never better than shown, however bad they are', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const shown = scored(facts);
        const withoutReports = scored({ ...facts, soc2Reports: [] });
        expect(lowerIn(withoutReports, shown)).toEqual([]);
        expect(permits(withoutReports) && !permits(shown)).toBe(false);
        const expected = shown.gates.some(
          ({ id, state }) => id === 'no-agreement-in-force' && state !== 'not_applicable',
        );
        if (!expected) return;
        const withoutAgreements = scored({ ...facts, agreements: [] });
        expect(lowerIn(withoutAgreements, shown)).toEqual([]);
        expect(permits(withoutAgreements)).toBe(permits(withoutAgreements) && permits(shown));
      }),
      RUNS,
    );
  });

  it('and measures of the practice itself, withheld, never lower a residual', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(lowerIn(scored({ ...facts, practiceMeasures: null }), scored(facts))).toEqual([]);
      }),
      RUNS,
    );
  });
});

function permits({ decision }: ReturnType<typeof scored>): boolean {
  return decision.code === 'acceptable' || decision.code === 'use_with_conditions';
}

const ITEM_QUESTIONS = new Set(
  MODEL.questionnaire.questions.filter(({ checklistItem }) => checklistItem !== null).map(({ id }) => id),
);

/** With the checklist alone speaking of its items: what the questionnaire says of them is another answer. */
function withAnswer(facts: ServiceFacts, answer: ServiceFacts['checklistAnswers'][number]): ServiceFacts {
  return {
    ...facts,
    answers: facts.answers.filter(({ question }) => !ITEM_QUESTIONS.has(question)),
    checklistAnswers: [...facts.checklistAnswers.filter((one) => one.item !== answer.item), answer],
  };
}
