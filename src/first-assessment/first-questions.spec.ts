import { firstQuestions } from './first-questions';

const view = (...ids: string[]) => ({ groups: [{ questions: ids.map((id) => ({ id })) }] }) as never;

it('puts the most telling of those that are asked, and no more than so many', () => {
  const catalog = { most: 2, questions: ['a', 'b', 'c', 'd'] };
  const ids = (...asked: string[]) => firstQuestions(view(...asked), catalog).map(({ id }) => id);
  expect(ids('d', 'x', 'b', 'a')).toEqual(['a', 'b']);
  expect(ids('d', 'x')).toEqual(['d']);
  expect(ids('x')).toEqual([]);
});
