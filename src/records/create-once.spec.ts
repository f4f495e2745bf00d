import { saysAll } from './create-once';

describe('a stored record says all that a form does', () => {
  const stored = {
    key: 'a',
    title: 'One',
    services: ['x', 'y'],
    from: { party: 'practice', by: null },
    on: null,
  };

  it.each<[string, object, boolean]>([
    ['nothing', {}, true],
    ['a part of it', { title: 'One' }, true],
    ['what is absent', { title: 'One', on: undefined, other: null }, true],
    ['a list', { services: ['x', 'y'] }, true],
    ['a record within, without what is null', { from: { party: 'practice' } }, true],
    ['another word', { title: 'Two' }, false],
    ['a shorter list', { services: ['x'] }, false],
    ['more within', { from: { party: 'practice', by: 'x' } }, false],
    ['what is not there', { on: '2026-01-01' }, false],
  ])('%s', (_what, given, says) => {
    expect(saysAll(given, stored)).toBe(says);
  });
});
