import { inNameOrder } from './name-order';

it('names stand with numbers by their value and letters with marks among their own', () => {
  expect(['Zebra', 'Tool 10', 'Ärzteweg', 'tool 3', 'Tool 2', 'Apple'].sort(inNameOrder)).toEqual([
    ...['Apple', 'Ärzteweg', 'Tool 2', 'tool 3', 'Tool 10', 'Zebra'],
  ]);
});
