// Every gate: when it fires, when it is open, what clears it, what it is called for whom.
import {
  agreement,
  AS_OF,
  answers,
  flow,
  practiceFacts,
  provisions,
  scribe,
  scheduler,
  serviceFields,
} from '../../../../test/factories/service-facts.factory';
import { scored } from '../../../../test/factories/scored';
import type { ServiceFacts } from '../service-facts';
import type { GateResult } from '../service-result';

function gate(facts: ServiceFacts, id: string): GateResult {
  const found = scored(facts).gates.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no gate ${id}`);
  return found;
}
const stateOf = (facts: ServiceFacts, id: string) => gate(facts, id).state;

describe('no agreement in force', () => {
  const id = 'no-agreement-in-force';
  it.each([
    ['none is on record', [], 'fired'],
    ['it is not signed', [agreement({ signedOn: null })], 'fired'],
    ['it starts tomorrow', [agreement({ effectiveOn: '2026-11-23' })], 'fired'],
    ['it starts today', [agreement({ effectiveOn: AS_OF })], 'cleared'],
    ['today is its last day', [agreement({ endsOn: AS_OF })], 'cleared'],
    ['it ended yesterday', [agreement({ endsOn: '2026-11-21' })], 'fired'],
    ['it is terminated today', [agreement({ terminatedOn: AS_OF })], 'fired'],
    ['it is of another kind', [agreement({ kind: 'qualified_service_organization_agreement' })], 'fired'],
  ] as const)('when %s', (_case, agreements, state) => {
    expect(stateOf(scribe({ agreements }), id)).toBe(state);
  });

  it('does not fire where every flow relies on a cited exception, and does where the citation is missing', () => {
    const excepted = flow({ recipientRole: 'exception', exceptionCitation: '45 CFR 164.502(e)(1)(ii)(A)' });
    expect(stateOf(scribe({ agreements: [], dataFlows: [excepted] }), id)).toBe('not_applicable');
    expect(
      stateOf(scribe({ agreements: [], dataFlows: [{ ...excepted, exceptionCitation: null }] }), id),
    ).toBe('fired');
  });

  it('counts the worse side of a contradiction, and stays open while item 7 is not answered', () => {
    const denied = scribe({ checklistAnswers: answers({ baa_signed: { value: 'no' } }) });
    expect(gate(denied, id)).toMatchObject({ state: 'fired', fired: true });
    expect(scored(denied).contradictions.map((one) => one.id)).toEqual(['agreement-without-baa-signed']);
    expect(stateOf(scribe({ checklistAnswers: answers({ baa_signed: { value: 'unknown' } }) }), id)).toBe(
      'open',
    );
    const claimed = scored(scribe({ agreements: [] }));
    expect(claimed.contradictions.map((one) => one.id)).toContain('baa-signed-without-agreement');
  });

  it('is a house gate for a practice that is not a covered entity, a law gate for one that is unsure, and refuses both', () => {
    for (const [coveredEntity, kind] of [
      ['no', 'house'],
      ['unsure', 'law'],
      ['yes', 'law'],
    ] as const) {
      const facts = scheduler({ agreements: [], practice: practiceFacts({ coveredEntity }) });
      expect(gate(facts, id).kind).toBe(kind);
      expect(scored(facts).decision.code).toBe('do_not_use');
    }
  });

  it('does not ask for an agreement on data that is de-identified with evidence, but a voice is never so by safe harbor', () => {
    const claim = {
      identifiability: 'deidentified_safe_harbor' as const,
      deidentificationEvidence: 'method note',
    };
    const notes = flow({ ...claim, dataClasses: ['progress_notes'] });
    const voice = flow({ ...claim, dataClasses: ['session_audio'] });
    expect(stateOf(scribe({ agreements: [], dataFlows: [notes] }), id)).toBe('not_applicable');
    expect(stateOf(scribe({ agreements: [], dataFlows: [voice] }), id)).toBe('fired');
    expect(
      stateOf(scribe({ agreements: [], dataFlows: [{ ...notes, deidentificationEvidence: null }] }), id),
    ).toBe('fired');
  });
});

describe.each([
  ['training-on-client-data', 'no_training', 'BAA-A01'],
  ['sale-or-sharing', 'no_sale_or_sharing', 'BAA-A04'],
] as const)('%s', (id, item, provision) => {
  it.each([
    ['yes', 'cleared'],
    ['partly', 'fired'],
    ['no', 'fired'],
    ['unknown', 'open'],
  ] as const)('with the answer %s is %s', (value, state) => {
    expect(stateOf(scribe({ checklistAnswers: answers({ [item]: { value } }) }), id)).toBe(state);
  });

  it('fires when the agreement takes the promise back, whatever the answer, and the contradiction is listed', () => {
    const facts = scribe({
      agreements: [agreement({ provisions: [{ provision, verdict: 'contradicted' }] })],
    });
    expect(stateOf(facts, id)).toBe('fired');
    expect(scored(facts).contradictions.map((one) => one.id)).toContain(`${item}-against-baa`);
  });

  it('opens again when the answer has grown too old, and a no never grows old', () => {
    const old = { answeredOn: '2024-11-01' };
    expect(stateOf(scribe({ checklistAnswers: answers({ [item]: old }) }), id)).toBe('open');
    expect(stateOf(scribe({ checklistAnswers: answers({ [item]: { ...old, value: 'no' } }) }), id)).toBe(
      'fired',
    );
  });

  it('open holds its floor and gives "not enough known"', () => {
    const result = scored(scribe({ checklistAnswers: answers({ [item]: { value: 'unknown' } }) }));
    expect(result.decision.code).toBe('not_enough_known');
    expect(result.level).toBe('high');
  });
});

describe('psychotherapy notes and Part 2 records', () => {
  it('lets a record system host psychotherapy notes for their originator, as a condition, and refuses every other use', () => {
    const dataFlows = [flow({ dataClasses: ['psychotherapy_notes'] })];
    const records = scribe({
      service: serviceFields({ functions: ['health_records'], usesAi: false }),
      dataFlows,
    });
    expect(stateOf(records, 'psychotherapy-notes')).toBe('cleared');
    expect(scored(records).decision.conditions.join(' ')).toContain('Keep psychotherapy notes apart');
    expect(stateOf(scribe({ dataFlows }), 'psychotherapy-notes')).toBe('fired');
  });

  it('asks for a qualified service organization agreement beside the business associate agreement, covered entity or not', () => {
    const dataFlows = [flow({ dataClasses: ['substance_use_records'] })];
    const qsoa = agreement({
      key: 'qsoa',
      kind: 'qualified_service_organization_agreement',
      provisions: null,
    });
    const practice = practiceFacts({ coveredEntity: 'no' });
    expect(gate(scribe({ dataFlows, practice }), 'part-2-without-qsoa')).toMatchObject({
      state: 'fired',
      kind: 'law',
    });
    expect(stateOf(scribe({ dataFlows, agreements: [agreement(), qsoa] }), 'part-2-without-qsoa')).toBe(
      'cleared',
    );
  });
});

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

describe('audio with no deletion term', () => {
  it.each([
    [30, 'cleared'],
    [365, 'cleared'],
    [366, 'fired'],
    [null, 'fired'],
  ] as const)('kept %s days is %s', (retentionDays, state) => {
    expect(stateOf(scribe({ dataFlows: [flow({ retentionDays })] }), 'audio-without-deletion-term')).toBe(
      state,
    );
  });

  it('acts through its floor: use with conditions, with the remedy among them', () => {
    const result = scored(
      scribe({
        dataFlows: [flow({ retentionDays: 366 })],
        agreements: [
          agreement({
            provisions: provisions(
              'BAA-R05',
              'BAA-R06',
              'BAA-R12',
              'BAA-R15',
              'BAA-R16',
              'BAA-A01',
              'BAA-A04',
              'BAA-A06',
              'BAA-A12',
              'BAA-A18',
              'BAA-A27',
              'BAA-A30',
            ),
          }),
        ],
      }),
    );
    expect(result.decision.code).toBe('use_with_conditions');
    expect(result.decision.conditions[0]).toContain('Agree a deletion term');
  });
});
