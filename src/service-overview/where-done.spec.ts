import type { ClausePlaces } from '../agreement-clauses/agreement-to-read';
import type { ScoringModel } from '../assessments/scoring/scoring-model';
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
  ],
  steps: [
    { id: 'one', facts: ['a', 'required'] },
    { id: 'many', facts: ['a', 'b', 'c', 'signed', 'said'] },
  ],
} as unknown as Pick<ScoringModel, 'steps' | 'facts'>;
const CLAUSES: ClausePlaces = {
  ...{ all: '/clauses', required: '/clauses/required' },
  one: (id) => ({ label: id, href: `/clauses#${id}` }),
};
const hrefs = (step: string, clauses: ClausePlaces | null): string[] =>
  placesOfStep(step, MODEL, '/tool', '/asked', clauses).map(({ href }) => href);

it('leads to the clause that a step is about, or to the list where it is about many', () => {
  expect(hrefs('one', CLAUSES)).toEqual(['/clauses#BAA-A01', '/clauses/required']);
  expect(hrefs('many', CLAUSES)).toEqual(['/clauses', '/tool#agreement', '/asked']);
});

it('leads to where an agreement is added while none names the tool', () => {
  expect(hrefs('one', null)).toEqual(['/tool#agreement']);
  expect(hrefs('no-step', CLAUSES)).toEqual([]);
});
