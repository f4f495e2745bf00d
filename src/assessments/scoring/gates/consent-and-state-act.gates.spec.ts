// What the law of a state stops: recording without everyone’s consent, and what its acts on AI ask.
import { gate, stateOf } from '../../../../test/factories/gate-of';
import { scored } from '../../../../test/factories/scored';
import {
  AS_OF,
  flow,
  practiceFacts,
  scribe,
  serviceFields,
} from '../../../../test/factories/service-facts.factory';
import type { ServiceFacts } from '../service-facts';

describe('recording consent', () => {
  const none = { ...scribe().practiceMeasures, consents: [] };
  const consent = scribe().practiceMeasures?.consents?.[0];
  const law = 'recording-consent-law';
  const house = 'recording-consent-unclear';

  it.each([
    ['clients sit in an all-party state', { clientStates: ['CA'] }, 'fired', 'not_applicable'],
    ['clinicians sit in an all-party state', { clinicianStates: ['WA'] }, 'fired', 'not_applicable'],
    ['all sit in a one-party state', {}, 'not_applicable', 'not_applicable'],
    ['state law is contested', { clientStates: ['MI'] }, 'not_applicable', 'fired'],
    ['the rule is all-party, but the entry is not sure', { clientStates: ['OR'] }, 'not_applicable', 'fired'],
    [
      'the rule is all-party and sure, but nobody has read it in its text',
      { clientStates: ['NV'], modalities: ['video'] },
      'not_applicable',
      'fired',
    ],
    [
      'one party is enough by what is known, but nobody has read it in its text',
      { clientStates: ['NY'], modalities: ['in_person'] },
      'not_applicable',
      'fired',
    ],
    [
      'one party is enough by what was read',
      { clientStates: ['NY'], modalities: ['video'] },
      'not_applicable',
      'not_applicable',
    ],
    [
      'only telephone and video ask everyone, and sessions are by video',
      { clientStates: ['CT'], modalities: ['video'] },
      'fired',
      'not_applicable',
    ],
    [
      'only telephone and video ask everyone, and sessions are in person',
      { clientStates: ['CT'], modalities: ['in_person'] },
      'not_applicable',
      'fired',
    ],
  ] as const)('when %s', (_case, where, lawState, houseState) => {
    const practice = practiceFacts(where as Parameters<typeof practiceFacts>[0]);
    const facts = scribe({ practice, practiceMeasures: none });
    expect([stateOf(facts, law), stateOf(facts, house)]).toEqual([lawState, houseState]);
    const cleared = scribe({ practice });
    expect([stateOf(cleared, law), stateOf(cleared, house)]).not.toContain('fired');
  });

  it.each([
    ['starts tomorrow', { since: '2026-11-23' }, 'fired'],
    ['starts today', { since: AS_OF }, 'cleared'],
    ['is not attested for all clients', { attestedForAllClients: false }, 'fired'],
    ['leaves out others who can be heard', { coversEveryoneAudible: false }, 'fired'],
  ])('that %s', (_case, changes, state) => {
    const consents = consent ? [{ ...consent, ...changes }] : [];
    const practice = practiceFacts({ clientStates: ['CA'] });
    expect(stateOf(scribe({ practice, practiceMeasures: { consents } }), law)).toBe(state);
  });

  it('names the statute of the state that asks, and is not asked of a video call that keeps nothing', () => {
    const practice = practiceFacts({ clientStates: ['CA'] });
    expect(gate(scribe({ practice, practiceMeasures: none }), law).citation).toBe(
      'Cal. Penal Code 632(a), 632(c), 632.7',
    );
    const call = scribe({
      practice,
      practiceMeasures: null,
      service: serviceFields({ functions: ['telehealth'], usesAi: false }),
      dataFlows: [flow({ dataClasses: ['session_audio', 'session_video'], retentionDays: 0 })],
    });
    expect(stateOf(call, law)).toBe('not_applicable');
  });
});

describe('state acts', () => {
  const inState = (state: 'IL' | 'RI' | 'CO' | 'TX', changes: Partial<ServiceFacts> = {}) =>
    scribe({ practice: practiceFacts({ clientStates: [state] }), ...changes });
  const withAiConsent = (changes: { written?: boolean }) => {
    const consents = (scribe().practiceMeasures?.consents ?? []).map((one) =>
      one.kind === 'ai_use' ? { ...one, ...changes } : one,
    );
    return { practiceMeasures: { ...scribe().practiceMeasures, consents } };
  };
  const noAiConsent = {
    practiceMeasures: {
      consents: scribe().practiceMeasures?.consents?.filter(({ kind }) => kind === 'recording'),
    },
  };

  it('ask written consent to AI in Illinois, any notice in Rhode Island', () => {
    expect(stateOf(inState('IL', noAiConsent), 'state-ai-act')).toBe('fired');
    expect(stateOf(inState('IL', withAiConsent({ written: false })), 'state-ai-act')).toBe('fired');
    expect(stateOf(inState('IL'), 'state-ai-act')).toBe('cleared');
    expect(stateOf(inState('RI', noAiConsent), 'state-ai-act-unconfirmed')).toBe('fired');
    expect(stateOf(inState('RI', withAiConsent({ written: false })), 'state-ai-act-unconfirmed')).toBe(
      'cleared',
    );
  });

  it('of which nobody read the text are no law, and a house gate with the same floor that says so', () => {
    expect(stateOf(inState('RI', noAiConsent), 'state-ai-act')).toBe('not_applicable');
    expect(gate(inState('CO', noAiConsent), 'state-ai-act-unconfirmed')).toMatchObject({
      state: 'fired',
      kind: 'house',
      floor: 'high',
      confidence: 'medium',
      notChecked: ['C.R.S. 12-245-224.5 (new)'],
    });
    expect(gate(inState('IL', noAiConsent), 'state-ai-act')).toMatchObject({ kind: 'law', notChecked: [] });
    expect(stateOf(inState('CO', noAiConsent), 'state-ai-act')).toBe('not_applicable');
  });

  it('do not count before they take effect', () => {
    expect(stateOf(inState('CO', { ...noAiConsent, asOf: '2026-08-11' }), 'state-ai-act-unconfirmed')).toBe(
      'not_applicable',
    );
  });

  it('keep Texas health records in the United States; a country that is not recorded is open', () => {
    const from = (country: string | null) =>
      inState('TX', { dataFlows: [flow({ dataClasses: ['progress_notes'], country })] });
    expect(stateOf(from('IN'), 'state-record-location')).toBe('fired');
    expect(stateOf(from('PR'), 'state-record-location')).toBe('cleared');
    expect(stateOf(from(null), 'state-record-location')).toBe('open');
    expect(scored(from(null)).unknowns.map(({ id }) => id)).toContain('state-record-location');
  });
});
