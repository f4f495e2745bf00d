import { draftAssessment } from '../../../test/factories/assessment-document.factory';
import { openFactsOf, openInDocument, openWords } from './open-facts';

const known = (open: number, knownFacts?: number) => ({
  unknowns: Array.from({ length: open }, () => ({ id: 'F', what: 'w', task: 't', weight: 1 })),
  confidence: {
    percent: 50,
    knownWeight: 1,
    totalWeight: 2,
    thresholdPercent: 50,
    ...(knownFacts !== undefined && { knownFacts }),
  },
});

it('counts what is open and what there is to know, over all tools', () => {
  expect(openFactsOf([known(3, 10), known(0, 4)])).toEqual({ open: 3, of: 17 });
  expect(openFactsOf([known(3, 10), known(1)])).toEqual({ open: 4, of: null });
  expect(openFactsOf([])).toEqual({ open: 0, of: 0 });
});

it.each([
  [{ open: 0, of: 9 }, ''],
  [{ open: 1, of: 9 }, '1 of 9 facts open'],
  [{ open: 1, of: null }, '1 fact open'],
  [{ open: 12, of: null }, '12 facts open'],
])('%j: "%s"', (facts, words) => {
  expect(openWords(facts)).toBe(words);
});

it('tells facts about the tools and about the practice apart, and nothing where all is known', () => {
  const document = {
    ...draftAssessment(),
    ...{ results: [], practiceResult: undefined },
  };
  expect(openInDocument(document)).toBe('');
  const { practiceResult: rated } = draftAssessment();
  const results = draftAssessment().results.map((result) => ({ ...result, ...known(2, 5) }));
  const practiceResult = rated && { ...rated, ...known(1, 4) };
  expect(openInDocument({ results, practiceResult }, 'the tools')).toBe(
    `${2 * results.length} of ${7 * results.length} facts open about the tools${rated ? ' and 1 of 5 facts open about the practice itself' : ''}`,
  );
});

it('tells how many entries of the Security Rule are open beside the facts, and nothing of them in a document of before', () => {
  const document = { results: [], safeguardsReview: { counts: { open: 9, entries: 72 } } };
  expect(openInDocument(document as never)).toBe('9 of 72 entries open in the Security Rule review');
  expect(openInDocument({ results: [] })).toBe('');
});
