import { MODEL } from '../../../../test/factories/scored';
import type { StatedSafeguard } from '../practice-facts';
import { datesOfSafeguard, readSafeguard } from './safeguard.reading';

const ENTRY = '164.310(a)(2)(iv)';
const AS_OF = '2026-11-22';
const PERSON = { name: 'Dana Whitfield', role: 'Security official' };
const DECISION = {
  outcome: 'alternative' as const,
  whyNotReasonable: 'One rented room.',
  alternative: 'The landlord sends each bill, and we keep it.',
  alternativeSince: '2026-02-01',
  decidedOn: '2026-01-15',
  decidedBy: PERSON,
};

const stated = (changes: Partial<StatedSafeguard> = {}): StatedSafeguard => ({
  ...{ entry: ENTRY, status: 'in_place', answeredOn: '2026-10-01', contradicted: false },
  evidenceKeys: ['policy'],
  ...changes,
});

const read = (changes: Partial<StatedSafeguard> = {}, asOf = AS_OF) =>
  readSafeguard({ model: MODEL, asOf, safeguards: new Map([[ENTRY, stated(changes)]]) }, ENTRY);

it.each<[string, Partial<StatedSafeguard>, object]>([
  ['in place and shown', {}, { met: 'fully', basis: 'observed', freshness: 'current', known: true }],
  ['in place, nothing on file', { evidenceKeys: null }, { met: 'fully', basis: 'stated' }],
  ['partly in place', { status: 'partly' }, { met: 'partly', basis: 'observed' }],
  ['not in place', { status: 'not_in_place' }, { met: 'not_met', known: true }],
  ['not known', { status: 'unknown' }, { met: 'unknown', known: false }],
  ['answered later', { answeredOn: '2026-11-23' }, { met: 'unknown', known: false }],
  ['planned', { since: '2026-12-01' }, { met: 'not_met' }],
  ['said against the records', { contradicted: true }, { met: 'not_met' }],
  ['said while the records do not know', { doubted: true }, { met: 'unknown', known: false }],
  ['partly, while the records do not know', { status: 'partly', doubted: true }, { met: 'partly' }],
  [
    'shown by the list of assets',
    { evidenceKeys: null, shownByInventory: { from: '2026-11-22', until: '2026-11-22' } },
    { met: 'fully', basis: 'observed' },
  ],
  [
    'shown by a list that nobody has looked through lately',
    { evidenceKeys: null, shownByInventory: { from: '2025-11-01', until: '2026-11-21' } },
    { met: 'fully', basis: 'stated' },
  ],
  [
    'an equivalent measure',
    { status: 'not_in_place', decision: DECISION },
    { met: 'fully', countsFrom: '2026-10-01' },
  ],
  [
    'an equivalent measure that is yet to come',
    { status: 'not_in_place', decision: { ...DECISION, alternativeSince: '2026-12-01' } },
    { met: 'not_met' },
  ],
  [
    'decided not to be reasonable',
    { status: 'not_in_place', decision: { ...DECISION, outcome: 'not_reasonable', alternative: null } },
    { met: 'not_met' },
  ],
  ['a year old', { answeredOn: '2025-11-21' }, { freshness: 'ageing', known: true }],
  [
    'a year old and confirmed',
    { answeredOn: '2025-10-21', confirmedOn: '2026-10-02' },
    { freshness: 'current' },
  ],
  ['confirmed later', { answeredOn: '2025-10-21', confirmedOn: '2026-11-23' }, { freshness: 'ageing' }],
  ['two years old', { answeredOn: '2024-11-21' }, { met: 'unknown', known: false }],
  [
    'two years old and a no',
    { answeredOn: '2024-11-21', status: 'not_in_place' },
    { met: 'not_met', known: true },
  ],
])('%s', (_what, changes, expected) => {
  expect(read(changes)).toMatchObject(expected);
});

it('nobody answered', () => {
  expect(readSafeguard({ model: MODEL, asOf: AS_OF, safeguards: new Map() }, ENTRY)).toMatchObject({
    known: false,
    source: `safeguard ${ENTRY}`,
  });
});

it('turns on no other days than it names', () => {
  const whole = stated({
    status: 'partly',
    since: '2026-12-05',
    confirmedOn: '2026-12-20',
    decision: DECISION,
  });
  const dates = new Set(datesOfSafeguard(whole, MODEL));
  const on = (asOf: string) => {
    const { met, basis, freshness, known } = read(whole, asOf);
    return [met, basis, freshness, known].join();
  };
  const days = Array.from({ length: 1_100 }, (_none, day) =>
    new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
  );
  const turned = days.filter((day, place) => place > 0 && on(day) !== on(days[place - 1] as string));
  expect(turned.filter((day) => !dates.has(day))).toEqual([]);
  expect(turned.length).toBeGreaterThan(2);
});
