// What is not known of an agreement is told apart from what is known not to be there; and a bare statement clears no gate that nothing binds.
import { scored } from '../../../test/factories/scored';
import {
  agreement,
  answer,
  answers,
  provisions,
  scribe,
} from '../../../test/factories/service-facts.factory';
import type { ServiceFacts } from './service-facts';

const nobodySaid = scribe({
  agreements: [],
  checklistAnswers: answers().filter(({ item }) => item !== 'baa_signed'),
});
const gateOf = (facts: ServiceFacts, id: string) => scored(facts).gates.find((one) => one.id === id);

describe('where nobody has said whether there is an agreement', () => {
  it('the gate is open, its floor holds, and not enough is known', () => {
    expect(gateOf(nobodySaid, 'no-agreement-in-force')).toMatchObject({ state: 'open', fired: false });
    expect(scored(nobodySaid)).toMatchObject({ level: 'high', decision: { code: 'not_enough_known' } });
  });

  it('finding out is one task, and not one for each clause', () => {
    const ids = scored(nobodySaid).unknowns.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['agreement', 'baa-signed']));
    expect(ids.filter((id) => id.startsWith('clause-') || id === 'required-provisions')).toEqual([]);
  });

  it('a no, or an agreement on record in any state, settles that there is none', () => {
    const denied = { ...nobodySaid, checklistAnswers: answers({ baa_signed: { value: 'no' } }) };
    expect(gateOf(denied, 'no-agreement-in-force')?.state).toBe('fired');
    const requested = { ...nobodySaid, agreements: [agreement({ signedOn: null })] };
    expect(gateOf(requested, 'no-agreement-in-force')?.state).toBe('fired');
  });

  it('signing one never lowers what is known, read or not', () => {
    const before = scored(nobodySaid).confidence.percent;
    for (const read of [null, provisions('BAA-R05')]) {
      const signed = { ...nobodySaid, agreements: [agreement({ provisions: read })] };
      expect(scored(signed).confidence.percent).toBeGreaterThan(before);
    }
  });
});

describe('the gate on training', () => {
  const stated = (read: ReturnType<typeof provisions>) =>
    scribe({
      agreements: [agreement({ provisions: read })],
      checklistAnswers: [
        ...answers().filter(({ item }) => item !== 'no_training'),
        answer('no_training', { basis: 'stated' }),
      ],
    });
  const withVerdict = (verdict: 'missing' | 'contradicted' | 'needs_counsel') =>
    stated([...(provisions('BAA-A04') ?? []), { provision: 'BAA-A01', verdict }]);

  it.each([
    ['the agreement forbids it', stated(provisions('BAA-A01')), 'cleared'],
    ['the agreement is silent: what it does not permit it forbids', withVerdict('missing'), 'cleared'],
    ['nobody has read the agreement for it', stated(provisions('BAA-A04')), 'open'],
    ['what the agreement says is for counsel', withVerdict('needs_counsel'), 'open'],
    ['the agreement allows it', withVerdict('contradicted'), 'fired'],
  ] as const)('with a bare statement, where %s', (_case, facts, state) => {
    expect(gateOf(facts, 'training-on-client-data')?.state).toBe(state);
  });

  it('that a bare statement leaves open is a task', () => {
    const { unknowns, decision } = scored(stated(provisions('BAA-A04')));
    expect(unknowns.map(({ id }) => id)).toContain('training-on-client-data');
    expect(decision.code).toBe('not_enough_known');
  });
});
