import { disclosuresToJudge, isDisclosure, reportDisclosureAt } from './disclosure-to-judge';

const FIRED = { id: 'no-agreement-in-force', kind: 'law', state: 'fired' };
const result = (key: string, gate: Partial<typeof FIRED> = {}) => ({
  service: { key },
  contradictions: [] as { id: string }[],
  gates: [
    { id: 'training-on-client-data', kind: 'law', state: 'fired' },
    { ...FIRED, ...gate },
  ],
});
const flow = (since: string | null, recipientRole = 'business_associate') => ({
  ...{ service: 'scribe', recipientRole, since },
});
const incident = { kind: 'use_not_allowed' as const, services: ['scribe', 'chat'], knownOn: '2026-11-20' };

describe('A flow without an agreement', () => {
  it.each([
    [{}, true],
    [{ state: 'clear' }, false],
    // nobody has said whether there is an agreement
    [{ state: 'open' }, false],
    // the rule does not bind the practice
    [{ kind: 'house' }, false],
    [{ id: 'sale-or-sharing' }, false],
  ])('with the gate %j is a disclosure to look at: %s', (gate, is) => {
    expect(isDisclosure(result('scribe', gate))).toBe(is);
    expect(disclosuresToJudge([result('scribe', gate)], [flow(null)], [])).toEqual(is ? ['scribe'] : []);
  });

  it('is none where an agreement covers it on record, and only an answer is against it', () => {
    const contradictions = [{ id: 'agreement-without-baa-signed' }];
    expect(disclosuresToJudge([{ ...result('scribe'), contradictions }], [flow(null)], [])).toEqual([]);
  });

  it.each([
    ['an incident about it', {}, ['2026-03-01'], []],
    ['one known on its first day', { knownOn: '2026-03-01' }, ['2026-03-01'], []],
    ['one that was known before any data flowed', { knownOn: '2026-02-28' }, ['2026-03-01'], ['scribe']],
    [
      'one known before, while the first day is not on record',
      { knownOn: '2020-01-01' },
      ['2026-03-01', null],
      [],
    ],
    ['one of another kind', { kind: 'lost_or_stolen' as const }, ['2026-03-01'], ['scribe']],
    ['one about another tool', { services: ['chat'] }, ['2026-03-01'], ['scribe']],
  ])('and %s', (_, changes, days, left) => {
    const flows = days.map((day) => flow(day));
    expect(disclosuresToJudge([result('scribe')], flows, [{ ...incident, ...changes }])).toEqual(left);
  });

  it('does not count from a flow for which no agreement is asked', () => {
    const flows = [flow('2024-01-01', 'exception'), flow('2026-03-01')];
    const before = { ...incident, knownOn: '2025-01-01' };
    expect(disclosuresToJudge([result('scribe')], flows, [before])).toEqual(['scribe']);
  });

  it('is reported by a form that comes with what is known, and with no judgment', () => {
    const at = reportDisclosureAt('/organizations/1', {
      ...{ key: 'scribe', name: `Northlight ${'n'.repeat(300)}` },
    });
    const { pathname, searchParams } = new URL(at, 'https://practice.example');
    expect(pathname).toBe('/organizations/1/incidents/new');
    expect([...searchParams.keys()]).toEqual(['title', 'kind', 'service']);
    expect(searchParams.get('title')).toHaveLength(200);
  });
});
