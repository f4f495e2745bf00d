// The rule of clearance over generated facts: nothing that is added to a denied question, or fires, brings a permit.
import * as fc from 'fast-check';
import { DECISIONS } from '../assessments/scoring/service-result';
import { US_STATES } from '../common/us-states';
import { DATA_CLASSES } from '../data-flows/data-flow.fields';
import { COVERED_ENTITY, MODALITIES } from '../organizations/practice.fields';
import { SERVICE_FUNCTIONS } from '../vendors/service.fields';
import { clearanceOf } from './clearance';
import type { ClearanceFacts, ClearanceQuestion, StandingGate, StoredScore } from './clearance-facts';
import {
  CONDITIONS,
  FACTS,
  MODEL,
  PRACTICE,
  QUESTION,
  SCORE,
  scoringModel,
  SERVICE,
} from '../../test/factories/clearance-facts';
import { PURPOSES } from './purposes';

const some = <T>(choices: readonly T[]) =>
  fc.uniqueArray(fc.constantFrom(...choices), { maxLength: choices.length });
/** All but one or two, so that questions are permitted as well. */
const most = <T>(choices: readonly T[]) =>
  fc
    .uniqueArray(fc.constantFrom(...choices), { maxLength: 2 })
    .map((left) => choices.filter((one) => !left.includes(one)));
const FEW_STATES = ['IL', 'WI', 'CA', 'DE'] as const;

const anyQuestion: fc.Arbitrary<ClearanceQuestion> = fc.record({
  purpose: fc.constantFrom(...PURPOSES),
  dataClasses: fc.uniqueArray(fc.constantFrom(...DATA_CLASSES), { minLength: 1, maxLength: 2 }),
  clientState: fc.constantFrom(...FEW_STATES),
  clinicianState: fc.option(fc.constantFrom(...FEW_STATES), { nil: null }),
  modality: fc.option(fc.constantFrom(...MODALITIES), { nil: null }),
});

const anyGate: fc.Arbitrary<StandingGate> = fc.record({
  id: fc.constantFrom('one', 'two'),
  title: fc.constant('A gate'),
  kind: fc.constantFrom('law' as const, 'house' as const),
  citation: fc.constantFrom('45 CFR 164.502(e)', null),
  confidence: fc.constantFrom('high' as const, 'medium' as const, 'low' as const),
  state: fc.constantFrom('fired' as const, 'open' as const),
  because: fc.constant('it is so.'),
  remedy: fc.constantFrom('Do this.', null),
});

const anyFacts: fc.Arbitrary<ClearanceFacts> = fc.record({
  practice: fc.record({
    today: fc.constantFrom('2026-11-27', '2026-11-28', '2026-11-29'),
    coveredEntity: fc.constantFrom(...COVERED_ENTITY),
    clientStates: most(FEW_STATES),
    clinicianStates: most(FEW_STATES),
    modalities: most(MODALITIES),
    latestSealedAssessmentId: fc.constant(null),
  }),
  service: fc.option(
    fc.record({
      id: fc.constant(SERVICE.id),
      key: fc.constant('scribe'),
      functions: most(SERVICE_FUNCTIONS),
      usesAi: fc.boolean(),
      dataClasses: most(DATA_CLASSES),
      audioDeletedWithinDays: fc.option(fc.integer({ min: 0, max: 36500 }), { nil: null }),
      score: fc.record({
        decision: fc.oneof(
          { weight: 1, arbitrary: fc.constantFrom(...DECISIONS) },
          { weight: 3, arbitrary: fc.constant('acceptable' as const) },
        ),
        why: fc.constant('why'),
        asOf: fc.constant('2026-11-20'),
        scoredAt: fc.constant(SCORE.scoredAt),
        holdsUntil: fc.constantFrom('2026-11-27', '2026-11-28', null, null),
        modelId: fc.constant(scoringModel.id),
        modelVersion: fc.constantFrom(scoringModel.version, scoringModel.version, '0.0.1'),
        conditions: some([...CONDITIONS, 'Do this.']),
        gates: fc.array(anyGate, { maxLength: 1 }),
      }),
    }),
    { nil: null, freq: 10 },
  ),
});

const decided = (question: ClearanceQuestion, facts: ClearanceFacts) =>
  clearanceOf(question, facts, MODEL).decision;

describe('whatever is stored and asked', () => {
  const check = (property: (question: ClearanceQuestion, facts: ClearanceFacts) => void) =>
    fc.assert(fc.property(anyQuestion, anyFacts, property), { numRuns: 1000 });

  it('a deny stays a deny when data, a state of the clinician or a way of holding sessions is added', () => {
    check((question, facts) => {
      if (decided(question, facts)) return;
      for (const dataClass of DATA_CLASSES) {
        const dataClasses = [...new Set([...question.dataClasses, dataClass])];
        expect(decided({ ...question, dataClasses }, facts)).toBe(false);
      }
      if (question.clinicianState === null)
        for (const clinicianState of FEW_STATES)
          expect(decided({ ...question, clinicianState }, facts)).toBe(false);
      if (question.modality === null)
        for (const modality of MODALITIES) expect(decided({ ...question, modality }, facts)).toBe(false);
    });
  });

  it('a deny stays a deny when a gate fires or opens', () => {
    fc.assert(
      fc.property(anyQuestion, anyFacts, anyGate, (question, facts, gate) => {
        if (!facts.service?.score || decided(question, facts)) return;
        const score = { ...facts.service.score, gates: [...facts.service.score.gates, gate] };
        expect(decided(question, { ...facts, service: { ...facts.service, score } })).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('there is no permit past holdsUntil, of another model, for a state or data not assessed, or with a law gate fired', () => {
    let permits = 0;
    check((question, facts) => {
      if (!decided(question, facts)) return;
      permits += 1;
      const { practice, service } = facts;
      const score = service?.score as StoredScore;
      expect(['acceptable', 'use_with_conditions']).toContain(score.decision);
      expect(score.holdsUntil === null || score.holdsUntil >= practice.today).toBe(true);
      expect(score.modelVersion).toBe(scoringModel.version);
      expect(practice.clientStates).toContain(question.clientState);
      expect(question.dataClasses.filter((one) => !service?.dataClasses.includes(one))).toEqual([]);
      expect(score.gates.filter(({ kind, state }) => kind === 'law' || state === 'open')).toEqual([]);
    });
    expect(permits).toBeGreaterThan(20);
  });

  it('what is called law is cited', () => {
    check((question, facts) => {
      const { obligations } = clearanceOf(question, facts, MODEL).context;
      expect(obligations.filter(({ basis, citation }) => basis === 'law' && citation === null)).toEqual([]);
    });
  });

  it('every state has an answer on recording', () => {
    for (const state of US_STATES) {
      const practice = { ...PRACTICE, clientStates: [state], clinicianStates: [state] };
      const { obligations } = clearanceOf(
        { ...QUESTION, clientState: state },
        { ...FACTS, practice },
        MODEL,
      ).context;
      expect(obligations.find(({ id }) => id === 'recording-consent')?.citation).toEqual(expect.any(String));
    }
  });
});
