// The rule of clearance as a table, and over generated facts: nothing that is added to a denied question, or fires, brings a permit.
import * as fc from 'fast-check';
import { DECISIONS } from '../assessments/scoring/service-result';
import { loadCatalogs } from '../catalogs/load-catalogs';
import { US_STATES } from '../common/us-states';
import { DATA_CLASSES } from '../data-flows/data-flow.fields';
import { COVERED_ENTITY, MODALITIES } from '../organizations/practice.fields';
import { SERVICE_FUNCTIONS } from '../vendors/service.fields';
import { clearanceOf } from './clearance';
import type {
  ClearanceFacts,
  ClearanceModel,
  ClearanceQuestion,
  ServiceStanding,
  StandingGate,
  StoredScore,
} from './clearance-facts';
import { PURPOSES } from './purposes';

const { scoringModel, clearanceObligations } = loadCatalogs();
const MODEL: ClearanceModel = { scoring: scoringModel, obligations: clearanceObligations };
const CONDITIONS = scoringModel.conditions.map(({ text }) => text);

const QUESTION: ClearanceQuestion = {
  purpose: 'record_session',
  dataClasses: ['session_audio'],
  clientState: 'IL',
  clinicianState: null,
  modality: 'video',
};

const SCORE: StoredScore = {
  decision: 'use_with_conditions',
  why: 'Worst threat moderate: inaccurate notes',
  asOf: '2026-11-22',
  scoredAt: new Date('2026-11-22T12:00:00Z'),
  holdsUntil: '2027-02-28',
  modelId: scoringModel.id,
  modelVersion: scoringModel.version,
  conditions: CONDITIONS.slice(0, 7),
  gates: [],
};

const SERVICE: ServiceStanding = {
  id: '019ab1c2-7d3e-7f00-8000-5a1b2c3d4e5f',
  key: 'scribe',
  functions: ['session_recording'],
  usesAi: true,
  dataClasses: ['session_audio', 'transcripts'],
  audioDeletedWithinDays: 2,
  score: SCORE,
};

const PRACTICE: ClearanceFacts['practice'] = {
  today: '2026-11-28',
  coveredEntity: 'yes',
  clientStates: ['IL', 'WI'],
  clinicianStates: ['WI'],
  modalities: ['in_person', 'video'],
  latestSealedAssessmentId: null,
};

const GATE: StandingGate = {
  id: 'a-gate',
  title: 'A gate',
  kind: 'law',
  citation: '45 CFR 164.502(e)',
  confidence: 'high',
  state: 'fired',
  because: 'it is so.',
  remedy: null,
};

const withScore = (changes: Partial<StoredScore>): ClearanceFacts => ({
  practice: PRACTICE,
  service: { ...SERVICE, score: { ...SCORE, ...changes } },
});
const withService = (changes: Partial<ServiceStanding>): ClearanceFacts => ({
  practice: PRACTICE,
  service: { ...SERVICE, ...changes },
});
const FACTS = withService({});

const codes = (question: ClearanceQuestion, facts: ClearanceFacts) =>
  clearanceOf(question, facts, MODEL).context.reasons.map(({ code }) => code);

describe('clearance', () => {
  it.each<[string, Partial<ClearanceQuestion>, ClearanceFacts, string[]]>([
    ['what is scored and asked for so', {}, FACTS, ['decision-use-with-conditions']],
    ['what is acceptable', {}, withScore({ decision: 'acceptable' }), ['decision-acceptable']],
    ['the last day', {}, withScore({ holdsUntil: '2026-11-28' }), ['decision-use-with-conditions']],
    ['what nothing dated can change', {}, withScore({ holdsUntil: null }), ['decision-use-with-conditions']],
    [
      'a fired house gate of a service with conditions',
      {},
      withScore({ gates: [{ ...GATE, kind: 'house' }] }),
      ['decision-use-with-conditions'],
    ],
  ])('permits %s', (_what, question, facts, expected) => {
    const { decision } = clearanceOf({ ...QUESTION, ...question }, facts, MODEL);
    expect([decision, codes({ ...QUESTION, ...question }, facts)]).toEqual([true, expected]);
  });

  it.each<[string, Partial<ClearanceQuestion>, ClearanceFacts, string[]]>([
    ['a service that is not there', {}, { practice: PRACTICE, service: null }, ['service-unknown']],
    ['a service without a score', {}, withService({ score: null }), ['not-scored']],
    [
      'do not use',
      {},
      withScore({ decision: 'do_not_use', gates: [GATE] }),
      ['decision-do-not-use', 'gate-fired'],
    ],
    ['not enough known', {}, withScore({ decision: 'not_enough_known' }), ['decision-not-enough-known']],
    ['a law gate beside a permit', {}, withScore({ gates: [GATE] }), ['gate-fired']],
    [
      'an open gate beside a permit',
      {},
      withScore({ gates: [{ ...GATE, kind: 'house', state: 'open' }] }),
      ['gate-open'],
    ],
    ['the day after', {}, withScore({ holdsUntil: '2026-11-27' }), ['result-expired']],
    ['another version of the model', {}, withScore({ modelVersion: '0.0.1' }), ['model-not-current']],
    ['another model', {}, withScore({ modelId: 'another' }), ['model-not-current']],
    ['another purpose', { purpose: 'ask_assistant' }, FACTS, ['purpose-not-served']],
    ['data without a flow', { dataClasses: ['session_audio', 'minors'] }, FACTS, ['data-class-not-assessed']],
    [
      'what the purpose sends unasked',
      { dataClasses: ['transcripts'] },
      withService({ dataClasses: ['transcripts'] }),
      ['data-class-not-assessed'],
    ],
    ['a state off the profile', { clientState: 'CA' }, FACTS, ['client-state-not-assessed']],
    ['a clinician off the profile', { clinicianState: 'IL' }, FACTS, ['clinician-state-not-assessed']],
    ['a modality off the profile', { modality: 'phone' }, FACTS, ['modality-not-assessed']],
    [
      'all of it at once',
      { clientState: 'CA', modality: 'phone' },
      withScore({ decision: 'do_not_use', holdsUntil: '2026-11-01' }),
      ['decision-do-not-use', 'result-expired', 'client-state-not-assessed', 'modality-not-assessed'],
    ],
  ])('denies %s', (_what, question, facts, expected) => {
    const { decision, context } = clearanceOf({ ...QUESTION, ...question }, facts, MODEL);
    expect([decision, context.obligations]).toEqual([false, []]);
    expect(context.reasons.map(({ code }) => code)).toEqual(expected);
  });
});

describe('obligations', () => {
  const of = (question: Partial<ClearanceQuestion>, facts: ClearanceFacts) =>
    new Map(
      clearanceOf({ ...QUESTION, ...question }, facts, MODEL).context.obligations.map((one) => [one.id, one]),
    );

  it('name each thing once', () => {
    const { obligations } = clearanceOf(QUESTION, FACTS, MODEL).context;
    expect(new Set(obligations.map(({ id }) => id)).size).toBe(obligations.length);
  });

  it('take the stricter of the states of client and clinician for recording', () => {
    const practice = { ...PRACTICE, clinicianStates: ['WI', 'IL'] as const };
    const stricter = of({ clientState: 'WI', clinicianState: 'IL' }, { ...FACTS, practice });
    expect(stricter.get('recording-consent')).toMatchObject({
      basis: 'law',
      citation: expect.stringContaining('720 ILCS'),
    });
    const milder = of({ clientState: 'WI', clinicianState: 'WI' }, { ...FACTS, practice });
    expect(milder.get('recording-consent')).toMatchObject({ basis: 'good_practice' });
  });

  it('hold an unclear law by house rule', () => {
    const practice = { ...PRACTICE, clientStates: ['DE'] as const };
    expect(of({ clientState: 'DE' }, { ...FACTS, practice }).get('recording-consent')).toMatchObject({
      basis: 'good_practice',
      citation: '11 Del. C. 1335(a)(4) v. 2402(c)(4)',
    });
  });

  it('call nothing of HIPAA law where the practice is no covered entity', () => {
    const practice = { ...PRACTICE, coveredEntity: 'no' as const };
    expect(of({}, { ...FACTS, practice }).get('least-data')).toMatchObject({ basis: 'good_practice' });
    expect(of({}, FACTS).get('least-data')).toMatchObject({ basis: 'law' });
  });

  it('carry what lifts a fired house gate, in its words', () => {
    const gate = { ...GATE, kind: 'house' as const, remedy: 'Do this.' };
    const found = of({}, withScore({ gates: [gate], conditions: ['Do this.'] })).get('a-gate');
    expect(found).toMatchObject({ text: 'Do this.', basis: 'good_practice', citation: GATE.citation });
  });
});

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
