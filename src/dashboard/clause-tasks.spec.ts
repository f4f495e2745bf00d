import type { ScoringModel } from '../assessments/scoring/scoring-model';
import { placeOfClauseTask } from './clause-tasks';

const FACTS = [
  { id: 'clause-report', reader: 'provision', provision: 'BAA-R05' },
  { id: 'required', reader: 'required_provisions' },
  { id: 'signed', reader: 'agreement_in_force' },
] as unknown as ScoringModel['facts'];
const PLACES = {
  ...{ all: '/clauses', required: '/clauses/required' },
  one: (id: string) => ({ label: id, href: `/clauses#${id}` }),
};

it.each([
  ['fact:0199:clause-report', '/clauses#BAA-R05'],
  ['fact:0199:required', '/clauses/required'],
  ['fact:0199:signed', null],
  ['questionnaire-missing:0199', null],
])('leads from %s to %s', (id, place) => {
  const task = { id, kind: 'fact_unknown' as const, service: 'scribe' };
  expect(placeOfClauseTask(task, FACTS, () => PLACES)).toBe(place);
  expect(placeOfClauseTask(task, FACTS, () => null)).toBeNull();
});
