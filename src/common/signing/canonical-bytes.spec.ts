import fc from 'fast-check';
import { canonicalBytes, digestOf, NotCanonicalError } from './canonical-bytes';

describe('The canonical text of a document (RFC 8785)', () => {
  it.each<[string, unknown, string]>([
    ['has no blanks', { a: [1, 2, { b: null }] }, '{"a":[1,2,{"b":null}]}'],
    [
      'sorts fields, also inside records',
      { b: 1, a: { d: true, c: false } },
      '{"a":{"c":false,"d":true},"b":1}',
    ],
    [
      'sorts digits before capitals before small letters',
      { a: 1, A: 2, 1: 3, '': 4 },
      '{"":4,"1":3,"A":2,"a":1}',
    ],
    ['sorts "10" before "9": fields are text', { 9: 'nine', 10: 'ten' }, '{"10":"ten","9":"nine"}'],
    [
      'sorts by UTF-16 units: a character beyond the first plane comes before U+FB33',
      { '\ufb33': 'dalet', '\u{1F600}': 'face', '\u20ac': 'euro', '\u00f6': 'o' },
      '{"\u00f6":"o","\u20ac":"euro","\u{1F600}":"face","\ufb33":"dalet"}',
    ],
    ['keeps the order of lists', { list: ['b', 'a'] }, '{"list":["b","a"]}'],
    ['writes letters beyond ASCII as they are', ['Zoë \u{1F33F} \u2028'], '["Zoë \u{1F33F} \u2028"]'],
    ['escapes only what it must', ['"\\/\b\f\n\r\t\u0001\u007f'], '["\\"\\\\/\\b\\f\\n\\r\\t\\u0001\u007f"]'],
    ['does not normalize: two spellings of é stay two', ['\u00e9', 'e\u0301'], '["\u00e9","e\u0301"]'],
    ['writes whole numbers plainly', [0, -7, 1e3, 9007199254740991], '[0,-7,1000,9007199254740991]'],
    [
      'writes a fraction in its shortest form',
      [99.9, 0.1, 1e-7, 4.5e-3, -2.5],
      '[99.9,0.1,1e-7,0.0045,-2.5]',
    ],
  ])('%s', (_rule, document, expected) => expect(canonicalBytes(document)).toBe(expected));

  it('is the same however the fields were ordered, and reads back as the same document', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false, maxDepth: 5 }), fc.boolean(), (value, reverse) => {
        const whole = JSON.parse(JSON.stringify(value), (_name, held: unknown) =>
          typeof held === 'number' ? (held % 1e15) + 0 : held,
        ) as unknown;
        const other = JSON.parse(JSON.stringify(whole), (_name, held: unknown) =>
          reverse && typeof held === 'object' && held !== null && !Array.isArray(held)
            ? Object.fromEntries(Object.entries(held).reverse())
            : held,
        ) as unknown;
        expect(canonicalBytes(other)).toBe(canonicalBytes(whole));
        expect(JSON.parse(canonicalBytes(whole))).toEqual(whole);
      }),
    );
  });

  const itself: Record<string, unknown> = {};
  itself.itself = itself;

  it.each<[string, unknown]>([
    ['a number past 2^53 - 1', { a: 2 ** 53 }],
    ['minus zero', [-0]],
    ['NaN', [NaN]],
    ['infinity', [Infinity]],
    ['undefined in a record', { a: undefined }],
    ['undefined in a list', [undefined]],
    ['a hole in a list', [1, , 2]], // eslint-disable-line no-sparse-arrays
    ['a function', { a: () => 1 }],
    ['a symbol', { a: Symbol('a') }],
    ['a field named by a symbol', { [Symbol('a')]: 1 }],
    ['a big integer', { a: 1n }],
    ['a date', { a: new Date(0) }],
    ['a map', { a: new Map() }],
    ['an instance of a class', { a: new (class Vendor {})() }],
    ['a record that writes itself in its own way', { a: { toJSON: 1 } }],
    ['half of a surrogate pair in a text', { a: 'x\ud83d' }],
    ['half of a surrogate pair in a name', { '\udc00': 1 }],
    ['a record in itself', itself],
    ['nothing', undefined],
  ])('is refused for %s', (_what, document) => {
    expect(() => canonicalBytes(document)).toThrow(NotCanonicalError);
  });

  it('names the place of what it refuses', () => {
    expect(() => canonicalBytes({ results: [{ points: 1 }, { points: NaN }] })).toThrow(
      '"/results/1/points"',
    );
  });
});

describe('The digest', () => {
  it('is the SHA-256 of the UTF-8 bytes, in hex', () => {
    expect(digestOf('{}')).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
    expect(digestOf('"\u00e9"')).not.toBe(digestOf('"e\u0301"'));
  });
});
