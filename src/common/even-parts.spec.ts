import { evenParts } from './even-parts';

const upTo = (length: number): number[] => Array.from({ length }, (_none, index) => index);

it.each([
  [0, []],
  [5, [5]],
  [13, [5, 4, 4]],
  [18, [6, 6, 6]],
  [32, [6, 6, 5, 5, 5, 5]],
])('cuts %i into parts alike', (length, sizes) => {
  const parts = evenParts(upTo(length), 6);
  expect(parts.map((part) => part.length)).toEqual(sizes);
  expect(parts.flat()).toEqual(upTo(length));
});
