import type { ScoringModel } from '../assessments/scoring/scoring-model';
import type { PaperPlaces } from './papers/papers-section.presenter';
import { placesOfStep } from './where-done';

const MODEL = {
  steps: [{ id: 'S', facts: ['report', 'plan', 'report-2', 'measure'] }],
  facts: [
    { id: 'report', reader: 'soc2' },
    { id: 'report-2', reader: 'soc2' },
    { id: 'plan', reader: 'plan' },
    { id: 'measure', reader: 'consent' },
  ],
} as unknown as Pick<ScoringModel, 'steps' | 'facts'>;

it('leads a step to the form of its papers once, and those who do not keep the records to where they are read', () => {
  const papers = { 'soc2-reports': '/tool/soc2-reports/new' } as PaperPlaces;
  expect(placesOfStep('S', MODEL, '/tool', { questionnaires: '/asked', papers })).toEqual([
    { label: 'SOC 2 report', href: '/tool/soc2-reports/new', seen: '/tool#papers' },
    { label: 'About the tool', href: '/tool/edit', seen: '/tool' },
  ]);
});
