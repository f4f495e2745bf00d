// What stops a tool for want of an agreement, or of what one has to say: when it fires, when it is open, what clears it, what it is called for whom.
import { gate, stateOf } from '../../../../test/factories/gate-of';
import { scored } from '../../../../test/factories/scored';
import {
  agreement,
  AS_OF,
  answers,
  flow,
  practiceFacts,
  scribe,
  scheduler,
} from '../../../../test/factories/service-facts.factory';

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
