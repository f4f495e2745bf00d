import fc from 'fast-check';
import { LEVELS, rankOf } from '../common/level';
import { acceptanceStanding, type AcceptanceStanding } from './acceptance-standing';
import { riskRefusals, termRefusals } from './acceptance-refusals';
import { basisOf, type RatedRisk } from './rated-risk';
import { CONTROL_MET } from './risk-acceptance.fields';

const TODAY = '2026-11-22';
const RISK: RatedRisk = {
  threat: 'T-04',
  title: 'A wrong note is signed',
  level: 'moderate',
  likelihood: 'moderate',
  impact: 'high',
  controls: [
    { control: 'T-04.note-review', title: 'Notes are read', met: 'partly', basis: 'observed' },
    { control: 'T-04.samples', title: 'Samples are checked', met: 'unknown', basis: null },
  ],
  gates: [],
  adjustments: ['scribe-supervision'],
  isEnoughKnown: true,
};
const GATE = { id: 'some-gate', title: 'A gate', kind: 'house', citation: null } as const;
const LAW = { ...GATE, kind: 'law', citation: '45 CFR 164.502(e)' } as const;

function accepted(risk: RatedRisk = RISK, changes: object = {}) {
  return {
    level: risk.level,
    basis: basisOf(risk),
    acceptedOn: '2026-11-01',
    until: '2027-05-01',
    ...changes,
  };
}

function told({ state, changes }: AcceptanceStanding): string {
  return [
    state,
    ...changes.map(({ what, title, from, to }) => `${what} ${title} ${from ?? ''}>${to ?? ''}`),
  ].join('; ');
}

describe('How an acceptance stands', () => {
  it.each<[string, RatedRisk | null, object, string]>([
    ['as it was accepted', RISK, {}, 'in_force'],
    ['on its last day', RISK, { until: TODAY }, 'in_force'],
    ['the day after', RISK, { until: '2026-11-21' }, 'lapsed'],
    ['ended', RISK, { ended: { on: TODAY } }, 'ended'],
    ['accepted tomorrow', RISK, { acceptedOn: '2026-11-23' }, 'not_yet'],
    ['at a higher level', { ...RISK, level: 'high' }, {}, 'stale; level  moderate>high'],
    ['at a lower level, all else the same', { ...RISK, level: 'low' }, {}, 'in_force'],
    ['with a higher impact', { ...RISK, impact: 'very_high' }, {}, 'stale; impact  high>very_high'],
    [
      'with a control that no longer counts',
      { ...RISK, controls: [{ ...RISK.controls[0], met: 'not_met' } as never, RISK.controls[1] as never] },
      {},
      'stale; control Notes are read partly, observed>not_met, observed',
    ],
    ['with a new gate', { ...RISK, gates: [GATE] }, {}, 'stale; gate A gate >holds'],
    ['with a law gate', { ...RISK, gates: [LAW] }, {}, 'stale; law_gate A gate >holds'],
    [
      'without its adjustment',
      { ...RISK, adjustments: [] },
      {},
      'stale; adjustment scribe-supervision counts>',
    ],
    ['not rated any more', null, {}, 'stale; not_rated  moderate>'],
  ])('%s', (_case, risk, changes, expected) => {
    expect(told(acceptanceStanding(accepted(RISK, changes), risk, TODAY, false))).toBe(expected);
  });

  it('one that another renews is renewed', () => {
    expect(acceptanceStanding(accepted(), RISK, TODAY, true).state).toBe('renewed');
  });
});

const risks: fc.Arbitrary<RatedRisk> = fc.record({
  threat: fc.constant('T-04'),
  title: fc.constant('A threat'),
  level: fc.constantFrom(...LEVELS),
  likelihood: fc.constantFrom(...LEVELS),
  impact: fc.constantFrom(...LEVELS),
  controls: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 }).chain((ids) =>
    fc.tuple(
      ...ids.map((control) =>
        fc.record({
          control: fc.constant(control),
          title: fc.constant(control.toUpperCase()),
          met: fc.constantFrom(...CONTROL_MET),
          basis: fc.constantFrom('observed' as const, 'stated' as const, null),
        }),
      ),
    ),
  ),
  gates: fc
    .uniqueArray(fc.constantFrom(GATE, LAW), { maxLength: 2, selector: ({ kind }) => kind })
    .map((gates) => gates.map((gate) => ({ ...gate, id: `${gate.id}-${gate.kind}` }))),
  adjustments: fc.uniqueArray(fc.constantFrom('x', 'y')),
  isEnoughKnown: fc.boolean(),
});

describe('Whatever happens to the risk', () => {
  it('a rise of its level, or a rule of law, never leaves an acceptance in force', () => {
    fc.assert(
      fc.property(risks, risks, (then, now) => {
        const { state } = acceptanceStanding(accepted(then), now, TODAY, false);
        const isWorse =
          rankOf(now.level) > rankOf(then.level) || now.gates.some(({ kind }) => kind === 'law');
        if (isWorse) expect(state).toBe('stale');
      }),
    );
  });

  it('it is stale exactly when a change is told, and unchanged facts tell none', () => {
    fc.assert(
      fc.property(risks, risks, (then, now) => {
        const standing = acceptanceStanding(accepted(then), now, TODAY, false);
        expect(standing.state === 'stale').toBe(standing.changes.length > 0);
        if (riskRefusals(then).length === 0)
          expect(acceptanceStanding(accepted(then), then, TODAY, false).changes).toEqual([]);
      }),
    );
  });

  it('what is frozen hangs on no order, and its digest on all of it', () => {
    fc.assert(
      fc.property(risks, risks, (one, other) => {
        const turned = {
          ...one,
          controls: [...one.controls].reverse(),
          gates: [...one.gates].reverse(),
          adjustments: [...one.adjustments].reverse(),
        };
        expect(basisOf(turned)).toEqual(basisOf(one));
        const { digest, ...rest } = basisOf(one);
        const { digest: otherDigest, ...otherRest } = basisOf(other);
        const isSame = one.level === other.level && JSON.stringify(rest) === JSON.stringify(otherRest);
        expect(digest === otherDigest).toBe(isSame);
      }),
    );
  });

  it('is not itself changed by being looked at', () => {
    fc.assert(
      fc.property(risks, risks, (then, now) => {
        const before = JSON.stringify(now);
        acceptanceStanding(accepted(then), now, TODAY, false);
        riskRefusals(now);
        expect(JSON.stringify(now)).toBe(before);
      }),
    );
  });
});

describe('What is not accepted', () => {
  it.each<[string, RatedRisk | null, string[]]>([
    ['a moderate risk is', RISK, []],
    ['a high one is, with a house gate', { ...RISK, level: 'high', gates: [GATE] }, []],
    ['a very high one is not', { ...RISK, level: 'very_high' }, ['level-too-high']],
    ['one held by a rule of law is not', { ...RISK, gates: [LAW] }, ['law-not-accepted']],
    ['one that is not known well enough is not', { ...RISK, isEnoughKnown: false }, ['not-enough-known']],
    ['one that is not rated is not', null, ['threat-not-rated']],
  ])('%s', (_case, risk, codes) => {
    expect(riskRefusals(risk).map(({ code }) => code)).toEqual(codes);
  });

  it.each<[string, string[]]>([
    ['2027-11-22', []],
    ['2027-11-23', ['term-too-long']],
    ['2026-11-22', []],
    ['2026-11-21', ['dates-reversed']],
  ])('until %s', (until, codes) => {
    expect(termRefusals('2026-11-22', until).map(({ code }) => code)).toEqual(codes);
  });
});
