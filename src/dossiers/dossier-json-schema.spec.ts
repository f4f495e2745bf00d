import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { aDossier } from '../../test/factories/dossier.factory';
import { pointersIn, removeAtPointer, setAtPointer } from '../../test/factories/set-at-pointer';
import { fieldsOf } from '../common/fields';
import { DossierFaultsError } from './dossier-faults.error';
import { dossierJsonSchema } from './dossier-json-schema';
import { Dossier } from './dossier.document';
import { checkDossier } from './read-dossier';

jest.setTimeout(60_000);

const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: false });
addFormats(ajv);
const fitsSchema = ajv.compile(dossierJsonSchema());

function isAccepted(document: unknown): boolean {
  try {
    checkDossier(document);
    return true;
  } catch (error) {
    if (error instanceof DossierFaultsError) return false;
    throw error;
  }
}

/** But for the time zone: which names exist is known to the running system, not to a schema. */
const POINTERS = pointersIn(aDossier()).filter((pointer) => pointer !== '/practice/timeZone');

/** Values that come close to right ones: other types, edges of length and range, words of other fields, odd characters. */
const oddValue = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1,
    36500,
    36501,
    1.5,
    1e21,
    '',
    ' ',
    [],
    {},
    [null],
    [[]],
    [{}],
  ),
  fc.constantFrom(
    'yes',
    'unknown',
    'IL',
    'US',
    'us',
    'practice',
    'a-b',
    'a--b',
    'A',
    'T-01',
    'T-1',
    '2026-02-29',
    '2024-02-29',
  ),
  fc.constantFrom(
    'a\0',
    'a\u007f',
    'a\n\tb',
    'a\u202eb',
    '\ud800',
    'x\ufe0f',
    '1899-12-31',
    '2200-01-01',
    'http://a b',
    'https://a',
  ),
  fc.integer({ min: 70, max: 2100 }).map((length) => 'x'.repeat(length)),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    ['IL', 'IL'],
    ['a', 'b'],
    ['security'],
    ['a', 1],
    Array.from({ length: 1001 }, () => ({})),
  ),
);

interface RecordSchema {
  properties: Record<string, { description: string }>;
  additionalProperties: boolean;
}

type Mutation = (document: unknown) => void;

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(fc.constantFrom(...POINTERS), oddValue).map(([pointer, value]): Mutation => {
    return (document) => setAtPointer(document, pointer, value);
  }),
  fc.constantFrom(...POINTERS).map(
    (pointer): Mutation =>
      (document) =>
        removeAtPointer(document, pointer),
  ),
  fc
    .tuple(fc.constantFrom(...POINTERS), fc.constantFrom('extra', 'Key', 'constructor', ''))
    .map(([pointer, name]): Mutation => (document) => {
      const holder = pointer.slice(0, pointer.lastIndexOf('/'));
      if (!/\/\d+$/.test(pointer)) setAtPointer(document, `${holder}/${name}`, 'x');
    }),
);

describe("The dossier's JSON Schema", () => {
  it('accepts a whole dossier', () => {
    expect(fitsSchema(aDossier())).toBe(true);
  });

  it('agrees with the checks of the application on dossiers with one to three changes', () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
        const document = aDossier();
        for (const mutate of mutations) {
          try {
            mutate(document);
          } catch {
            // an earlier change took away what this one is about
          }
        }
        const isFine = isAccepted(document);
        accepted += isFine ? 1 : 0;
        if (fitsSchema(document) !== isFine)
          throw new Error(`the schema says ${!isFine} of ${JSON.stringify(document)}`);
      }),
      { numRuns: 3000 },
    );
    expect(accepted).toBeGreaterThan(150);
  });

  it.each<[string, unknown, boolean]>([
    ['nothing', undefined, false],
    ['null', null, false],
    ['a list', [], false],
    ['an empty record', {}, false],
    ['empty lists', aDossier({ vendors: [], services: [], dataFlows: [] }), true],
    [
      'null for every optional list',
      aDossier({ agreements: null, soc2Reports: null, checklists: null, asOf: null }),
      true,
    ],
  ])('agrees with the application on %s', (_what, document, isFine) => {
    expect([fitsSchema(document), isAccepted(document)]).toEqual([isFine, isFine]);
  });

  it('describes every field and refuses unknown ones in every record', () => {
    const { $defs, ...root } = dossierJsonSchema() as RecordSchema & { $defs: Record<string, RecordSchema> };
    for (const { additionalProperties, properties } of [root, ...Object.values($defs)]) {
      expect(additionalProperties).toBe(false);
      for (const { description } of Object.values(properties)) expect(description).toMatch(/\w{3,}/);
    }
    expect(Object.keys(root.properties)).toEqual(fieldsOf(Dossier).map(({ name }) => name));
    expect(Object.keys($defs).length).toBeGreaterThan(12);
  });
});
