// What a vendor says of past incidents beside those that are on record with it.
import { questionnaireAnswer } from '../../../test/factories/answers.factory';
import { scored } from '../../../test/factories/scored';
import { AS_OF, scribe } from '../../../test/factories/service-facts.factory';
import type { IncidentOnRecord } from './incident-history';
import type { ServiceResult } from './service-result';

const BREACH: IncidentOnRecord = {
  ...{ number: 2, place: 'with the vendor', raises: true, kind: 'unauthorized_access', finding: 'breach' },
  ...{ knownOn: '2026-06-01', closedOn: null },
};

const saying = (value: string, incidents: IncidentOnRecord[], asOf = AS_OF) =>
  scored(scribe({ asOf, answers: [questionnaireAnswer('past-incidents', { value })], incidents }));
const metBy = ({ threats }: ServiceResult) =>
  threats
    .flatMap(({ contributions }) => contributions)
    .find(({ controlId }) => controlId === 'T-07.past-incidents');
const contradictions = ({ contradictions: found }: ServiceResult) =>
  found.filter(({ id }) => id === 'past-incidents-against-record');

describe('a vendor that says it had no incident', () => {
  it('earns nothing while a breach is on record with it, and the two are listed', () => {
    const result = saying('none', [BREACH]);
    expect(metBy(result)).toMatchObject({ met: { code: 'not_met' }, points: 0 });
    expect(contradictions(result)).toEqual([
      {
        id: 'past-incidents-against-record',
        between: ['questionnaire answer past-incidents', 'incident 2'],
        because:
          'The answer is good, but: Incident 2 with the vendor, known since 2026-06-01, counts as a breach. The worse side counts.',
      },
    ]);
  });

  it('is contradicted by a breach that concerned another of its tools, which raises nothing here', () => {
    const result = saying('none', [{ ...BREACH, raises: false }]);
    expect(metBy(result)?.met.code).toBe('not_met');
    expect(contradictions(result)).toHaveLength(1);
    expect(result.threats.filter(({ raisedBy }) => raisedBy)).toEqual([]);
  });

  it.each<[string, Partial<IncidentOnRecord>]>([
    ['one that is no breach', { finding: 'incident' }],
    ['one of which nothing was used as it must not be', { finding: 'no_use' }],
    ['one in which nobody else got at data', { kind: 'not_available' }],
    ['a use by the vendor itself', { kind: 'use_not_allowed' }],
    ['one that is not known yet', { knownOn: '2026-11-23' }],
    ['one of more than three years ago', { knownOn: '2023-11-21' }],
  ])('is believed beside %s', (_case, changes) => {
    const result = saying('none', [{ ...BREACH, ...changes }]);
    expect(metBy(result)?.met.code).toBe('fully');
    expect(contradictions(result)).toEqual([]);
  });

  it('is believed again from the day after three years, which is listed', () => {
    const old = { ...BREACH, knownOn: '2023-11-22' };
    expect(metBy(saying('none', [old]))?.met.code).toBe('not_met');
    expect(saying('none', [old]).holdsUntil?.date).toBe('2026-11-22');
    expect(metBy(saying('none', [old], '2026-11-23'))).toMatchObject({
      ...{ met: { code: 'fully' }, countsFrom: '2026-11-23' },
    });
  });

  it('the newest counts, whatever the order in which they stand', () => {
    const old = { ...BREACH, number: 9, knownOn: '2023-01-01' };
    for (const incidents of [
      [old, BREACH],
      [BREACH, old],
    ])
      expect(contradictions(saying('none', incidents))[0]?.between[1]).toBe('incident 2');
  });
});

it.each([
  ['explained', 'partly'],
  ['unexplained', 'not_met'],
])('a vendor that says that there was one (%s) says what the record says', (value, met) => {
  const result = saying(value, [BREACH]);
  expect([metBy(result)?.met.code, contradictions(result)]).toEqual([met, []]);
});
