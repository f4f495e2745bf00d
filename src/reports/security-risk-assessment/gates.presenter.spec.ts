import type { GateResult } from '../../assessments/scoring/service-result';
import { gatesThatRest, gatesView, gateTitles, reasonsBesideGates } from './gates.presenter';

function gate(over: Partial<GateResult>): GateResult {
  return {
    id: 'no-agreement-in-force',
    title: 'No agreement is in force',
    kind: 'law',
    citation: '45 CFR 164.502(e)',
    confidence: 'high',
    state: 'fired',
    fired: over.state === undefined || over.state === 'fired',
    floor: 'high',
    threats: ['T-21'],
    because: 'None is on record.',
    countsFrom: null,
    remedy: 'Sign one.',
    ...over,
  };
}

describe('the gates of a tool as the report tells them', () => {
  it('tells in full what holds the risk up, fired gates first', () => {
    const { holding, cleared, notApplicable } = gatesView([
      gate({ state: 'open', title: 'Sale', floor: 'very_high' }),
      gate({}),
      gate({ state: 'cleared', title: 'Training', remedy: null }),
    ]);
    expect(holding.map(({ title, state }) => [title, state])).toEqual([
      ['No agreement is in force', 'Fired: floor high'],
      ['Sale', 'Open: floor very high'],
    ]);
    expect(cleared.map(({ title }) => title)).toEqual(['Training']);
    expect(notApplicable).toBeNull();
  });

  it('names the gates that do not apply in one sentence', () => {
    const gates = ['Recording', 'Audio kept'].map((title) => gate({ state: 'not_applicable', title }));
    expect(gatesView(gates).notApplicable).toBe('Two gates do not apply: Recording; Audio kept.');
    expect(gatesView(gates.slice(0, 1)).notApplicable).toBe('One gate does not apply: Recording.');
  });

  it('never calls a gate of law good practice, nor a house rule law', () => {
    const rule = (over: Partial<GateResult>) => {
      const view = gatesView([gate(over)]);
      return [...view.holding, ...view.cleared][0]?.rule;
    };
    expect(rule({})).toBe('Law: 45 CFR 164.502(e)');
    expect(rule({ citation: null, state: 'cleared' })).toBe('Law of the state: none applies here');
    expect(rule({ citation: null })).toBe('Law of the state: no citation on record');
    expect(rule({ kind: 'house', citation: null })).toBe('House rule: good practice, not law');
    expect(rule({ kind: 'house' })).toBe('House rule: good practice, not law (after 45 CFR 164.502(e))');
  });

  it.each([
    ['was read', [], '45 CFR 164.502(e); 164.308(b)', 'high, read in its text'],
    [
      'was read in part',
      ['45 CFR 164.502(a)(3)'],
      '45 CFR 164.504(e)(2)(i); 164.502(a)(3)',
      'high as far as it was read; not checked in its text: 45 CFR 164.502(a)(3)',
    ],
    [
      'is from knowledge',
      ['45 CFR 164.508(a)(2)', '45 CFR 164.501'],
      '45 CFR 164.508(a)(2); 164.501',
      'not checked: nobody has read it in its text',
    ],
    ['is of a document of before that was told', undefined, '45 CFR 164.502(e)', 'high'],
  ])('says how far law that %s is known', (_case, notChecked, citation, words) => {
    const [held] = gatesView([gate({ citation, ...(notChecked && { notChecked }) })]).holding;
    expect(held?.confidence).toBe(`How sure: ${words}`);
  });

  it('keeps why a gate is clear or does not apply for the appendix', () => {
    const because = 'No audio reaches the vendor.';
    const gates = [gate({}), gate({ state: 'not_applicable', because }), gate({ state: 'cleared' })];
    expect(gatesThatRest(gates).map((one) => [one.state, one.because])).toEqual([
      ['Clear', 'None is on record.'],
      ['Does not apply', because],
    ]);
  });

  it('shortens a reason that repeats a gate told in full, and no other', () => {
    const reasons = ['No agreement is in force: None is on record.', 'Inaccurate notes: high risk.'];
    expect(reasonsBesideGates(reasons, [gate({})])).toEqual([
      'No agreement is in force (fired gate, below).',
      'Inaccurate notes: high risk.',
    ]);
    expect(reasonsBesideGates(reasons, [gate({ state: 'cleared' })])).toEqual(reasons);
  });

  it('calls gates by their titles', () => {
    expect(gateTitles(['no-agreement-in-force', 'gone'], [gate({})])).toEqual([
      'No agreement is in force',
      'gone',
    ]);
  });
});
