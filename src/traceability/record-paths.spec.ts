import { recordPlace, registerOf } from './record-paths';

it.each([
  ['dataFlows', 'Flows of client data'],
  ['dataFlows.country', 'Flows of client data, Country where the data comes to rest'],
  ['practice.clientStates', 'Profile of the practice, States where clients sit during a session'],
  [
    'practiceMeasures.consents.kind=ai_use',
    'What the practice does around each service, Consents in use, at most one per kind, What the consent is to: ai use',
  ],
])('%s is a place on record', (path, title) => {
  expect(recordPlace(path)).toBe(title);
});

it.each([
  'dataFlow',
  'dataFlows.moon',
  'dataFlows.country.moon',
  'practiceMeasures.consents.kind=moon',
  'dataFlows.country=US',
  'dataFlows.',
  '',
])('%p is none', (path) => {
  expect(recordPlace(path)).toBeNull();
});

it('takes a value of a list of several too', () => {
  expect(recordPlace('services.functions=intake')).toContain(': intake');
});

it('knows a register by the name of its pages', () => {
  expect(registerOf('soc2-reports')).toBe('SOC 2 reports received');
  expect(['practice', 'dataFlows.country', 'moons', 'as-of'].map(registerOf)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
