// What the practice says of the entries of the Security Rule, as the engine gets it.
import * as fc from 'fast-check';
import type { StatedSafeguard } from '../../src/assessments/scoring/practice-facts';
import { addDays, type CalendarDate } from '../../src/common/calendar-date';
import { DECISION_OUTCOMES, SAFEGUARD_STATUSES } from '../../src/safeguards/safeguard.fields';
import { MODEL } from './scored';

/** Every entry that a fact of the model is about. */
export const JUDGED_ENTRIES = MODEL.facts.flatMap((fact) =>
  fact.reader === 'safeguard' ? [fact.entry] : [],
);

const PERSON = { name: 'Dana Whitfield', role: 'Security official' };

/** All in place, with a document on file. */
export function goodSafeguards(answeredOn: CalendarDate): StatedSafeguard[] {
  return JUDGED_ENTRIES.map((entry) => ({
    ...{ entry, status: 'in_place', answeredOn, contradicted: false },
    evidenceKeys: ['security-policies'],
  }));
}

const daysFrom = (asOf: CalendarDate, min: number, max: number) =>
  fc.integer({ min, max }).map((days) => addDays(asOf, days));

function anySafeguard(entry: string, asOf: CalendarDate): fc.Arbitrary<StatedSafeguard> {
  const decision = fc.record({
    outcome: fc.constantFrom(...DECISION_OUTCOMES),
    whyNotReasonable: fc.constant('One rented room.'),
    alternativeSince: fc.option(daysFrom(asOf, -400, 400)),
    decidedOn: daysFrom(asOf, -400, 400),
    decidedBy: fc.constant(PERSON),
  });
  return fc.record({
    entry: fc.constant(entry),
    status: fc.constantFrom(...SAFEGUARD_STATUSES),
    evidenceKeys: fc.constantFrom(null, ['security-policies']),
    since: fc.option(daysFrom(asOf, -900, 400)),
    answeredOn: daysFrom(asOf, -900, 30),
    confirmedOn: fc.option(daysFrom(asOf, -400, 30)),
    decision: fc.option(decision),
    contradicted: fc.boolean(),
    doubted: fc.boolean(),
    shownByInventory: fc.option(fc.record({ from: daysFrom(asOf, -400, 0), until: daysFrom(asOf, 0, 400) })),
  });
}

/** Some of the entries, each once. */
export function anySafeguards(asOf: CalendarDate): fc.Arbitrary<StatedSafeguard[]> {
  return fc
    .subarray(JUDGED_ENTRIES)
    .chain((entries) => fc.tuple(...entries.map((entry) => anySafeguard(entry, asOf))));
}
