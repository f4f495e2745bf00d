// What an analysis lacks, and which decisions are wanted, from documents that differ in one thing each.
import fc from 'fast-check';
import { draftAssessment, sealedAssessment } from '../../../test/factories/assessment-document.factory';
import { aDossier } from '../../../test/factories/dossier.factory';
import { loadCatalogs } from '../../catalogs/load-catalogs';
import type { AssessmentDocument } from '../assessment.document';
import { buildAssessment } from '../build-assessment';
import { decisionsWanted, MOST_DECISIONS } from './decisions-wanted';
import { QUALITY_TESTS, whatItLacks, type QualityTest } from './what-it-lacks';

const whole = buildAssessment({
  dossier: aDossier(),
  ...{ asOf: '2026-11-22', createdAt: new Date('2026-11-22T15:04:05.678Z'), catalogs: loadCatalogs() },
  ...{ assessmentId: null, organizationId: null, assessor: { name: 'Ada', role: 'Assessor' } },
});
const review = whole.safeguardsReview;
const obligations = whole.obligationRegister;
const [result] = whole.results;
if (!review || !obligations || !result) throw new Error('the example lost its parts');

const SIGNING = { name: 'Bo', role: 'Owner', at: '2026-11-22T16:00:00.000Z', statement: 'Read.' };
const comparison = {
  previous: {
    assessmentId: null,
    digest: 'a'.repeat(64),
    asOf: '2025-11-22',
    sealedAt: null,
    sealedBy: null,
  },
  ...{ services: [], newServices: [], goneServices: [], catalogs: [] },
};
const answered = { ...review.counts, open: 0, carried: 0 };
const done = { ...obligations.occurrences[0]!, state: 'done' as const, completion: 'done' };

/** A document in which nothing is lacking. */
const GOOD: AssessmentDocument = {
  ...whole,
  results: [{ ...result, level: 'low', unknowns: [] }],
  lawAsOf: '2026-11-01',
  safeguardsReview: { ...review, counts: answered, entries: [] },
  evidenceRegister: [{ key: 'fresh', freshness: 'current' }],
  obligationRegister: { ...obligations, occurrences: [done] },
  comparison,
  review: { ...SIGNING, name: 'Cy' },
  signOff: SIGNING,
};

const testsOf = (changes: Partial<AssessmentDocument>, isSealed = true): QualityTest[] =>
  whatItLacks({ ...GOOD, ...changes }, isSealed).map(({ test }) => test);

describe('What an analysis lacks', () => {
  it('is nothing where all is there', () => expect(testsOf({})).toEqual([]));

  it('is told in sentences, of one thing and of many', () => {
    const carrying = (carried: number) =>
      whatItLacks(
        { ...GOOD, safeguardsReview: { ...review, entries: [], counts: { ...answered, carried } } },
        true,
      ).flatMap(({ lacks }) => lacks);
    expect([...carrying(1), ...carrying(6)]).toEqual([
      '1 answer on the practice’s own safeguards is older than a year.',
      '6 answers on the practice’s own safeguards are older than a year.',
    ]);
  });

  it.each<[string, Partial<AssessmentDocument>, QualityTest]>([
    [
      'old answers',
      { safeguardsReview: { ...review, entries: [], counts: { ...answered, carried: 2 } } },
      'current',
    ],
    ['documents out of date', { evidenceRegister: [{ key: 'old', freshness: 'stale' }] }, 'current'],
    ['law read long ago', { lawAsOf: '2025-01-01' }, 'current'],
    [
      'open entries',
      { safeguardsReview: { ...review, entries: [], counts: { ...answered, open: 3 } } },
      'practice_wide',
    ],
    ['no tool', { results: [] }, 'practice_wide'],
    [
      'facts that are not known',
      { results: [{ ...result, level: 'low', unknowns: [{ id: 'x', what: 'x', task: 'x', weight: 1 }] }] },
      'evidenced',
    ],
    [
      'something late',
      { obligationRegister: { ...obligations, occurrences: [done, { ...done, state: 'overdue' }] } },
      'acted_on',
    ],
    ['nothing done', { obligationRegister: { ...obligations, occurrences: [] } }, 'acted_on'],
    ['no earlier one', { comparison: undefined }, 'reviewed'],
    ['no assessor', { assessor: null }, 'signed'],
    ['one person for both', { review: SIGNING }, 'signed'],
  ])('names %s and nothing else', (_name, changes, test) => {
    expect(testsOf(changes)).toEqual([test]);
  });

  it('names high risk without a step', () => {
    const bare = {
      ...result,
      ...{ level: 'high' as const, unknowns: [], gates: [], steps: { sets: [], none: null, singles: [] } },
      decision: { ...result.decision, conditions: [] },
    };
    expect(testsOf({ results: [bare] })).toEqual(['linked']);
  });

  it('says of a draft that it is neither kept nor signed', () =>
    expect(testsOf({}, false)).toEqual(['kept', 'signed']));

  it('never says a number of points, and never an empty line', () => {
    fc.assert(
      fc.property(
        fc.subarray([
          'comparison',
          'safeguardsReview',
          'obligationRegister',
          'practiceResult',
          'evidenceRegister',
        ] as const),
        fc.boolean(),
        (left, isSealed) => {
          const document = { ...GOOD };
          for (const part of left) delete document[part];
          for (const { test, lacks } of whatItLacks(document, isSealed)) {
            expect(QUALITY_TESTS).toContain(test);
            expect(lacks.length).toBeGreaterThan(0);
            for (const line of lacks) expect(line).toMatch(/^[A-Z0-9][^%]*\.$/);
          }
        },
      ),
    );
  });
});

describe('Decisions wanted', () => {
  it('are three at most, what must stop first', () => {
    const decisions = decisionsWanted(sealedAssessment().document);
    expect(decisions.length).toBeLessThanOrEqual(MOST_DECISIONS);
    expect(decisions[0]).toMatch(/^Stop client data in /);
  });

  it('name gaps and what is late', () => {
    const { safeguardsReview } = GOOD;
    const late = { ...obligations, occurrences: [{ ...done, state: 'overdue' as const }] };
    expect(
      decisionsWanted({
        ...{ results: [], topSteps: [], obligationRegister: late },
        safeguardsReview: safeguardsReview && { ...safeguardsReview, counts: { ...answered, gaps: 2 } },
      }),
    ).toEqual([
      'Decide who closes the 2 gaps under the Security Rule, and by when.',
      'Decide who catches up on the obligation that is late.',
    ]);
  });

  it('are none where nothing is wanted', () => {
    expect(decisionsWanted({ ...draftAssessment(), results: [], topSteps: [] })).toEqual([]);
  });
});
