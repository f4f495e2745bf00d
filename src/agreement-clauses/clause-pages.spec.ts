import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { PROVISION_IDS, PROVISION_VERDICTS } from '../business-associate-agreements/provision.fields';
import { PROJECT_ROOT } from '../common/project-root';
import {
  addressOfClause,
  addressOfPage,
  clausePages,
  clausesAt,
  pageToReadOn,
  whereNext,
  type ClauseCatalog,
  type PlaceAmongClauses,
} from './clause-pages';
import { groupProgress, readInWords } from './clause-progress';

const CATALOG = parse(
  readFileSync(join(PROJECT_ROOT, 'catalogs', 'agreement-provisions.yaml'), 'utf8'),
) as ClauseCatalog;
const PAGES = clausePages(CATALOG);

describe('the pages of an agreement', () => {
  it('hold every provision once, group after group, at most six at a time', () => {
    expect(PAGES.flatMap(({ provisions }) => provisions.map(({ id }) => id))).toEqual(PROVISION_IDS);
    expect(Math.max(...PAGES.map(({ provisions }) => provisions.length))).toBe(6);
    expect(PAGES.map(({ group, part }) => `${group.id} ${part}`)).toHaveLength(12);
  });

  it('lead on, back, and to the list of groups', () => {
    const place = clausesAt(PAGES, 'duty_by_rule', 1) as PlaceAmongClauses;
    expect(whereNext('back', '/a', place)).toBe('/a/required_element?part=3');
    expect(whereNext('next', '/a', place)).toBe('/a/duty_by_rule?part=2');
    expect(whereNext('later', '/a', place)).toBe('/a');
    const last = clausesAt(PAGES, 'recommended_for_ai', 6) as PlaceAmongClauses;
    expect([last.after, whereNext('next', '/a', last)]).toEqual([null, '/a']);
    expect(clausesAt(PAGES, 'duty_by_rule', 3)).toBeUndefined();
    expect(clausesAt(PAGES, 'no_group', NaN)).toBeUndefined();
    expect(addressOfClause('/a', CATALOG, 'BAA-R07')).toBe('/a/required_element?part=2#BAA-R07');
  });

  it('are read on where the first clause is open', () => {
    const read = PROVISION_IDS.slice(0, 7).map((provision) => ({ provision, verdict: 'present' as const }));
    const next = pageToReadOn(PAGES, read);
    expect(next && addressOfPage('/a', next)).toBe('/a/required_element?part=2');
  });
});

describe('progress', () => {
  it('counts by group in the words of the group', () => {
    const stored = [
      { provision: 'BAA-R01', verdict: 'present' },
      { provision: 'BAA-R02', verdict: 'present' },
      { provision: 'BAA-R03', verdict: 'missing' },
      { provision: 'BAA-P01', verdict: 'present' },
      { provision: 'BAA-P02', verdict: 'missing' },
    ] as const;
    expect(groupProgress(CATALOG, stored).map(({ read, of, found }) => [read, of, found])).toEqual([
      [3, 18, '2 there, 1 not there'],
      [0, 8, ''],
      [2, 5, '1 granted, 1 not granted'],
      [0, 32, ''],
    ]);
    expect([readInWords(stored), readInWords(null)]).toEqual(['5 of 63 read', '0 of 63 read']);
    expect(PROVISION_VERDICTS).toHaveLength(5);
  });
});
