import type { FactDefinition } from '../assessments/scoring/scoring-model';
import { checkSafeguardFacts } from './safeguard-facts.checks';
import { loadCatalogs } from './load-catalogs';

const { scoringModel, securityRule } = loadCatalogs();
const { facts, threats } = scoringModel;
const { entries } = securityRule;
const [first, second] = facts.filter(({ reader }) => reader === 'safeguard') as [
  FactDefinition & { reader: 'safeguard' },
  FactDefinition & { reader: 'safeguard' },
];

it('are all entries that bind a covered entity, each a control of some threat', () => {
  expect(() => checkSafeguardFacts(scoringModel, entries)).not.toThrow();
  expect(facts.filter(({ reader }) => reader === 'safeguard')).toHaveLength(
    entries.filter(({ binds }) => binds === 'covered_entity').length,
  );
});

it.each([
  ['an entry without a fact', facts.filter((one) => one !== first), `facts none is about ${first.entry}`],
  [
    'two facts of one entry',
    [...facts, { ...second, id: 'other', entry: first.entry }],
    `another fact is about ${first.entry}`,
  ],
  [
    'an entry that binds others',
    facts.map((one) => (one === first ? { ...first, entry: '164.314(b)(1)' } : one)),
    'names no entry that binds a covered entity: 164.314(b)(1)',
  ],
])('refuse %s', (_what, changed, fault) => {
  expect(() => checkSafeguardFacts({ facts: changed, threats }, entries)).toThrow(fault);
});

it('refuse a fact that opens nothing', () => {
  const without = threats.map((threat) => ({
    ...threat,
    controls: threat.controls.filter(({ fact }) => fact !== first.id),
  }));
  expect(() => checkSafeguardFacts({ facts, threats: without }, entries)).toThrow(
    'is no control of any threat',
  );
});
