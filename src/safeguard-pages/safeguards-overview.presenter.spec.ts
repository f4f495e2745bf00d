import { loadCatalogs } from '../catalogs/load-catalogs';
import { NOTHING_BESIDE } from '../safeguards/contradictions';
import { safeguardsReview, type SafeguardRecord } from '../safeguards/safeguards-review';
import { safeguardsOverview } from './safeguards-overview.presenter';

const { securityRule, safeguardQuestions } = loadCatalogs();

function overviewOf(safeguards: SafeguardRecord[], otherRoles: 'none'[] | null = ['none']) {
  const review = safeguardsReview(
    {
      ...{ asOf: '2026-11-22', safeguards, evidence: [], beside: NOTHING_BESIDE },
      practice: { coveredEntity: 'yes', otherRoles },
    },
    { ...securityRule, currentMonths: safeguardQuestions.currentMonths },
  );
  return safeguardsOverview('/safeguards', review, safeguardQuestions, (_kind, key) => key);
}
const record = (entry: string, changes: Partial<SafeguardRecord> = {}): SafeguardRecord => ({
  ...{ entry, status: 'in_place', answeredOn: '2026-10-01' },
  ...changes,
});
const cardOf = (overview: ReturnType<typeof overviewOf>, id: string) =>
  overview.groups.find((group) => group.id === id);

describe('The overview of safeguards', () => {
  it('counts what is open, and how far each group is', () => {
    const overview = overviewOf([
      record('164.308(b)(1)'),
      record('164.308(b)(3)', { status: 'partly', answeredOn: '2024-01-01' }),
      record('164.314(a)(1)', { status: 'unknown' }),
    ]);
    expect(overview.open).toBe('61 of 72 entries open');
    expect(cardOf(overview, 'companies')).toMatchObject({
      ...{ answered: '2 of 7 answered', percent: 28, told: '1 gap, 1 not confirmed for a year' },
    });
    expect(overview.gaps.map(({ key, href }) => [key, href])).toEqual([
      ['164-308-b-3', '/safeguards/entries/164-308-b-3'],
    ]);
  });

  it('has nothing to answer in a group that does not concern the practice, once that is known', () => {
    expect(cardOf(overviewOf([]), 'other-roles')).toMatchObject({
      answered: 'None of it applies',
      percent: 100,
    });
    const unstated = overviewOf([], null);
    expect(cardOf(unstated, 'other-roles')).toMatchObject({ answered: '0 of 8 answered', percent: 0 });
    expect([unstated.roleNotStated, overviewOf([]).roleNotStated]).toEqual([true, false]);
  });

  it('leads to a form from every entry but that for government bodies, and tells what each says', () => {
    const entries = overviewOf([]).families.flatMap((family) => family.entries);
    expect(entries).toHaveLength(72);
    expect(entries.filter(({ href }) => href === '').map(({ key }) => key)).toEqual(['164-314-a-2-ii']);
    for (const { says, isChecked } of entries) expect([says !== '', isChecked]).toEqual([true, true]);
  });
});
