// The calendar, over generated facts: nothing gains by age, and a result holds until the day it says.
import * as fc from 'fast-check';
import { addDays, type CalendarDate } from '../../common/calendar-date';
import { MODEL, lowerIn, scored } from '../../../test/factories/scored';
import { isSameResult } from '../../../test/factories/same-result';
import { AS_OF } from '../../../test/factories/service-facts.factory';
import { anyFacts } from '../../../test/factories/service-facts.arbitrary';
import { compile } from './compiled-model';
import { evaluate } from './evaluate';
import { impactOf } from './impact';
import type { ServiceFacts } from './service-facts';
import type { ServiceResult } from './service-result';
import { groundOf, viewOn } from './service-view';

describe('moving the date forward', () => {
  it('lowers no residual unless a listed safeguard started, or a listed exposure ended, in between', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 1, max: 900 }), (facts, days) => {
        const then = addDays(facts.asOf, days);
        const before = scored(facts);
        const after = scored({ ...facts, asOf: then });
        for (const id of lowerIn(after, before)) {
          const crossed = [
            ...crossings(after, id, facts.asOf, then),
            ...decayed(before, id, facts.asOf, then),
          ];
          expect([id, crossed.length > 0]).toEqual([id, true]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('never earns a control more points unless it is listed as counting from a day in between', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 1, max: 900 }), (facts, days) => {
        const then = addDays(facts.asOf, days);
        const earned = new Map(contributionsOf(scored(facts)).map((one) => [one.controlId, one.points]));
        for (const one of contributionsOf(scored({ ...facts, asOf: then }))) {
          const before = earned.get(one.controlId);
          if (before === undefined || one.points <= before) continue;
          expect([one.controlId, isBetween(one.countsFrom, facts.asOf, then)]).toEqual([one.controlId, true]);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('holdsUntil', () => {
  it('is the last day on which the same facts give the same result, found day by day', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const until = scored(facts).holdsUntil;
        const on = evaluator(facts);
        const now = on(AS_OF);
        const lastDay = until ? until.date : addDays(AS_OF, 1200);
        for (let date = AS_OF; date <= lastDay; date = addDays(date, 1)) {
          if (!isSameResult(now, on(date)))
            throw new Error(`the result changes on ${date}, before ${lastDay}`);
        }
        if (until) expect(isSameResult(now, on(addDays(until.date, 1)))).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it('is the last such day by a look at some days before it and at the one after', () => {
    const share = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(anyFacts, fc.array(share, { minLength: 3, maxLength: 3 }), (facts, shares) => {
        const until = scored(facts).holdsUntil;
        const on = evaluator(facts);
        const now = on(AS_OF);
        const days = until ? daysBetween(AS_OF, until.date) : 1200;
        for (const one of [...shares, 1000]) {
          const date = addDays(AS_OF, Math.floor((days * one) / 1000));
          expect([date, isSameResult(now, on(date))]).toEqual([date, true]);
        }
        if (until) expect(isSameResult(now, on(addDays(until.date, 1)))).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});

function evaluator(facts: ServiceFacts): (date: CalendarDate) => ReturnType<typeof evaluate> {
  const ground = groundOf(facts, MODEL);
  const impact = impactOf(ground);
  return (date) => evaluate(viewOn(ground, date), compile(MODEL), impact);
}

/** Dates listed in a result, for a threat or for any when it is the service's level that fell, that lie in between. */
function crossings(result: ServiceResult, id: string, from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const threats = result.threats.filter((threat) => id === 'service' || threat.id === id);
  const gates = result.gates.filter((gate) => id === 'service' || gate.threats.includes(id));
  const dates = [
    ...threats.flatMap(({ contributions }) =>
      contributions.filter(({ points }) => points > 0).map(({ countsFrom }) => countsFrom),
    ),
    ...threats.flatMap(({ adjustments }) => adjustments.map(({ decidedOn }) => decidedOn)),
    ...gates.filter(({ state }) => state === 'cleared').map(({ countsFrom }) => countsFrom),
  ];
  return dates.filter((date): date is CalendarDate => isBetween(date, from, to));
}

/** The last days to which incidents raised a threat before, where they lie in between. */
function decayed(result: ServiceResult, id: string, from: CalendarDate, to: CalendarDate): CalendarDate[] {
  return result.threats
    .filter((threat) => id === 'service' || threat.id === id)
    .flatMap(({ raisedBy }) => (raisedBy ?? []).map(({ countsUntil }) => countsUntil))
    .filter((date) => date >= from && date < to);
}

function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function isBetween(date: CalendarDate | null, after: CalendarDate, upTo: CalendarDate): boolean {
  return date !== null && date > after && date <= upTo;
}

function contributionsOf(result: ServiceResult): ServiceResult['threats'][number]['contributions'] {
  return result.threats.flatMap(({ contributions }) => contributions);
}
