import fc from 'fast-check';
import { ALL_TABLES } from '../database/tenant-tables';
import { ARCHIVED_TABLES, fillingOrder, LEFT_OUT } from './archived-tables';

it('what is left out is a table that there is, and everything else is archived', () => {
  const [all, left] = [Object.keys(ALL_TABLES), Object.keys(LEFT_OUT)];
  expect(left.filter((table) => !all.includes(table))).toEqual([]);
  expect([...ARCHIVED_TABLES, ...left].sort()).toEqual(all.sort());
});

it('a table comes after those that it refers to', () => {
  const references = [
    { from: 'service', to: 'vendor' },
    { from: 'agreement_service', to: 'service' },
    { from: 'agreement_service', to: 'agreement' },
    { from: 'agreement', to: 'vendor' },
    { from: 'questionnaire', to: 'questionnaire' },
  ];
  const order = fillingOrder(
    ['agreement_service', 'service', 'agreement', 'vendor', 'questionnaire'],
    references,
  );
  expect(order).toEqual(['vendor', 'questionnaire', 'service', 'agreement', 'agreement_service']);
});

it('whatever refers to what without a circle, each table stands once and after what it refers to', () => {
  const numbered = fc.uniqueArray(fc.nat(20), { minLength: 1 }).chain((numbers) =>
    fc.record({
      numbers: fc.constant(numbers),
      pairs: fc.array(fc.tuple(fc.constantFrom(...numbers), fc.constantFrom(...numbers))),
    }),
  );
  fc.assert(
    fc.property(numbered, ({ numbers, pairs }) => {
      // from the greater to the smaller: such references make no circle
      const references = pairs.map(([one, other]) => ({
        from: `t${Math.max(one, other)}`,
        to: `t${Math.min(one, other)}`,
      }));
      const order = fillingOrder(
        numbers.map((number) => `t${number}`),
        references,
      );
      expect([...order].sort()).toEqual(numbers.map((number) => `t${number}`).sort());
      for (const { from, to } of references)
        expect(order.indexOf(to)).toBeLessThanOrEqual(order.indexOf(from));
    }),
  );
});

it('a circle is told, not gone round for ever', () => {
  const circle = [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'a' },
  ];
  expect(() => fillingOrder(['a', 'b', 'c'], circle)).toThrow('in a circle: a, b');
});
