import fc from 'fast-check';
import { findJsonStructureFault } from './json-structure';

describe('What JSON.parse does not tell', () => {
  it.each<[string, string, number]>([
    ['a field twice', '{"a":1,"a":2}', 7],
    ['a field twice, once escaped', '{"a":1,"\\u0061":2}', 7],
    ['a field twice in an inner record', '[{"a":{"b":1,"b":1}}]', 13],
    ['a field twice around a record', '{"a":{"a":[{}]},"a":0}', 16],
    ['an empty name twice', '{"":1,"":2}', 6],
    ['__proto__ twice', '{"__proto__":1,"__proto__":2}', 15],
  ])('%s is found where it stands', (_what, json, offset) => {
    expect(findJsonStructureFault(json, 10)).toMatchObject({ kind: 'duplicate-field', offset });
  });

  it.each([
    ['the same field in different records', '[{"a":1},{"a":2},{"b":{"a":1}}]'],
    ['a field and the same text as a value', '{"a":"a","b":["a","a"]}'],
    ['brackets, colons and quotes inside texts', '{"a":"}],{\\"a\\":1","b":"\\\\","c":","}'],
    ['a text alone', '"{\\"a\\":1,\\"a\\":1}"'],
  ])('%s is fine', (_what, json) => {
    JSON.parse(json);
    expect(findJsonStructureFault(json, 10)).toBeUndefined();
  });

  it('nesting is bounded, at the first bracket too many', () => {
    expect(findJsonStructureFault('[[[]]]', 3)).toBeUndefined();
    expect(findJsonStructureFault('[[{"a":[]}]]', 3)).toEqual({ kind: 'too-deep', offset: 7 });
  });

  it('finds nothing in anything that JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (json) =>
        expect(findJsonStructureFault(json, 100)).toBeUndefined(),
      ),
    );
  });

  it('finds any field that is repeated', () => {
    const record = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue(), {
      minKeys: 1,
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(record, fc.nat(), (fields, pick) => {
        const names = Object.keys(fields);
        const repeated = names[pick % names.length] ?? '';
        const json = JSON.stringify(fields).replace(/\}$/, `,${JSON.stringify(repeated)}:0}`);
        expect(findJsonStructureFault(json, 100)).toMatchObject({ kind: 'duplicate-field', name: repeated });
      }),
    );
  });
});
