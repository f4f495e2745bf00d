// Incidents on record with a vendor: which threats they raise, by how much and for how long, and that they never lower anything.
import * as fc from 'fast-check';
import { lowerIn, MODEL, scored } from '../../../test/factories/scored';
import { anyFacts, anyIncident } from '../../../test/factories/service-facts.arbitrary';
import { AS_OF, scribe } from '../../../test/factories/service-facts.factory';
import { addDays, addMonths } from '../../common/calendar-date';
import { INCIDENT_KINDS } from '../../incidents/incident-words';
import { incidentsRaising, raisedLevel, type IncidentOnRecord } from './incident-history';

const INCIDENT: IncidentOnRecord = {
  ...{
    number: 1,
    place: 'with the vendor',
    raises: true,
    kind: 'unauthorized_access',
    knownOn: AS_OF,
    closedOn: null,
    finding: 'breach',
  },
};

const raising = (changes: Partial<IncidentOnRecord>, threat = 'T-05', asOf = AS_OF) =>
  incidentsRaising({ model: MODEL, asOf, facts: { incidents: [{ ...INCIDENT, ...changes }] } }, threat).map(
    ({ levels, countsUntil }) => [levels, countsUntil],
  );

describe('an incident with the vendor', () => {
  it.each<[string, Partial<IncidentOnRecord>, [number, string][]]>([
    ['of today that counts as a breach', {}, [[2, '2027-11-22']]],
    ['of a year ago', { knownOn: '2025-11-22' }, [[2, '2026-11-22']]],
    ['a day older', { knownOn: '2025-11-21' }, [[1, '2027-11-21']]],
    ['of two years ago', { knownOn: '2024-11-22' }, [[1, '2026-11-22']]],
    ['older than two years', { knownOn: '2024-11-21' }, []],
    ['that is not known yet', { knownOn: '2026-11-23' }, []],
    ['that is no breach', { finding: 'incident' }, [[1, '2027-11-22']]],
    ['that is no breach, a year later', { finding: 'incident', knownOn: '2025-11-21' }, []],
    ['of which nothing shows that data was used, open', { finding: 'no_use' }, [[1, '2027-11-22']]],
    ['the same, closed', { finding: 'no_use', closedOn: AS_OF }, []],
    ['the same, to be closed', { finding: 'no_use', closedOn: '2026-12-01' }, [[1, '2026-11-30']]],
    ['that is a breach and closed', { closedOn: AS_OF }, [[2, '2027-11-22']]],
  ])('%s', (_case, changes, expected) => {
    expect(raising(changes)).toEqual(expected);
  });

  it('raises the threats that its kind shows, and no others', () => {
    expect(raising({ kind: 'not_available' })).toEqual([]);
    expect(raising({ kind: 'not_available', finding: 'no_use', closedOn: AS_OF }, 'T-18')).toEqual([
      [1, '2027-11-22'],
    ]);
  });

  it('is named by its number, its kind and its day, and raises where the threat begins', () => {
    const before = scored(scribe());
    const after = scored(scribe({ incidents: [{ ...INCIDENT, knownOn: '2026-09-28' }] }));
    const threat = (result: typeof after) => result.threats.find(({ id }) => id === 'T-05');
    expect(threat(before)?.raisedBy).toBeUndefined();
    expect(threat(before)?.inherent.initiation).toBe('moderate');
    expect(threat(after)?.inherent.initiation).toBe('very_high');
    expect(threat(after)?.raisedBy).toEqual([
      {
        ...{ number: 1, knownOn: '2026-09-28', levels: 2, countsUntil: '2027-09-28' },
        because:
          'Incident 1 with the vendor (unauthorized access, known since 2026-09-28, counts as a breach) makes it likelier to begin again: 2 levels up, so much until 2027-09-28.',
      },
    ]);
    expect(after.holdsUntil?.date && after.holdsUntil.date <= '2027-09-28').toBe(true);
  });
});

describe('over generated facts', () => {
  const RUNS = { numRuns: 300 };
  const added = anyIncident.map((incident): IncidentOnRecord => ({ ...incident, number: 9 }));

  it('an incident never lowers a level', () => {
    fc.assert(
      fc.property(anyFacts, added, (facts, incident) => {
        const more = { ...facts, incidents: [...facts.incidents, incident] };
        expect(lowerIn(scored(more), scored(facts))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('one that is closed with nothing used adds nothing, unless its kind happened all the same', () => {
    const silent = MODEL.incidentShows
      .filter(({ countsWithoutUse }) => !countsWithoutUse)
      .map(({ kind }) => kind);
    expect(silent.length).toBeGreaterThan(0);
    fc.assert(
      fc.property(anyFacts, added, fc.constantFrom(...silent), (facts, incident, kind) => {
        const closed: IncidentOnRecord = { ...incident, kind, finding: 'no_use', closedOn: facts.asOf };
        const more = scored({ ...facts, incidents: [...facts.incidents, closed] });
        // which records turn on the day is told of all of them
        const bare = ({ holdsUntil, ...result }: typeof more) => ({ ...result, until: holdsUntil?.date });
        expect(bare(more)).toEqual(bare(scored(facts)));
      }),
      RUNS,
    );
  });

  it('the order of incidents changes nothing, and many raise no more than the strongest', () => {
    const several = fc
      .array(anyIncident, { minLength: 2, maxLength: 8 })
      .map((list) => list.map((one, index): IncidentOnRecord => ({ ...one, number: index + 1 })));
    const most = Math.max(...MODEL.incidentRaises.map(({ levels }) => levels));
    fc.assert(
      fc.property(anyFacts, several, (facts, incidents) => {
        const result = scored({ ...facts, incidents });
        expect(scored({ ...facts, incidents: [...incidents].reverse() })).toEqual(result);
        for (const { raisedBy } of result.threats) {
          const levels = (raisedBy ?? []).map((one) => one.levels);
          expect(levels).toEqual([...levels].sort((a, b) => b - a));
          expect(Math.max(0, ...levels)).toBeLessThanOrEqual(most);
        }
      }),
      RUNS,
    );
  });

  it('it decays: the older it is, the less it raises, and past the last months nothing', () => {
    const oldest = Math.max(...MODEL.incidentRaises.map(({ untilMonths }) => untilMonths));
    fc.assert(
      fc.property(
        added,
        fc.nat(900),
        fc.nat(900),
        fc.constantFrom(...INCIDENT_KINDS),
        (incident, age, more, kind) => {
          const shown = MODEL.incidentShows.find((one) => one.kind === kind)?.threats[0] ?? '';
          const known = { ...incident, raises: true, kind, closedOn: null };
          const after = (days: number) =>
            incidentsRaising(
              { model: MODEL, asOf: addDays(known.knownOn, days), facts: { incidents: [known] } },
              shown,
            );
          const levelsOf = (days: number) => after(days)[0]?.levels ?? 0;
          expect(levelsOf(age + more)).toBeLessThanOrEqual(levelsOf(age));
          expect(levelsOf(0)).toBeGreaterThan(0);
          const end = addMonths(known.knownOn, oldest);
          const past = { model: MODEL, asOf: addDays(end, 1), facts: { incidents: [known] } };
          expect(incidentsRaising(past, shown)).toEqual([]);
          expect(raisedLevel('very_high', after(age))).toBe('very_high');
        },
      ),
      RUNS,
    );
  });
});
