import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import 'reflect-metadata';
import { buildAssessment } from '../../assessments/build-assessment';
import { loadCatalogs } from '../../catalogs/load-catalogs';
import { PROJECT_ROOT } from '../../common/project-root';
import { readDossier } from '../../dossiers/read-dossier';
import type { ReviewedEntry } from '../../safeguards/safeguards-review';
import { CELL_LOOKS, LOOK_WORDS, lookOf, safeguardGrid } from './safeguard-grid';
import { safeguardsView } from './safeguards.presenter';

const catalogs = loadCatalogs();
const dossier = readDossier(readFileSync(join(PROJECT_ROOT, 'examples', 'practice.yaml')), {
  questionnaire: catalogs.questionnaire,
});
const document = buildAssessment({
  ...{ dossier, asOf: '2026-11-22', createdAt: new Date('2026-11-22T12:00:00Z'), catalogs },
  ...{ assessmentId: null, organizationId: null, assessor: null },
});
const view = safeguardsView(document);
if (!view || !document.safeguardsReview) throw new Error('nothing was reviewed');
const { safeguardsReview: review } = document;

describe('The safeguards section of a report', () => {
  it('counts by what the review has counted', () => {
    expect(view.lead).toContain(`${review.counts.open} of 72 entries open.`);
    expect(view.gaps).toHaveLength(review.counts.gaps);
    expect(view.decisions).toHaveLength(review.counts.decided);
  });

  it('has every entry in the appendix once, by family', () => {
    const rows = view.families.flatMap(({ entries }) => entries);
    expect(rows.map(({ citation }) => citation)).toEqual(
      review.entries.map(({ entry }) => `45 CFR ${entry}`),
    );
    expect(view.families.map(({ entries }) => entries.length)).toEqual([31, 12, 12, 12, 5]);
  });

  it('says of a gap that is addressable that addressable is not optional, and of what is required that it is', () => {
    const told = Object.fromEntries(view.gaps.map(({ citation, words }) => [citation, words]));
    expect(told['45 CFR 164.308(a)(7)(ii)(E)']).toContain('Addressable does not mean optional');
    expect(told['45 CFR 164.308(a)(1)(ii)(D)']).toBe('Not in place. The rule requires it.');
    expect(told['45 CFR 164.308(b)(3)']).toContain('Quipmarsh');
  });

  it('tells earlier decisions with the day until which they were in effect', () => {
    const [decided] = review.entries.filter(({ decision }) => decision);
    const entries = review.entries.map((entry) =>
      entry === decided && entry.decision
        ? { ...entry, decision: null, earlierDecisions: [{ ...entry.decision, replacedOn: '2026-06-01' }] }
        : entry,
    );
    const after = safeguardsView({ ...document, safeguardsReview: { ...review, entries } });
    expect(after?.decisions).toHaveLength(review.counts.decided - 1);
    expect(after?.earlierDecisions.map(({ decided: when }) => when)).toEqual([
      expect.stringMatching(/; in effect until .*1.* 2026$/),
    ]);
  });

  it('tells of each decision why, what instead, and who', () => {
    expect(view.decisions.map(({ citation, decided }) => [citation, decided])).toEqual([
      ['45 CFR 164.310(a)(2)(i)', 'Feb 9, 2026, Dana Whitfield, Security official'],
      ['45 CFR 164.310(a)(2)(iv)', 'Feb 9, 2026, Dana Whitfield, Security official'],
    ]);
    for (const { whyNotReasonable, instead } of view.decisions)
      expect([whyNotReasonable.length > 20, instead.length > 20]).toEqual([true, true]);
  });

  it('gives the reason for what does not apply, and from when an answer is carried', () => {
    const rows = view.families.flatMap(({ entries }) => entries);
    const passed = rows.filter(({ state }) => state === 'Does not apply');
    expect(passed).toHaveLength(9);
    for (const { notes } of passed) expect(notes).toHaveLength(1);
    expect(view.carried).toContain('the oldest from September 22, 2025, and not confirmed since');
  });

  it('is not there for a document of before', () => {
    expect(safeguardsView({ ...document, safeguardsReview: undefined })).toBeNull();
  });
});

describe('The picture of the Security Rule', () => {
  const drawn = safeguardGrid(review, 'grid').text;

  it('has a word in every one of the 72 cells', () => {
    const words = CELL_LOOKS.map((look) => LOOK_WORDS[look].cell);
    const cells = [...drawn.matchAll(/font-size="6\.2">([^<]*)</g)].map(([, word]) => word);
    expect(cells).toHaveLength(72);
    expect(cells.filter((word) => !words.includes(word ?? ''))).toEqual([]);
  });

  it('tells the same to those who cannot see it', () => {
    const inPlace = review.entries.filter((entry) => lookOf(entry) === 'in_place').length;
    const told = [...drawn.matchAll(/(\d+) in place/g)].map(([, count]) => Number(count));
    expect(told.reduce((sum, count) => sum + count, 0)).toBe(inPlace);
  });

  it.each<[Partial<ReviewedEntry>, string]>([
    [{ state: 'in_place' }, 'in_place'],
    [{ state: 'in_place', gap: 'contradicted' }, 'contradicted'],
    [{ state: 'partly', gap: 'partial' }, 'partly'],
    [{ state: 'not_in_place', gap: 'missing' }, 'not_in_place'],
    [{ state: 'partly', decision: {} as ReviewedEntry['decision'] }, 'decided'],
    [{ state: 'role_not_stated' }, 'open'],
    [{ state: 'not_applicable' }, 'not_applicable'],
  ])('shows %j as %s', (entry, look) => {
    expect(lookOf({ gap: null, decision: null, ...entry } as ReviewedEntry)).toBe(look);
  });
});
