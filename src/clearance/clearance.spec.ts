// The rule of clearance as a table.
import { clearanceOf } from './clearance';
import type { ClearanceFacts, ClearanceQuestion } from './clearance-facts';
import {
  FACTS,
  GATE,
  MODEL,
  PRACTICE,
  QUESTION,
  withScore,
  withService,
} from '../../test/factories/clearance-facts';

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

  it.each([
    ['New York in person, one party by what is known', 'NY', 'in_person', 'high'],
    ['Nevada by video, everyone by the fame of a case', 'NV', 'video', 'high'],
    ['Tennessee, one party by secondary sources', 'TN', 'video', 'medium'],
  ] as const)(
    'hold a recording law that nobody read by house rule: %s',
    (_case, state, modality, confidence) => {
      const practice = { ...PRACTICE, clientStates: [state], modalities: [modality] };
      const found = of({ clientState: state, modality }, { ...FACTS, practice }).get('recording-consent');
      expect(found).toMatchObject({ basis: 'good_practice', confidence });
      expect(found?.text).toMatch(/not checked in its text/);
    },
  );

  it('call an act law only where its text was read, and say of others that it was not', () => {
    const consentIn = (state: 'IL' | 'RI') => {
      const practice = { ...PRACTICE, clientStates: [state] };
      return of({ clientState: state }, { ...FACTS, practice }).get('ai-consent');
    };
    expect(consentIn('IL')).toMatchObject({ basis: 'law', confidence: 'high' });
    expect(consentIn('RI')).toMatchObject({ basis: 'good_practice', confidence: 'medium' });
    expect(consentIn('RI')?.text).toMatch(/Not checked in its text: Use of Artificial Intelligence/);
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
