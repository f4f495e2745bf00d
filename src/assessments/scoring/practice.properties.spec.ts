// What is promised of the practice's own register, over generated facts: order, sums, withholding, flows, adjustments and the calendar.
import * as fc from 'fast-check';
import canonicalize from 'canonicalize';
import { bestValue, questionsAbout } from '../../../test/factories/answers.factory';
import { anySafeguards } from '../../../test/factories/safeguards.factory';
import { MODEL, scored } from '../../../test/factories/scored';
import {
  anyAdjustment,
  anyFacts,
  anyFlow,
  anyIncident,
} from '../../../test/factories/service-facts.arbitrary';
import { addDays } from '../../common/calendar-date';
import { rankOf } from '../../common/level';
import type { PracticeFacts } from './practice-facts';
import type { PracticeResult } from './practice-result';
import { scorePractice } from './score-practice';
import type { ServiceFacts } from './service-facts';

const RUNS = { numRuns: 1000 };
const THREATS = MODEL.threats.filter(({ scope }) => scope === 'practice').map(({ id }) => id);

interface Generated {
  facts: PracticeFacts;
  services: ServiceFacts[];
}

const anyPractice = fc
  .record({
    first: anyFacts,
    second: anyFacts,
    adjustments: fc.array(fc.tuple(anyAdjustment, fc.constantFrom(...THREATS)), { maxLength: 3 }),
    incidents: fc.array(anyIncident, { maxLength: 2 }),
  })
  .chain((made) => anySafeguards(made.first.asOf).map((safeguards) => ({ ...made, safeguards })))
  .map(({ first, second, adjustments, incidents, safeguards }): Generated => {
    const services = [
      first,
      { ...second, practice: first.practice, service: { ...second.service, key: 'other', name: 'Other' } },
    ];
    const figures = new Map(
      adjustments.map(([one, threat], index) => [
        `${threat} ${one.target}`,
        { ...one, threat, key: `adjustment-${index}` },
      ]),
    );
    return {
      services,
      facts: {
        asOf: first.asOf,
        practice: first.practice,
        services,
        adjustments: [...figures.values()],
        incidents: incidents.map((one, index) => ({
          ...one,
          place: 'at the practice',
          raises: true,
          number: index + 1,
        })),
        answers: newestOfEach(first.practiceAnswers),
        safeguards,
      },
    };
  });

/** One answer a question: with two, leaving out the newer shows the older. */
function newestOfEach(answers: ServiceFacts['practiceAnswers']): ServiceFacts['practiceAnswers'] {
  return [...new Map(answers.map((one) => [one.question, one])).values()];
}

function rated({ facts, services }: Generated, changes: Partial<PracticeFacts> = {}): PracticeResult {
  const then = { ...facts, ...changes };
  return scorePractice(
    then,
    services.map((one) => scored({ ...one, asOf: then.asOf })),
    MODEL,
  );
}

/** Threats whose residual is lower in `after`. */
function lowerIn(after: PracticeResult, before: PracticeResult): string[] {
  return before.threats
    .filter(({ id, residual }) => {
      const now = after.threats.find((one) => one.id === id);
      return (now ? rankOf(now.residual.risk) : -1) < rankOf(residual.risk);
    })
    .map(({ id }) => id);
}

describe("every register of a practice's own", () => {
  it('is the same, byte for byte, whatever the order of anything', () => {
    fc.assert(
      fc.property(anyPractice, ({ facts, services }) => {
        const turned: Generated = {
          services: [...services].reverse(),
          facts: {
            ...facts,
            services: [...facts.services].reverse(),
            adjustments: [...facts.adjustments].reverse(),
            incidents: [...facts.incidents].reverse(),
            answers: [...facts.answers].reverse(),
            safeguards: [...facts.safeguards].reverse(),
          },
        };
        expect(canonicalize(rated(turned))).toBe(canonicalize(rated({ facts, services })));
      }),
      RUNS,
    );
  });

  it('adds up: listed points make the banded sum', () => {
    fc.assert(
      fc.property(anyPractice, (made) => {
        const faults: string[] = [];
        for (const { id, bandings, contributions } of rated(made).threats) {
          for (const { actsOn, points, maxPoints } of bandings) {
            const listed = contributions.filter((one) => one.actsOn === actsOn);
            const sum = listed.reduce((total, one) => total + one.points, 0);
            const most = listed.reduce((total, one) => total + one.maxPoints, 0);
            if (sum !== points || most !== maxPoints) faults.push(`${id} ${actsOn}`);
          }
        }
        expect(faults).toEqual([]);
      }),
      RUNS,
    );
  });

  it('is never better for an answer that is left out, nor for one of unknown in the place of a no', () => {
    fc.assert(
      fc.property(anyPractice, fc.nat(), (made, place) => {
        const { answers } = made.facts;
        const chosen = answers[place % Math.max(1, answers.length)];
        if (!chosen) return;
        const others = answers.filter((one) => one !== chosen);
        const before = rated(made);
        expect(lowerIn(rated(made, { answers: others }), before)).toEqual([]);
        const unknown = { ...chosen, value: 'unknown' };
        expect(lowerIn(rated(made, { answers: [...others, unknown] }), before)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('is never better for a safeguard that nobody speaks of, nor for one of unknown in the place of a no', () => {
    fc.assert(
      fc.property(anyPractice, fc.nat(), (made, place) => {
        const { safeguards } = made.facts;
        const chosen = safeguards[place % Math.max(1, safeguards.length)];
        if (!chosen) return;
        const others = safeguards.filter((one) => one !== chosen);
        const before = rated(made);
        expect(lowerIn(rated(made, { safeguards: others }), before)).toEqual([]);
        const unknown = [...others, { ...chosen, status: 'unknown' as const }];
        expect(lowerIn(rated(made, { safeguards: unknown }), before)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('is never worse for more that is in place, a document on file, a later confirmation or an equivalent measure', () => {
    fc.assert(
      fc.property(anyPractice, fc.nat(), fc.nat({ max: 3 }), (made, place, which) => {
        const { safeguards, asOf } = made.facts;
        const chosen = safeguards[place % Math.max(1, safeguards.length)];
        if (!chosen || chosen.answeredOn > asOf) return;
        const { status, contradicted, doubted, decision } = chosen;
        const instead = {
          ...{ whyNotReasonable: 'One rented room.', decidedBy: { name: 'Dana Whitfield', role: 'Owner' } },
          ...{ outcome: 'alternative' as const, alternativeSince: asOf, decidedOn: asOf },
        };
        const bettered = [
          // "partly" with an equivalent measure is as good as "in place"
          contradicted || doubted || status === 'unknown' ? {} : { status: 'in_place' as const, since: null },
          { evidenceKeys: ['security-policies'] },
          { confirmedOn: asOf },
          decision ? {} : { decision: instead },
        ][which];
        const better = safeguards.map((one) => (one === chosen ? { ...one, ...bettered } : one));
        expect(lowerIn(rated(made), rated(made, { safeguards: better }))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('is never worse for a better answer on the same basis', () => {
    fc.assert(
      fc.property(anyPractice, fc.nat(), (made, place) => {
        const { answers } = made.facts;
        const chosen = answers[place % Math.max(1, answers.length)];
        const question = questionsAbout('practice').find(({ id }) => id === chosen?.question);
        if (!chosen || !question) return;
        const better = answers.map((one) => (one === chosen ? { ...one, value: bestValue(question) } : one));
        expect(lowerIn(rated(made), rated(made, { answers: better }))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('is never better for another flow to one of its services', () => {
    fc.assert(
      fc.property(anyPractice, anyFlow, ({ facts, services }, flow) => {
        const [first, second] = services as [ServiceFacts, ServiceFacts];
        const wider = [{ ...first, dataFlows: [...first.dataFlows, { ...flow, key: 'added' }] }, second];
        const after = rated({ services: wider, facts: { ...facts, services: wider } });
        expect(lowerIn(after, rated({ facts, services }))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('is never better for what happened at the practice', () => {
    fc.assert(
      fc.property(anyPractice, anyIncident, (made, incident) => {
        const added = { ...incident, place: 'at the practice' as const, raises: true, number: 9 };
        const after = rated(made, { incidents: [...made.facts.incidents, added] });
        expect(lowerIn(after, rated(made))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('gains nothing by age: what is lower later is so by an answer, a safeguard or an adjustment dated in between, or an incident that grew old', () => {
    fc.assert(
      fc.property(anyPractice, fc.integer({ min: 1, max: 900 }), (made, days) => {
        const then = addDays(made.facts.asOf, days);
        const between = (date: string | null) => date !== null && date > made.facts.asOf && date <= then;
        const after = rated(made, { asOf: then });
        const services = made.services.map((one) => scored(one));
        const before = rated(made);
        const agreed = services.some(({ gates }) => gates.some(({ countsFrom }) => between(countsFrom)));
        const faults = lowerIn(after, before).filter((id) => {
          const threat = after.threats.find((one) => one.id === id);
          const raised = before.threats.find((one) => one.id === id)?.raisedBy ?? [];
          if (raised.some(({ countsUntil }) => countsUntil >= made.facts.asOf && countsUntil < then))
            return false;
          const dated = [
            ...(threat?.contributions.map(({ countsFrom }) => countsFrom) ?? []),
            ...made.facts.adjustments.filter((one) => one.threat === id).map(({ decidedOn }) => decidedOn),
            // a confirmation makes an answer count in full again
            ...made.facts.safeguards.map(({ confirmedOn }) => confirmedOn ?? null),
          ];
          return !dated.some(between) && !agreed && id !== 'T-01';
        });
        expect(faults).toEqual([]);
      }),
      RUNS,
    );
  });

  it('holds until the day that it says', () => {
    fc.assert(
      fc.property(anyPractice, (made) => {
        const now = rated(made);
        if (!now.holdsUntil) return;
        const lastDay = rated(made, { asOf: now.holdsUntil.date });
        const figures = ({ threats }: PracticeResult) =>
          threats.map(({ id, inherent, residual, adjustments }) => [id, inherent, residual, adjustments]);
        expect(figures(lastDay)).toEqual(figures(now));
        expect(lastDay.unknowns).toEqual(now.unknowns);
      }),
      RUNS,
    );
  });

  it('shows the adjustment that counts, of each figure one', () => {
    fc.assert(
      fc.property(anyPractice, (made) => {
        for (const { id, adjustments } of rated(made).threats) {
          const targets = adjustments.map(({ target }) => target);
          expect(new Set(targets).size).toBe(targets.length);
          for (const { key, decidedOn } of adjustments) {
            const given = made.facts.adjustments.find((one) => one.key === key);
            expect([given?.threat, decidedOn <= made.facts.asOf]).toEqual([id, true]);
          }
        }
      }),
      RUNS,
    );
  });
});
