import type { Paraphrase } from '../explanations/citation-catalog';
import type { Serving } from './known-targets';
import { traceFaults } from './trace-faults';
import { documentOf, traceTableShape, type TraceRow, type TraceTable } from './trace-table';
import type { Target } from './targets';

const ROW: TraceRow = {
  ...{ id: 'SEED001-001', says: 'Lock the door.', kind: 'explicit', document: '001', theme: 'doors' },
  ...{ citation: null, confidence: null, cadence: null, role: null, outOfScope: null, awaits: [] },
  servedBy: [{ kind: 'question', id: 'locks' }],
};

const TABLE: TraceTable = {
  ...{ id: 'traceability', version: '1.0.0', source: 'made up' },
  ...{ effectiveOn: '2026-11-29', lawAsOf: '2026-11-22' },
  documents: [{ id: '001', rows: 1, weight: 'full', says: 'An article on doors' }],
  themes: [{ id: 'doors', title: 'Doors' }],
  awaited: [],
  rows: [ROW],
  claimsNotRepeated: [],
};

const THERE = ['question locks', 'question windows', 'checklist_item locked', 'threat T-01'];
const find = ({ kind, id }: Target) => (THERE.includes(`${kind} ${id}`) ? 'There' : null);
const SERVING: Serving[] = [
  { kind: 'question', id: 'locks', sourceIds: ['SEED001-001', 'T-01'] },
  { kind: 'question', id: 'windows', sourceIds: ['T-01'] },
];

/** Read, or known only by hearsay. */
const paraphraseOf = (citation: string) =>
  ['45 CFR 164.310(b)', '45 CFR 164.524'].includes(citation)
    ? ({ citation, isChecked: citation !== '45 CFR 164.524' } as Paraphrase)
    : null;

const faultsOf = (table: Partial<TraceTable>, serving = SERVING) =>
  traceFaults({ ...TABLE, ...table }, { find, serving, paraphraseOf }).map(
    ({ code, at, says }) => `${code} ${at} ${says}`,
  );
const faultsOfRow = (row: Partial<TraceRow>, serving = SERVING) =>
  faultsOf({ rows: [{ ...ROW, ...row }] }, serving);

it('finds nothing in a table that holds together', () => {
  expect(faultsOf({})).toEqual([]);
});

const LIGHT = [{ ...TABLE.documents[0], weight: 'lower' as const }] as TraceTable['documents'];
const AWAITED = { kind: 'policy', id: 'doors', says: 'Doors' } as const;

it.each<[string, string[], string]>([
  [
    'an id that nothing has',
    faultsOfRow({ servedBy: [...ROW.servedBy, { kind: 'threat', id: 'T-99' }] }),
    'dangling SEED001-001 names threat T-99, which is not there',
  ],
  [
    'a kind that is still to come',
    faultsOfRow({ servedBy: [...ROW.servedBy, { kind: 'policy', id: 'doors' }] }),
    'dangling SEED001-001 names policy doors, which is not there',
  ],
  [
    'a claim obeyed by nothing that is there',
    faultsOf({
      claimsNotRepeated: [
        {
          ...{ id: 'keys', documents: ['001'], claims: 'Keys are law.', instead: 'They are not.' },
          ...{ obeyedBy: [{ kind: 'gate', id: 'keys' }], neverSaid: [], names: null },
        },
      ],
    }),
    'dangling keys names gate keys, which is not there',
  ],
  [
    'a claim of no document',
    faultsOf({
      claimsNotRepeated: [
        {
          ...{ id: 'keys', documents: ['009'], claims: 'Keys are law.', instead: 'They are not.' },
          ...{ obeyedBy: [], neverSaid: [], names: null },
        },
      ],
    }),
    'list keys names no document: 009',
  ],
  [
    'a row twice',
    faultsOf({ rows: [ROW, ROW], documents: [{ ...TABLE.documents[0]!, rows: 2 }] }),
    'duplicate SEED001-001 is there twice',
  ],
  [
    'a target twice',
    faultsOfRow({ servedBy: [...ROW.servedBy, ...ROW.servedBy] }),
    'duplicate SEED001-001 names question locks twice',
  ],
  [
    'a row too few',
    faultsOf({ documents: [{ ...TABLE.documents[0]!, rows: 2 }] }),
    'count 001 has 1 rows, not 2',
  ],
  [
    'a row of another document',
    faultsOfRow({ id: 'SEED002-001' }, []),
    'list SEED002-001 is no row of a document 001',
  ],
  ['a theme that is not there', faultsOf({ themes: [] }), 'list SEED001-001 names no theme: doors'],
  [
    'a row that is forgotten',
    faultsOfRow({ servedBy: [] }, []),
    'mapping SEED001-001 is served by nothing, awaits nothing and is not out of scope',
  ],
  [
    'a row that is out of scope and served',
    faultsOfRow({ outOfScope: 'Doors are no matter of ours.' }),
    'mapping SEED001-001 is out of scope and served or awaiting',
  ],
  [
    'awaiting what no list has',
    faultsOfRow({ awaits: [{ kind: 'policy', id: 'doors' }] }),
    'list SEED001-001 awaits what is not in the list: policy doors',
  ],
  ['awaited by nobody', faultsOf({ awaited: [AWAITED] }), 'list policy doors is awaited by no row'],
  [
    'a theme without a row',
    faultsOf({ themes: [...TABLE.themes, { id: 'windows', title: 'Windows' }] }),
    'list windows is the theme of no row',
  ],
  [
    'an entry that names a row which it does not serve',
    faultsOfRow({ servedBy: [{ kind: 'threat', id: 'T-01' }] }),
    'disagreement SEED001-001 is among the sourceIds of question locks, not served by it',
  ],
  [
    'an entry that does not name a row which it serves',
    faultsOfRow({ servedBy: [...ROW.servedBy, { kind: 'question', id: 'windows' }] }),
    'disagreement SEED001-001 is not among the sourceIds of question windows',
  ],
  [
    'an entry that names a row which is not there',
    faultsOf({}, [...SERVING, { kind: 'question', id: 'windows', sourceIds: ['SEED001-002'] }]),
    'disagreement SEED001-002 is among the sourceIds of question windows, not served by it',
  ],
  [
    'a citation that nobody paraphrased',
    faultsOfRow({ citation: '45 CFR 164.310(b); 164.999', confidence: 'medium' }),
    'citation SEED001-001 cites what is not paraphrased: 164.999',
  ],
  [
    'a citation without how sure it is',
    faultsOfRow({ citation: '45 CFR 164.310(b)' }),
    'citation SEED001-001 has a citation or a confidence without the other',
  ],
  [
    'too sure of our own reading',
    faultsOfRow({ citation: '45 CFR 164.310(b)', confidence: 'high' }),
    'citation SEED001-001 must be of confidence medium: that a rule is touched is our own reading',
  ],
  [
    'too sure of what nobody has read',
    faultsOfRow({ citation: '45 CFR 164.310(b); 164.524', confidence: 'medium' }),
    'citation SEED001-001 must be of confidence low: that a rule is touched is our own reading',
  ],
  [
    'too sure of a document of opinions',
    faultsOf({
      documents: LIGHT,
      rows: [{ ...ROW, citation: '45 CFR 164.310(b)', confidence: 'medium' }],
    }),
    'citation SEED001-001 must be of confidence low: that a rule is touched is our own reading',
  ],
])('finds %s', (_fault, found, told) => {
  expect(found).toEqual([told]);
});

it('lets a row wait for what is in the list, and serves it in part meanwhile', () => {
  const awaits = [{ kind: 'policy', id: 'doors' }] as const;
  expect(faultsOf({ rows: [{ ...ROW, awaits }], awaited: [AWAITED] })).toEqual([]);
});

describe('the shape of the table', () => {
  const read = (change: object) => () => traceTableShape({ ...TABLE, ...change }, '');

  it.each([
    ['an id of another form', { rows: [{ ...ROW, id: 'T-01' }] }, /rows\[0\]\.id must be an id such as/],
    [
      'a kind of row that there is not',
      { rows: [{ ...ROW, kind: 'guessed' }] },
      /rows\[0\]\.kind must be one/,
    ],
    [
      'a kind of target that there is not',
      { rows: [{ ...ROW, servedBy: [{ kind: 'prayer', id: 'x' }] }] },
      /rows\[0\]\.servedBy\[0\]\.kind must be one of/,
    ],
    ['an empty list', { rows: [{ ...ROW, servedBy: [] }] }, /servedBy must have at least 1/],
    ['a misspelt field', { rows: [{ ...ROW, servedby: [] }] }, /servedby is not a field known here/],
    [
      'a pattern that is none',
      {
        claimsNotRepeated: [
          {
            ...{ id: 'keys', documents: ['001'], claims: 'Keys.', instead: 'None.', obeyedBy: [] },
            neverSaid: [{ pattern: '(', unless: null }],
          },
        ],
      },
      /neverSaid\[0\]\.pattern must be a regular expression/,
    ],
  ])('refuses %s', (_fault, change, message) => {
    const { awaits: _none, ...row } = ROW;
    expect(read({ rows: [row], ...change })).toThrow(message);
  });
});

it('tells the document by the id of a row, and none of other ids', () => {
  expect(['SEED003-017', 'T-04', 'SEED003-17', 'BAA-A01'].map(documentOf)).toEqual(['003', '', '', '']);
});
