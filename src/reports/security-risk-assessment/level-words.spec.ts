import { levelBeside } from './level-words';

it.each([
  ['very_low', 'not_enough_known', 'Unknown'],
  ['very_low', 'acceptable', 'Very low'],
  ['low', 'not_enough_known', 'Low'],
  ['high', 'not_enough_known', 'High'],
  ['very_low', null, 'Very low'],
] as const)('a level of %s beside the decision %s is told as %s', (level, decision, word) => {
  expect(levelBeside(level, decision).word).toBe(word);
});
