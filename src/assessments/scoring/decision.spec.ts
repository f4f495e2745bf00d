// The decision, knowing and not knowing, adjustments and the words of a result.
import {
  agreement,
  answer,
  chatAssistant,
  flow,
  scheduler,
  scribe,
} from '../../../test/factories/service-facts.factory';
import { MODEL, scored } from '../../../test/factories/scored';
import type { ServiceFacts } from './service-facts';

const adjustment = (
  changes: Partial<ServiceFacts['adjustments'][number]> = {},
): ServiceFacts['adjustments'] => [
  {
    key: 'supervision',
    threat: 'T-04',
    target: 'adverse_impact',
    level: 'very_high',
    assessor: { name: 'Dana Whitfield', role: 'Security official' },
    reason: 'Drafts were signed unread last month.',
    decidedOn: '2026-06-01',
    ...changes,
  },
];
const inaccurateNotes = (facts: ServiceFacts) => scored(facts).threats.find(({ id }) => id === 'T-04');

describe('knowing and not knowing', () => {
  it('knows not enough of a service whose flows nobody has recorded', () => {
    const result = scored(scribe({ dataFlows: [] }));
    expect(result.decision.code).toBe('not_enough_known');
    expect(result.unknowns[0]).toMatchObject({ id: 'data-flows' });
    expect(result.decision.short).toContain('No flow');
  });

  it('asks a service without AI three of the seven items', () => {
    const result = scored(scheduler({ checklistAnswers: [] }));
    const items = MODEL.facts.filter(({ reader }) => reader === 'checklist_answer').map(({ id }) => id);
    const asked = result.unknowns.map(({ id }) => id).filter((id) => items.includes(id));
    expect(asked).toEqual(['no-training', 'baa-signed', 'no-sale-or-sharing']);
  });

  it('knows not enough under 60 percent, even where no gate holds and no threat is high', () => {
    const bare = { provisions: [], breachNoticeHours: null };
    const facts = scheduler({
      agreements: [agreement({ services: ['scheduler'], ...bare })],
      dataFlows: [flow({ dataClasses: ['contact_and_appointment'], encryptedAtRest: 'unknown' })],
    });
    const { confidence, decision, gates } = scored(facts);
    expect(gates.every(({ state }) => state === 'cleared' || state === 'not_applicable')).toBe(true);
    expect(confidence.percent).toBeLessThan(60);
    expect(decision.code).toBe('not_enough_known');
  });

  it('takes an answer that names no evidence as stated by the vendor', () => {
    const result = scored(scheduler({ checklistAnswers: [answer('no_training', { evidence: null })] }));
    const contribution = result.threats[0]?.contributions.find(
      ({ controlId }) => controlId === 'T-03.no-training',
    );
    expect(contribution).toMatchObject({ assurance: { basis: 'stated', factor: 1 }, points: 20 });
  });

  it('says when what is only stated would have lowered by more', () => {
    const stated = ['no_training', 'no_sale_or_sharing', 'baa_signed'].map((item) =>
      answer(item as 'no_training', { basis: 'stated', evidence: null }),
    );
    const clauses = [{ provision: 'BAA-A04' as const, verdict: 'present' as const }];
    const facts = scheduler({
      checklistAnswers: stated,
      agreements: [agreement({ services: ['scheduler'], provisions: clauses })],
    });
    const banding = scored(facts).threats.find(({ id }) => id === 'T-03')?.bandings[0];
    // 20 + 12 stated, 24 documented: 56 of 192 reach one level, and that is all the cap would allow
    expect(banding).toMatchObject({ points: 56, levels: 1, cappedBecause: null });
  });
});

describe('an adjustment', () => {
  it('holds until the day on which it is withdrawn, and the figure is as worked out from then', () => {
    const withdrawal = {
      on: '2026-08-01',
      by: { name: 'Dana', role: 'Owner' },
      reason: 'Drafts are read again.',
    };
    const on = (asOf: string) =>
      inaccurateNotes(chatAssistant({ asOf, adjustments: adjustment({ withdrawal }) }))?.adjustments.length;
    expect([on('2026-07-31'), on('2026-08-01')]).toEqual([1, 0]);
  });

  it('raises a figure with name and reason, and stays when it is old', () => {
    const facts = chatAssistant({ adjustments: adjustment() });
    expect(inaccurateNotes(facts)?.adjustments[0]).toMatchObject({
      to: 'very_high',
      assessor: { name: 'Dana Whitfield' },
    });
    expect(inaccurateNotes({ ...facts, asOf: '2027-09-01' })?.residual.adverseImpact).toBe('very_high');
  });

  it('that lowers lapses after twelve months, and is not there before its date', () => {
    const sample = {
      noteReview: { scope: 'sample' as const, since: '2026-01-01', basis: 'observed' as const },
    };
    const on = (asOf: string) =>
      inaccurateNotes(
        chatAssistant({ asOf, practiceMeasures: sample, adjustments: adjustment({ level: 'very_low' }) }),
      )?.residual.adverseImpact;
    expect(on('2026-05-31')).toBe('moderate');
    expect(on('2026-06-01')).toBe('very_low');
    expect(on('2027-06-01')).toBe('very_low');
    expect(on('2027-06-02')).toBe('low');
  });

  it('never goes below the floor of a gate', () => {
    const adjustments = adjustment({ threat: 'T-21', target: 'impact', level: 'very_low' });
    const result = scored(scribe({ agreements: [], adjustments }));
    expect(result.threats.find(({ id }) => id === 'T-21')?.residual).toMatchObject({
      riskByTable: 'very_low',
      risk: 'high',
    });
    expect(result.decision.code).toBe('do_not_use');
  });
});

it('no result calls anything compliant or certified', () => {
  for (const facts of [scribe(), chatAssistant(), scheduler(), scribe({ agreements: [] })]) {
    expect(JSON.stringify(scored(facts))).not.toMatch(/\bcompliant\b|\bcertified\b/i);
  }
});
