import type { ClausePlaces } from '../agreement-clauses/agreement-to-read';
import type { ScoringModel } from '../assessments/scoring/scoring-model';
import type { PaperPlaces } from './papers/papers-section.presenter';
import { placesOfStep } from './where-done';

const provision = (id: string, of: string) => ({ id, reader: 'provision', provision: of });
const MODEL = {
  facts: [
    provision('a', 'BAA-A01'),
    provision('b', 'BAA-A02'),
    provision('c', 'BAA-A03'),
    { id: 'required', reader: 'required_provisions' },
    { id: 'signed', reader: 'agreement_in_force' },
    { id: 'said', reader: 'answer' },
    { id: 'report', reader: 'soc2' },
    { id: 'report-2', reader: 'soc2' },
    { id: 'plan', reader: 'plan' },
    { id: 'measure', reader: 'consent' },
  ],
  steps: [
    { id: 'one', facts: ['a', 'required'] },
    { id: 'many', facts: ['a', 'b', 'c', 'signed', 'said'] },
    { id: 'papers', facts: ['report', 'plan', 'report-2', 'measure'] },
  ],
} as unknown as Pick<ScoringModel, 'steps' | 'facts'>;
const CLAUSES: ClausePlaces = {
  ...{ all: '/clauses', required: '/clauses/required' },
  one: (id) => ({ label: id, href: `/clauses#${id}` }),
};
const papers = { 'soc2-reports': '/tool/soc2-reports/new' } as PaperPlaces;
const placesOf = (step: string, clauses: ClausePlaces | null = CLAUSES) =>
  placesOfStep(step, MODEL, '/tool', { questionnaires: '/asked', papers, clauses });
const hrefs = (step: string, clauses?: ClausePlaces | null): string[] =>
  placesOf(step, clauses).map(({ href }) => href);

it('leads to the clause that a step is about, or to the list where it is about many', () => {
  expect(hrefs('one')).toEqual(['/clauses#BAA-A01', '/clauses/required']);
  expect(hrefs('many')).toEqual(['/clauses', '/tool#agreement', '/asked']);
});

it('leads to where an agreement is added while none names the tool', () => {
  expect(hrefs('one', null)).toEqual(['/tool#agreement']);
  expect(hrefs('no-step')).toEqual([]);
});

it('leads to the form of its papers once, and those who do not keep the records to where they are read', () => {
  expect(placesOf('papers')).toEqual([
    { label: 'SOC 2 report', href: '/tool/soc2-reports/new', seen: '/tool#papers' },
    { label: 'About the tool', href: '/tool/edit', seen: '/tool' },
    { label: 'What you do yourself', href: '/tool#measures', seen: '/tool#measures' },
  ]);
});
