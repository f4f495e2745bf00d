// Until when bridge letters carry a report, and what is said of those that carry it no further.
import { loadCatalogs } from '../../catalogs/load-catalogs';
import type { BridgeLetterFields } from '../../soc2-reports/bridge-letter.fields';
import { bridgeStanding, type BridgedReport } from './bridge-letters';

const MODEL = loadCatalogs().scoringModel;
const LETTER: BridgeLetterFields = {
  ...{ from: '2027-07-01', to: '2027-09-30', issuedOn: '2027-07-01' },
  ...{ signedByManagement: 'yes', changesReported: 'no' },
};
const SOURCE = MODEL.soc2.bridgeLetterSource;

const standing = (
  letters: Partial<BridgeLetterFields>[] | null,
  asOf: string,
  changes: Partial<BridgedReport> = {},
) =>
  bridgeStanding(
    {
      ...{ periodEnd: '2026-06-30', issuedOn: '2026-08-15', nextReportExpectedOn: '2027-11-15' },
      bridgeLetters: letters && letters.map((letter) => ({ ...LETTER, ...letter })),
      ...changes,
    },
    asOf,
    MODEL,
  );

describe('how bridge letters carry a report whose period ended on 30 June 2026', () => {
  it.each<[string, Partial<BridgeLetterFields>[] | null, string, string | null, string[]]>([
    ['while it is current', [{}], '2027-06-30', null, []],
    ['within the letter', [{}], '2027-09-30', '2027-09-30', []],
    ['without a letter', null, '2027-07-01', null, []],
    [
      'after a shorter letter',
      [{ to: '2027-08-01' }],
      '2027-08-02',
      '2027-08-01',
      ['The bridge letter of 2027-07-01 ends on 2027-08-01.'],
    ],
    [
      'by a letter over a year from the end of the period',
      [{ from: '2026-07-01', to: '2027-07-31' }],
      '2027-07-01',
      null,
      [
        `The bridge letter of 2027-07-01 runs to 2027-07-31, and one counts for 3 months at most: this one to 2026-09-30 (good practice: ${SOURCE}).`,
      ],
    ],
    [
      'past fifteen months, by a letter over a year',
      [{ to: '2028-06-30' }],
      '2027-10-01',
      '2027-09-30',
      ['No letter carries a report past 2027-09-30, 15 months after 2026-06-30.'],
    ],
    [
      'by a letter that sales signed',
      [{ signedByManagement: 'no' }],
      '2027-07-01',
      null,
      ['The bridge letter of 2027-07-01 is not known to be signed by the management.'],
    ],
    [
      'by a letter that reports changes',
      [{ changesReported: 'unknown' }],
      '2027-07-01',
      null,
      ['The bridge letter of 2027-07-01 reports changes, or does not say that there are none.'],
    ],
    [
      'by a letter with a gap before it',
      [{ from: '2027-07-15' }],
      '2027-07-20',
      null,
      ['The letters leave days after the period uncovered.'],
    ],
  ])('%s', (_case, letters, asOf, carriedUntil, notCarriedBecause) => {
    expect(standing(letters, asOf)).toEqual({ carriedUntil, notCarriedBecause });
  });

  it('asks for the day of the next report, and for more than a bare date', () => {
    expect(standing([{}], '2027-07-01', { nextReportExpectedOn: null }).notCarriedBecause).toEqual([
      'No day for the next report is on record.',
    ]);
    expect(standing(null, '2027-07-01', { bridgeLetterUntil: '2027-09-30' }).notCarriedBecause).toEqual([
      'A bridge letter is said to be there; record who signed it and what it reports.',
    ]);
  });
});
