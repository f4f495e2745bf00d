import fc from 'fast-check';
import { aBreach, ALL_FACTORS, anyIncident } from '../../test/factories/incidents.arbitrary';
import { breachStandingOf, type BreachVerdict } from './breach-standing';
import type { IncidentFields } from './incident.fields';
import { BREACH_FACTORS } from './incident-words';

const LOW = { probability: 'low', reason: 'Nobody opened it.', decidedOn: '2026-10-20' } as const;
const NOT_LOW = { ...LOW, probability: 'not_low' } as const;
const [first, ...others] = ALL_FACTORS;

describe('Data used as is not allowed', () => {
  it.each<[string, Partial<IncidentFields>, BreachVerdict]>([
    ['counts as breached until something shows otherwise', {}, 'presumed_breach'],
    [
      'counts so too while nobody knows whether the use was allowed',
      { impermissibleUse: 'unknown' },
      'presumed_breach',
    ],
    [
      'counts so too while nobody knows whether it was encrypted',
      { dataSecured: 'unknown' },
      'presumed_breach',
    ],
    ['was not breached where the use was allowed', { impermissibleUse: 'no' }, 'no_impermissible_use'],
    ['was no unsecured data where nobody could read it', { dataSecured: 'yes' }, 'data_secured'],
    [
      'falls under an exception that is explained',
      { exception: 'could_not_retain', exceptionReason: 'It came back unopened.' },
      'exception',
    ],
    ['does not fall under one that is not', { exception: 'could_not_retain' }, 'presumed_breach'],
    [
      'was probably not compromised where all four factors say why',
      { factors: ALL_FACTORS, conclusion: LOW },
      'low_probability',
    ],
    ['counts as breached where a factor is lacking', { factors: others, conclusion: LOW }, 'presumed_breach'],
    [
      'counts as breached where a factor is not known',
      { factors: [{ ...first!, finding: 'unknown' }, ...others], conclusion: LOW },
      'presumed_breach',
    ],
    [
      'counts as breached where a factor has no reason',
      { factors: [{ ...first!, reason: ' ' }, ...others], conclusion: LOW },
      'presumed_breach',
    ],
    [
      'counts as breached where factors stand without a conclusion',
      { factors: ALL_FACTORS },
      'presumed_breach',
    ],
    ['was breached where the practice finds so', { conclusion: NOT_LOW }, 'breach'],
    [
      'may be found improbable though a factor points against it: they are weighed together',
      { factors: [{ ...first!, finding: 'points_against' }, ...others], conclusion: LOW },
      'low_probability',
    ],
    [
      'presumed while not one factor points to a low probability, whatever was concluded',
      {
        factors: [first!, ...others].map((one) => ({ ...one, finding: 'points_against' as const })),
        conclusion: LOW,
      },
      'presumed_breach',
    ],
  ])('%s', (_what, changes, verdict) => expect(breachStandingOf(aBreach(changes)).verdict).toBe(verdict));

  it('is told which factors are open, in the order of the rule', () => {
    expect(breachStandingOf(aBreach()).openFactors).toEqual(BREACH_FACTORS);
    expect(breachStandingOf(aBreach({ factors: [...others].reverse() })).openFactors).toEqual([
      'nature_of_data',
    ]);
  });

  it('is never shown improbable by fewer than four factors', () =>
    fc.assert(
      fc.property(anyIncident, (incident) => {
        const { verdict, openFactors } = breachStandingOf(incident);
        expect(verdict === 'low_probability' && openFactors.length > 0).toBe(false);
      }),
    ));
});
