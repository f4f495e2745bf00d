import { loadCatalogs } from '../../catalogs/load-catalogs';
import { anObligation } from '../../../test/factories/obligations.factory';
import { isLaw } from './obligation-catalog';
import { intervalOf } from './obligation-settings';
import { deadlineWords, intervalOrigin, intervalWords, isChecked, statusWords } from './obligation-words';

const { obligations } = loadCatalogs();

describe('How an obligation is told', () => {
  it.each([
    [anObligation(), 'Every month: our suggestion; the rule sets no interval'],
    [
      anObligation({
        cadence: { kind: 'months', months: 12 },
        cadenceFrom: 'market',
        legalStatus: 'seed_good_practice',
      }),
      'Every year: usual in the market; no rule sets one',
    ],
    [
      anObligation({
        cadence: { kind: 'months', months: 3 },
        cadenceFrom: 'seed',
        legalStatus: 'seed_good_practice',
      }),
      'Every 3 months: suggested by our source documents; no rule sets one',
    ],
    [
      anObligation({
        cadence: { kind: 'each_time', each: 'recording', proofEveryMonths: 1 },
        cadenceFrom: 'seed',
      }),
      'Every month a look at the proof that each recording was seen to: suggested by our source documents; the rule sets no interval',
    ],
    [anObligation({ cadence: { kind: 'before_use' } }), 'Before the first use: the rule itself says so'],
    [
      anObligation({ cadence: { kind: 'after_year_end', days: 60 } }),
      'Once a year, 60 days after the calendar year: the rule itself sets the day',
    ],
    [anObligation({ cadence: { kind: 'event' } }), 'Each time that it happens'],
    [anObligation({ cadence: { kind: 'after_end' } }), 'Once, after the end'],
    [
      anObligation({ cadence: { kind: 'keep', years: 6 } }),
      'All the time, 6 years for each piece: the rule itself sets the time',
    ],
  ])('says how often and whose interval that is (%#)', (obligation, words) => {
    expect(intervalWords(obligation, intervalOf(obligation, undefined))).toBe(words);
  });

  it('says that the practice decided where it did', () => {
    const obligation = anObligation();
    const set = {
      obligation: 'OB-03',
      decision: 'other_interval',
      months: 24,
      reason: 'x',
      decidedBy: { name: 'D', role: 'O' },
      decidedOn: '2026-10-01',
    };
    const interval = intervalOf(obligation, set);
    expect(intervalWords(obligation, interval)).toBe(
      'Every two years: as the practice decided; the rule sets no interval',
    );
    expect(intervalOrigin(obligation, interval)).toBe('practice');
  });

  it('calls an interval the rule’s only where the law sets it, in the whole catalog, and never HIPAA’s', () => {
    for (const obligation of obligations.obligations) {
      const words = intervalWords(obligation, intervalOf(obligation, undefined));
      expect(words).not.toMatch(/HIPAA/);
      expect([obligation.id, /the rule itself/.test(words)]).toEqual([
        obligation.id,
        obligation.cadenceFrom === 'law',
      ]);
      expect([obligation.id, /^Law:/.test(statusWords(obligation, 'yes'))]).toEqual([
        obligation.id,
        isLaw(obligation),
      ]);
      expect(/the rule says so/.test(deadlineWords(obligation))).toBe(obligation.deadline?.from === 'law');
    }
  });

  it('tells rules of HIPAA as good practice to a practice that is no covered entity, and law of the states as law', () => {
    const of = (id: string) => obligations.obligations.find((one) => one.id === id) ?? anObligation();
    expect(statusWords(of('OB-01'), 'no')).toMatch(/^Good practice here: the rule binds covered entities/);
    expect(statusWords(of('OB-01'), 'unsure')).toMatch(/^Law:/);
    expect(statusWords(of('OB-68'), 'no')).toMatch(/^Law:/);
    expect(statusWords(of('OB-25'), 'no')).toBe('Good practice, from our source documents');
  });

  it('says of each entry whether it was checked', () => {
    expect(obligations.obligations.filter((one) => !isChecked(one)).map(({ id }) => id)).toEqual([
      ...[
        'OB-09',
        'OB-14',
        'OB-23',
        'OB-24',
        'OB-25',
        'OB-26',
        'OB-27',
        'OB-28',
        'OB-29',
        'OB-31',
        'OB-40',
        'OB-42',
        'OB-43',
      ],
      ...[
        'OB-44',
        'OB-45',
        'OB-46',
        'OB-47',
        'OB-48',
        'OB-49',
        'OB-50',
        'OB-51',
        'OB-60',
        'OB-63',
        'OB-68',
        'OB-70',
        'OB-71',
        'OB-72',
      ],
    ]);
  });
});
