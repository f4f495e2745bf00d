import { returnAddress } from './return-address';

it.each(['/', '/organizations/1', '/a?b=c'])('%s is one of ours', (to) => {
  expect(returnAddress(to)).toBe(to);
});

it.each([
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  'x',
  '',
  '/a b',
  undefined,
  ['/a'],
])('%j leads to the first page', (to) => {
  expect(returnAddress(to)).toBe('/');
});
