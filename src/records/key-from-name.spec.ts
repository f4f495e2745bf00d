import { keyFromName } from './key-from-name';

it.each([
  ['Northlight Notes, Inc.', 'northlight-notes-inc'],
  ['  Zoë & Núñez  ', 'zoe-nunez'],
  ['Ирина', 'fallback'],
  ['--', 'fallback'],
  [`${'a'.repeat(79)}-b`, 'a'.repeat(79)],
])('the key of %j is %s', (name, key) => {
  expect(keyFromName(name, 'fallback')).toBe(key);
});
